import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

type Json = Record<string, unknown>;

export type SlackSocket = Awaited<ReturnType<typeof startSlackSocket>>;

/**
 * The server's end of Socket Mode: says hello, sends envelopes and takes their acknowledgements. Just as much
 * of WebSocket as that needs (whole text frames up to 64 KB, ping, close).
 */
export async function startSlackSocket() {
  let socket: Duplex | undefined;
  let count = 0;
  const waiting = new Map<string, (payload: Json) => void>();

  const server = createServer();
  server.on('upgrade', (req, stream) => {
    const accept = createHash('sha1')
      .update(`${req.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket = stream;
    count += 1;
    stream.on('error', () => {});
    let rest = Buffer.alloc(0);
    stream.on('data', (data: Buffer) => {
      rest = Buffer.concat([rest, data]);
      for (let frame = readFrame(rest); frame !== null; frame = readFrame(rest)) {
        rest = rest.subarray(frame.length);
        if (frame.opcode === 9) stream.write(frameOf(10, frame.payload));
        if (frame.opcode === 8) stream.end(frameOf(8, frame.payload));
        if (frame.opcode !== 1) continue;
        const { envelope_id, payload } = JSON.parse(frame.payload.toString('utf8')) as {
          envelope_id: string;
          payload: Json;
        };
        waiting.get(envelope_id)?.(payload);
        waiting.delete(envelope_id);
      }
    });
    stream.write(frameOf(1, Buffer.from(JSON.stringify({ type: 'hello', num_connections: 1 }))));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** How many times the bot has connected. */
    connections: () => count,
    /** Sends one envelope; resolves with what it was acknowledged with. */
    send(type: 'slash_commands' | 'interactive' | 'events_api', payload: Json): Promise<Json> {
      const envelope_id = `e${Math.random()}`;
      const acknowledged = new Promise<Json>((resolve) => waiting.set(envelope_id, resolve));
      const envelope = { envelope_id, type, payload, accepts_response_payload: type !== 'events_api' };
      socket?.write(frameOf(1, Buffer.from(JSON.stringify(envelope))));
      return acknowledged;
    },
    /** Cuts the line, as a network would. */
    cut: () => socket?.destroy(),
    async close() {
      socket?.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function frameOf(opcode: number, payload: Buffer): Buffer {
  const head = payload.length < 126 ? Buffer.from([0x80 | opcode, payload.length]) : Buffer.alloc(4);
  if (payload.length >= 126) {
    head[0] = 0x80 | opcode;
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, payload]);
}

/** Null when the frame is not whole yet. What a client sends is masked. */
function readFrame(data: Buffer): { opcode: number; payload: Buffer; length: number } | null {
  if (data.length < 6) return null;
  const short = data.readUInt8(1) & 0x7f;
  const at = short === 126 ? 4 : 2;
  if (short === 127 || data.length < at + 4) return short === 127 ? raise() : null;
  const size = short === 126 ? data.readUInt16BE(2) : short;
  const length = at + 4 + size;
  if (data.length < length) return null;
  const mask = data.subarray(at, at + 4);
  const payload = Buffer.from(data.subarray(at + 4, length).map((byte, n) => byte ^ (mask[n % 4] ?? 0)));
  return { opcode: data.readUInt8(0) & 0x0f, payload, length };
}

const raise = (): never => {
  throw new Error('a frame over 64 KB');
};
