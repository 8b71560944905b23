import { SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Log } from '../../src/ports.ts';
import { faultCode } from './slack-fault.ts';

type Needs = {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  log: Log;
  /** How long to wait before connecting again after that failed. */
  againAfterMs?: number;
};

/**
 * Bolt's receiver for Socket Mode, which does not bring the process down when Slack cannot be reached while
 * it connects again: the SDK leaves that rejection to nobody. `context.acknowledge` is as over HTTP, but
 * Bolt acknowledges events itself, before they are handled.
 */
export function createSocketReceiver({ appToken, clientOptions, log, againAfterMs = 10_000 }: Needs) {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: clientOptions.logger,
    installerOptions: { clientOptions: { ...clientOptions } },
    customPropertiesExtractor: ({ body, ack }) => ({
      acknowledge: body?.type === 'event_callback' ? async () => {} : ack,
    }),
  });
  const { client } = receiver;
  const connect = client.start.bind(client);
  let connected = false;
  let stopped = false;

  client.start = async () => {
    for (;;) {
      try {
        const result = await connect();
        connected = true;
        return result;
      } catch (error) {
        // The first time it is for the operator; later on only Slack or the line can be the cause.
        if (!connected || stopped) throw error;
        log.error('slack.socket_lost', { platform: 'slack', fault: faultCode(error) });
        await new Promise((resolve) => setTimeout(resolve, againAfterMs));
      }
    }
  };
  const start = receiver.start.bind(receiver);
  receiver.start = () => {
    stopped = false;
    return start();
  };
  const stop = receiver.stop.bind(receiver);
  receiver.stop = () => {
    stopped = true;
    return stop();
  };
  return receiver;
}
