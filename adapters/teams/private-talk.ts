import type { OutgoingActivity } from './activity-of.ts';
import { type Connector, ConnectorError } from './connector.ts';
import { createRecent } from './recent.ts';
import type { MessageRef, PersonRef } from './refs.ts';

/**
 * The personal chats of the bot. A chat is remembered for the person it was seen with, so that it is
 * opened once; more than the newest 10 000 are forgotten and found again.
 */
export type PrivateTalk = {
  /** Somebody spoke or pressed: here is how to write back. */
  met(ref: string, person: PersonRef, conversationId: string): void;
  /** Where an account was last seen, since the start. */
  seen(ref: string): { person: PersonRef; conversationId: string } | undefined;
  /** Writes to one person alone. Throws ConnectorError. */
  tell(person: PersonRef, activity: OutgoingActivity): Promise<MessageRef>;
};

export function createPrivateTalk(connector: Connector): PrivateTalk {
  const chats = createRecent<string>(10_000);
  const people = createRecent<{ person: PersonRef; conversationId: string }>(10_000);
  const chatKey = ({ tenantId, userId }: PersonRef) => `${tenantId} ${userId}`;

  async function chatWith(person: PersonRef): Promise<string> {
    const open = chats.get(chatKey(person)) ?? person.conversationId;
    if (open !== undefined) return open;
    const opened = await connector.open(person.serviceUrl, person.tenantId, person.userId);
    chats.set(chatKey(person), opened);
    return opened;
  }

  return {
    met(ref, person, conversationId) {
      if (person.conversationId !== undefined) chats.set(chatKey(person), person.conversationId);
      people.set(ref, { person, conversationId });
    },
    seen: (ref) => people.get(ref),
    async tell(person, activity) {
      const { serviceUrl, tenantId } = person;
      const conversationId = await chatWith(person);
      try {
        const activityId = await connector.send({ serviceUrl, conversationId }, activity);
        return { serviceUrl, tenantId, conversationId, activityId };
      } catch (fault) {
        // The chat we knew is gone, as after a reinstall: there may be a new one.
        if (!(fault instanceof ConnectorError) || fault.status !== 404) throw fault;
        chats.delete(chatKey(person));
        const again = await chatWith({ ...person, conversationId: undefined });
        const activityId = await connector.send({ serviceUrl, conversationId: again }, activity);
        return { serviceUrl, tenantId, conversationId: again, activityId };
      }
    },
  };
}
