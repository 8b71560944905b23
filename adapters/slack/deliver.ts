import type { webApi } from '@slack/bolt';
import type { Card } from '../../cards/card.ts';
import type { ChatPlatform, Log } from '../../src/ports.ts';
import type { View } from '../../src/view.ts';
import { createPace } from './pace.ts';
import { renderHome } from './render.ts';
import type { ShowIllustrated } from './show-illustrated.ts';
import { faultCode, unpostedBy } from './slack-fault.ts';

type Needs = {
  client: webApi.WebClient;
  cardOf: (view: View) => Card;
  log: Log;
  showIllustrated: ShowIllustrated;
};

/** Name under which the key of a message is kept in its metadata. */
const metadataType = 'bericht';

/** How many of the newest messages are looked through for one that was tried before. */
const lookBack = 20;

/** Private talks remembered; each is one short string and can be asked for again. */
const maxTalks = 10_000;

/**
 * Slack as the jobs see it. An account is `T…/U…`, a channel `C…`, a posted message `D…/<ts>`.
 *
 * The home is the Home tab of an account.
 *
 * Slack has no idempotency key. What was tried before may have arrived (timeout, 5xx, a process that was killed): it is
 * looked for in the private talk first. In channels, which the bot may not read, a repeated message remains possible.
 */
export function createDelivery({ client, cardOf, log, showIllustrated }: Needs): ChatPlatform {
  const talks = new Map<string, string>();
  const pace = createPace();
  const homePace = createPace({ perMs: 1_000, burst: 3 });

  async function channelOf(to: { account: string } | { channel: string }): Promise<string | null> {
    if ('channel' in to) return /^[CG][A-Z0-9]+$/.test(to.channel) ? to.channel : null;
    const user = userOf(to.account);
    if (user === null) return null;
    const known = talks.get(user);
    if (known !== undefined) return known;
    const { channel } = await client.conversations.open({ users: user });
    if (channel?.id === undefined) throw new Error('conversations.open gave no channel');
    if (talks.size >= maxTalks) talks.clear();
    talks.set(user, channel.id);
    return channel.id;
  }

  async function postedBefore(channel: string, key: string): Promise<string | null> {
    if (!channel.startsWith('D')) return null;
    const { messages = [] } = await client.conversations.history({
      channel,
      limit: lookBack,
      include_all_metadata: true,
    });
    const found = messages.find(
      ({ metadata }) =>
        metadata?.event_type === metadataType && (metadata.event_payload as { key?: unknown } | undefined)?.key === key,
    );
    return found?.ts ?? null;
  }

  return {
    platform: 'slack',

    async post(to, view, key, again = false) {
      const card = cardOf(view);
      try {
        const channel = await channelOf(to);
        if (channel === null) return { kind: 'unreachable', reason: 'not_a_slack_address' };
        const waitMs = pace(channel);
        if (waitMs > 0) return { kind: 'later', afterMs: waitMs, reason: 'pace' };
        const ts = again ? await postedBefore(channel, key) : null;
        if (ts !== null) {
          await showIllustrated(card, (message) => client.chat.update({ channel, ts, ...message }));
          return { kind: 'posted', ref: `${channel}/${ts}` };
        }
        const sent = await showIllustrated(card, (message) =>
          client.chat.postMessage({
            channel,
            ...message,
            metadata: { event_type: metadataType, event_payload: { key } },
          }),
        );
        return { kind: 'posted', ref: `${sent.channel ?? channel}/${sent.ts}` };
      } catch (error) {
        log.warn('slack.post_failed', { platform: 'slack', fault: faultCode(error) });
        return unpostedBy(error);
      }
    },

    async update(ref, view) {
      const [, channel, ts] = /^([CDG][A-Z0-9]+)\/(\d+\.\d+)$/.exec(ref) ?? [];
      if (channel === undefined || ts === undefined) return { kind: 'unreachable', reason: 'not_a_slack_message' };
      const card = cardOf(view);
      try {
        await showIllustrated(card, (message) => client.chat.update({ channel, ts, ...message }));
        return { kind: 'posted', ref };
      } catch (error) {
        log.warn('slack.update_failed', { platform: 'slack', fault: faultCode(error) });
        return unpostedBy(error);
      }
    },

    async home(account, view) {
      const user = userOf(account);
      if (user === null) return { kind: 'unreachable', reason: 'not_a_slack_address' };
      // Of a burst of changes the last one counts: it is shown when the wait is over, from what is true then.
      const waitMs = homePace(user);
      if (waitMs > 0) return { kind: 'later', afterMs: waitMs, reason: 'pace' };
      try {
        await client.views.publish({ user_id: user, view: renderHome(cardOf(view)) });
        return { kind: 'posted', ref: account };
      } catch (error) {
        log.warn('slack.home_failed', { platform: 'slack', fault: faultCode(error) });
        return unpostedBy(error);
      }
    },

    /** Throws when Slack cannot be asked now: not knowing is not the same as not existing. */
    async profile(ref) {
      const user = userOf(ref);
      if (user === null) return null;
      const info = await client.users.info({ user }).catch(nullWhen('user_not_found', 'user_not_visible'));
      if (info?.user === undefined || info.user.is_bot === true) return null;
      const { name = '', real_name, profile } = info.user;
      return { naam: profile?.real_name || real_name || name, email: profile?.email?.toLowerCase() ?? null };
    },

    /** Throws when Slack cannot be asked now. */
    async find(email) {
      const found = await client.users.lookupByEmail({ email }).catch(nullWhen('users_not_found'));
      const { id, team_id, deleted, is_bot } = found?.user ?? {};
      if (id === undefined || team_id === undefined || deleted === true || is_bot === true) return null;
      const ref = `${team_id}/${id}`;
      return { platform: 'slack', ref, address: ref };
    },
  };
}

const userOf = (address: string): string | null => /^T[A-Z0-9]+\/([UW][A-Z0-9]+)$/.exec(address)?.[1] ?? null;

const nullWhen =
  (...codes: string[]) =>
  (error: unknown): null => {
    if (codes.includes(faultCode(error))) return null;
    throw error;
  };
