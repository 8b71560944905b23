import type { ActionId } from '../src/actions.ts';
import type { Chart } from './chart.ts';

/**
 * One screen, in the few elements both chat platforms can draw. Texts are plain: the adapters escape
 * them, so nothing a person typed can become a mention, a link or markup.
 */
export type Card = {
  /** Heading, at most 150 characters. */
  title: string;
  /**
   * Neutral line for the push notification and the screen reader: never anything about child or
   * family [S9].
   */
  summary: string;
  parts: Part[];
  /** The card stays what it is when a button on it is pressed: what that gives is shown beside it. */
  stays?: true;
  /** Shows the same again where all of it fits; drawn only where a chat platform had to shorten the card. */
  whole?: Button;
  /** Present: this card is a form. A chat platform shows it as a modal or inside the card. */
  form?: {
    submit: Button;
    /** Goes back a page; what is filled in travels along. */
    back?: Button;
    /** Leaves the form without doing anything; a form inside a card needs a button for it, a modal has one. */
    cancel?: Button;
    /** Called with the values while somebody types, so that closing the window loses nothing. */
    autosave?: Button;
  };
};

export type Tone = 'normal' | 'subtle' | 'good' | 'warning' | 'danger';

export type Part =
  | { type: 'text'; text: string; tone?: Tone; strong?: boolean }
  | { type: 'heading'; text: string }
  /** A web address to open, shown as it is: only one that the bot made or checked. */
  | { type: 'link'; url: string }
  | { type: 'facts'; facts: { label: string; value: string }[] }
  | { type: 'list'; items: string[] }
  | { type: 'table'; columns: string[]; rows: string[][] }
  | Chart
  | { type: 'divider' }
  | { type: 'buttons'; buttons: Button[] }
  | Input;

export type Input = {
  type: 'input';
  /** The field's domain name: the id of the input on every chat platform. */
  id: string;
  label: string;
  /** One line of explanation. */
  hint?: string;
  required: boolean;
  /** What is wrong with what was filled in: a Dutch sentence. */
  error?: string;
} & (
  | { kind: 'text'; value?: string; multiline?: boolean; maxLength: number; placeholder?: string }
  /** `value` is an ISO 8601 date. */
  | { kind: 'date'; value?: string }
  /** `value` is a wall clock time, `HH:MM`. */
  | { kind: 'time'; value?: string }
  | { kind: 'choice'; value?: string; options: Option[] }
  | { kind: 'choices'; value?: string[]; options: Option[] }
);

export type Option = { value: string; label: string };

export type Button = {
  action: ActionId;
  label: string;
  /** An id the action is about; never content. */
  subject: string;
  style?: 'primary' | 'danger';
};
