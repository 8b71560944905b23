/** How long Slack takes a `response_url`. */
const lifeMs = 30 * 60_000;
const maxEntries = 5_000;

/** Remembers from which message a modal was opened, so that the message can change when the modal is done. */
export type OpenedFrom = {
  remember(viewId: string, responseUrl: string): void;
  /** Null when it is too long ago, or another replica or an earlier process opened it. */
  find(viewId: string): string | null;
};

/**
 * Kept in memory only: a `response_url` lets anybody who has it speak as the bot, so it does not belong in
 * `private_metadata`. Without it the message is still brought up to date, by the outbox.
 */
export function createOpenedFrom(now: () => number = () => performance.now()): OpenedFrom {
  const entries = new Map<string, { responseUrl: string; until: number }>();
  return {
    remember(viewId, responseUrl) {
      if (entries.size >= maxEntries) {
        const oldest = entries.keys().next().value;
        if (oldest !== undefined) entries.delete(oldest);
      }
      entries.set(viewId, { responseUrl, until: now() + lifeMs });
    },
    find(viewId) {
      const entry = entries.get(viewId);
      return entry !== undefined && entry.until > now() ? entry.responseUrl : null;
    },
  };
}
