import type { View } from './view.ts';

/** What the actor gets to see in answer to one intent. The adapter decides how that looks. */
export type Outcome =
  /** A new private answer (in an open form: the form becomes this answer). */
  | { kind: 'answer'; view: View }
  /** Ask something: opens a form, or moves the open one to this page (with its errors). */
  | { kind: 'form'; view: View }
  /**
   * The card that was pressed now shows this; a form that was sent closes, or shows this in its place. The
   * card a form was opened from stays: the outbox brings it up to date. `notice`: a short private sentence.
   */
  | { kind: 'replace'; view: View; notice?: string }
  /** Nothing to show: a repeated delivery, a saved draft. */
  | { kind: 'nothing' };
