/**
 * What Slack accepts, in characters (UTF-16 units) or pieces. Going over any of these makes Slack
 * refuse the whole message, so `render.ts` never does.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * Undocumented: `msg_blocks_too_long` near 9 600 characters of blocks. The cost counted here adds
   * `blockOverhead` for each piece, so this stays well below.
   */
  messageCharacters: 9_000,
  /** A view may be 250 KB of JSON; a character is at most 3 bytes of it. */
  viewCharacters: 60_000,
  blockOverhead: 20,
  header: 150,
  text: 3_000,
  contextText: 2_000,
  /** Slack takes 2 000; less, so that pictures do not push each other out of a message. */
  altText: 1_500,
  label: 2_000,
  hint: 2_000,
  placeholder: 150,
  inputText: 3_000,
  buttonText: 75,
  buttonValue: 2_000,
  buttons: 50,
  buttonsInRow: 5,
  optionText: 75,
  optionValue: 150,
  optionsInGroup: 100,
  optionGroups: 100,
  radioButtons: 5,
  checkboxes: 10,
  viewTitle: 24,
  privateMetadata: 3_000,
  /** Top-level text: shown in the notification only. */
  notification: 300,
} as const;

/** The text in at most `max` characters, ending in `…` when something was left out; never half an emoji. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const cut = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
