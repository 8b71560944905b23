import { asText } from '../../cards/as-text.ts';
import type { Card } from '../../cards/card.ts';
import { cardOf } from '../../cards/card-of.ts';
import type { Intent, Values } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { ChatPlatform } from '../../src/ports.ts';
import type { Clock, Ids } from '../../src/time.ts';

/** Somebody in the tour: `ref` is the e-mail address, so that people of the region file are recognised. */
export type TerminalPerson = { naam: string; email: string };

export type Terminal = {
  platform: ChatPlatform;
  /** Types a command as somebody; gives what that person sees. */
  type(person: TerminalPerson, text: string): Promise<Card | null>;
  /** Presses a button or sends a form of a card. */
  press(person: TerminalPerson, card: Card, label: string, values?: Values): Promise<Card | null>;
  /** The newest card somebody got by message whose text matches. */
  received(person: TerminalPerson, pattern: RegExp): Card | undefined;
};

/** A chat platform without a network: people of a list, cards shown as text through `show`. */
export function createTerminal(needs: {
  people: readonly TerminalPerson[];
  handle: (intent: Intent) => Promise<Outcome>;
  clock: Clock;
  ids: Ids;
  /** Every message that arrives, new or updated, for whom. */
  show: (to: string, card: Card, updated: boolean) => void;
}): Terminal {
  const { people, clock, ids, show } = needs;
  const messages = new Map<string, { to: string; card: Card }>();
  const person = (ref: string) => people.find((p) => p.email === ref);
  const accountOf = (email: string) => ({ platform: 'terminal', ref: email, address: email });

  async function send(from: TerminalPerson, input: Intent['input']): Promise<Card | null> {
    const outcome = await needs.handle({
      delivery: ids.next(),
      at: clock.now(),
      account: accountOf(from.email),
      place: 'private',
      input,
    });
    return outcome.kind === 'nothing' ? null : cardOf(outcome.view);
  }

  return {
    platform: {
      platform: 'terminal',
      async post(to, view) {
        const name = 'account' in to ? person(to.account)?.naam : `kanaal ${to.channel}`;
        if (name === undefined) return { kind: 'unreachable', reason: 'nobody by that address' };
        const ref = ids.next();
        const card = cardOf(view);
        messages.set(ref, { to: name, card });
        show(name, card, false);
        return { kind: 'posted', ref };
      },
      async update(ref, view) {
        const message = messages.get(ref);
        if (!message) return { kind: 'unreachable', reason: 'no such message' };
        message.card = cardOf(view);
        show(message.to, message.card, true);
        return { kind: 'posted', ref };
      },
      profile: async (ref) => {
        const found = person(ref);
        return found ? { naam: found.naam, email: found.email } : null;
      },
      find: async (email) => (person(email) ? accountOf(email) : null),
    },
    type: (from, text) => send(from, { kind: 'command', text }),
    press(from, card, label, values = {}) {
      const inForm = [card.form?.submit, card.form?.back, card.form?.cancel].find((b) => b?.label === label);
      const found =
        inForm ?? card.parts.flatMap((p) => (p.type === 'buttons' ? p.buttons : [])).find((b) => b.label === label);
      if (!found) throw new Error(`no button “${label}” on “${card.title}”:\n${asText(card)}`);
      return send(from, {
        kind: 'action',
        action: found.action,
        subject: found.subject,
        values,
        from: inForm ? 'form' : 'card',
      });
    },
    received: (to, pattern) =>
      [...messages.values()].findLast((m) => m.to === to.naam && pattern.test(asText(m.card)))?.card,
  };
}
