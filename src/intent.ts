import type { Instant } from './time.ts';

/**
 * The account somebody acts with on a chat platform.
 * `ref` and `address` are opaque to everybody but the adapter of `platform`: `ref` identifies the
 * account and never changes, `address` is what the adapter needs to start a private talk with it.
 */
export type Account = { platform: string; ref: string; address: string };

/** Values of a form as typed: one text, or several for a field with several choices. Absent means left empty. */
export type Values = Record<string, string | string[]>;

/** What came in, already authenticated and parsed by an adapter. */
export type Intent = {
  /** Unique for one delivery of the platform: a retry or a replay carries the same. */
  delivery: string;
  at: Instant;
  account: Account;
  /** `private`: only the actor reads what is answered here. `shared`: others look along. */
  place: 'private' | 'shared';
  input: /** Words typed by a person, with or without slash, bot name already stripped. */
    | { kind: 'command'; text: string }
    /** A button pressed or a form sent. `from: 'form'`: it came out of a form that is open now. */
    | { kind: 'action'; action: string; subject: string; values: Values; from: 'card' | 'form' }
    /** The bot became reachable or unreachable for this account, or the account's profile changed. */
    | { kind: 'lifecycle'; event: 'reachable' | 'unreachable' | 'home-opened' };
};
