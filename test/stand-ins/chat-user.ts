/** How long somebody waits for what should come in a second: two cores may be shared by many tests. */
export const patienceMs = 20_000;

/**
 * Somebody at the keyboard of a chat platform, the same for every platform: a journey is written once
 * against this and runs on each of them. A driver speaks the platform's real protocol to the bot
 * (signed requests, activities) and shows what that platform would show this one person.
 *
 *     await an.type('hulp');
 *     await an.until(/Wat kan je hier doen/);
 *     await an.press('Meer uitleg');
 *
 * Every method that does something waits until the bot has acknowledged it, not until its late
 * answers have come: use `until` for those.
 */
export type ChatUser = {
  readonly name: string;
  /** A command in the private talk with the bot (Slack: a slash command; elsewhere: a message). */
  type(text: string): Promise<void>;
  /** The same where others look along; `channel` is the platform's own id of the channel. */
  typeInChannel(channel: string, text: string): Promise<void>;
  /**
   * Presses the newest visible button with this label: in the open form first, else in the newest
   * private message or answer, else in the channel. `from`: only in something whose text matches.
   * Throws when there is no such button, listing the ones there are.
   */
  press(label: string, from?: RegExp): Promise<void>;
  /**
   * Fills inputs of the open form, or of the newest card with such inputs, by field id. A choice is
   * given by the value of its option, several as an array, a date as ISO 8601; '' or [] empties.
   * `from`: only in something whose text matches. Throws on a field that is not there, or an option that is not offered.
   */
  fill(values: Record<string, string | string[]>, from?: RegExp): Promise<void>;
  /** Presses the form's submit button; `label` when a card has several. */
  submit(label?: string): Promise<void>;
  /** Text of what is in front of this person now: the open form, else the last answer only they see. */
  screen(): string;
  /** Text of each private message as it is now, updates included, oldest first. */
  inbox(): string[];
  /** Only where the platform has a place that always shows the same view: looks at it, and what it says now. */
  home?: { open(): Promise<void>; text(): string };
  /** Closes the open form with the cross; only where it stays open with its last words until somebody does. */
  close?(): void;
  /** Text of each message in a channel as it is now, oldest first. */
  channel(ref: string): string[];
  /**
   * Waits until the pattern is to be read (default: on the screen, in the inbox or in any channel) and
   * returns the text it stands in. Throws after `ms` (default `patienceMs`) with what was there instead.
   */
  until(pattern: RegExp, where?: 'screen' | 'inbox' | 'channel', ms?: number): Promise<string>;
};
