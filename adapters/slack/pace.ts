/** Slack allows about one message a second in a channel, with short bursts. */
const usual = { perMs: 1_000, burst: 5 };
/** Channels remembered; an idle one is full again anyway. */
const maxChannels = 10_000;

/**
 * Says how many milliseconds a message to a channel should still wait; 0: send it now, and it is counted.
 * `now` is in milliseconds and only has to go forward.
 */
export function createPace(
  { perMs, burst } = usual,
  now: () => number = () => performance.now(),
): (channel: string) => number {
  /** When the channel would be idle if messages went out one a second. */
  const idleAt = new Map<string, number>();
  return (channel) => {
    const time = now();
    const start = Math.max(time, idleAt.get(channel) ?? 0);
    const wait = start - (time + (burst - 1) * perMs);
    if (wait > 0) return Math.ceil(wait);
    if (idleAt.size >= maxChannels) idleAt.clear();
    idleAt.set(channel, start + perMs);
    return 0;
  };
}
