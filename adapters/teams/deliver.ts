import type { Card } from '../../cards/card.ts';
import type { ChatPlatform, Posted } from '../../src/ports.ts';
import type { View } from '../../src/view.ts';
import { activityOf, type OutgoingActivity } from './activity-of.ts';
import { type Connector, ConnectorError } from './connector.ts';
import type { PrivateTalk } from './private-talk.ts';
import { platform } from './receive.ts';
import { createRecent } from './recent.ts';
import { readMessageRef, readPersonRef, writeRef } from './refs.ts';
import { render } from './render.ts';
import type { Roster } from './roster.ts';

export type DeliverNeeds = {
  connector: Connector;
  roster: Roster;
  talk: PrivateTalk;
  cardOf: (view: View) => Card;
  /** Where a channel is reached whose address is only its id, as an operator copies it from Teams. */
  home: () => { serviceUrl: string | undefined; tenantId: string };
};

/** What reaches people who did not just ask something: posts, updates, and who is who. */
export function createPlatform({ connector, roster, talk, cardOf, home }: DeliverNeeds): ChatPlatform {
  /** Teams has no key against repetition: what this process posted under a key lately is not posted again. */
  const posted = createRecent<string>(2_000);

  const messageOf = (view: View): OutgoingActivity => {
    const card = cardOf(view);
    return activityOf(render(card), card.summary);
  };

  async function postIn(channel: string, activity: OutgoingActivity): Promise<string> {
    const { serviceUrl, tenantId } = home();
    if (!/^\S+$/.test(channel)) throw foreign();
    if (serviceUrl === undefined) throw new ConnectorError({ kind: 'later', reason: 'nobody spoke to the bot yet' });
    const activityId = await connector.send({ serviceUrl, conversationId: channel }, activity);
    return writeRef({ serviceUrl, tenantId, conversationId: channel, activityId });
  }

  return {
    platform,

    async post(to, view, key) {
      const before = posted.get(key);
      if (before !== undefined) return { kind: 'posted', ref: before };
      return judge(
        async () => {
          if ('channel' in to) return postIn(to.channel, messageOf(view));
          const person = readPersonRef(to.account);
          if (person === null) throw foreign();
          return writeRef(await talk.tell(person, messageOf(view)));
        },
        (ref) => posted.set(key, ref),
      );
    },

    async update(ref, view) {
      return judge(async () => {
        const message = readMessageRef(ref);
        if (message === null) throw foreign();
        await connector.update(message, message.activityId, messageOf(view));
        return ref;
      });
    },

    async profile(ref) {
      const seen = talk.seen(ref);
      if (seen !== undefined) {
        // The id of a thread in a channel is that of the channel with something behind it.
        const [conversationId = ''] = seen.conversationId.split(';');
        const { serviceUrl, userId } = seen.person;
        const member = await quietly(connector.member({ serviceUrl, conversationId }, userId));
        if (member !== null) return { naam: member.naam, email: member.email };
      }
      const known = await roster.byRef(ref);
      return known === null ? null : { naam: known.member.naam, email: known.member.email };
    },

    async find(email) {
      const known = await roster.byEmail(email);
      if (known === null) return null;
      const { serviceUrl, tenantId } = known.team;
      const person = { serviceUrl, tenantId, userId: known.member.id };
      return { platform, ref: known.member.ref, address: writeRef(person) };
    },
  };
}

const foreign = () => new ConnectorError({ kind: 'unreachable', reason: 'not an address of this platform' });

async function judge(attempt: () => Promise<string>, done: (ref: string) => void = () => {}): Promise<Posted> {
  try {
    const ref = await attempt();
    done(ref);
    return { kind: 'posted', ref };
  } catch (fault) {
    if (fault instanceof ConnectorError && fault.verdict.kind !== 'fault') return fault.verdict;
    throw fault;
  }
}

/** A profile that cannot be read is no reason to fail: the person is asked instead. */
async function quietly<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (fault) {
    if (fault instanceof ConnectorError) return null;
    throw fault;
  }
}
