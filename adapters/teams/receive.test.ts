import { describe, expect, it } from 'vitest';
import { activitySchema } from './activity.ts';
import { receive } from './receive.ts';

const at = Temporal.Instant.from('2026-11-22T10:00:00Z');
const base = {
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:an', aadObjectId: 'aad-an' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:an', conversationType: 'personal', tenantId: 't' },
  channelData: { tenant: { id: 't' } },
};
const inChannel = { conversation: { id: '19:k;messageid=1', conversationType: 'channel', tenantId: 't' } };
const arrive = (rest: object) => receive(activitySchema.parse({ ...base, ...rest }), at);
const intentOf = (rest: object) => {
  const arrival = arrive(rest);
  return arrival !== null && arrival.kind !== 'team' ? arrival.intent : null;
};
const words = (text: string) => {
  const input = intentOf({ text })?.input;
  return input?.kind === 'command' ? input.text : null;
};
const press = { action: 'iets.doen', subject: 's1', form: true, multi: ['meer'] };
const executed = (data: object, rest: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'm1',
  value: { action: { type: 'Action.Execute', data }, trigger: 'manual' },
  ...rest,
});

describe('what arrives from Teams', () => {
  it.each([
    ['hulp', 'hulp'],
    ['/hulp', 'hulp'],
    [' / hulp ', 'hulp'],
    ['<at>De bot</at> hulp', 'hulp'],
    ['<at id="0">De bot</at>&nbsp;/hulp nu', 'hulp nu'],
    ['hulp <at>Iemand</at>', 'hulp'],
    ['a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;', `a <b> & "c" 'd'`],
    ['&amp;lt;', '&lt;'],
    ['een\ntwee', 'een\ntwee'],
    ['', ''],
  ])('the words of %j', (text, expected) => expect(words(text)).toBe(expected));

  it('who said it, and how to write back privately', () => {
    const account = intentOf({ text: 'hulp' })?.account;
    expect(account).toMatchObject({ platform: 'teams', ref: 'aad-an' });
    expect(JSON.parse(account?.address ?? '')).toEqual({
      serviceUrl: base.serviceUrl,
      tenantId: 't',
      userId: '29:an',
      conversationId: 'a:an',
    });
    // The chat with everybody is no address of one person.
    expect(intentOf({ text: 'hulp', ...inChannel })?.account.address).not.toContain('19:k');
  });

  it.each(['channel', 'groupChat', undefined, 'iets nieuws'])(
    'as said where others look along, in a conversation of the kind %s',
    (conversationType) => {
      expect(intentOf({ text: 'x', conversation: { id: 'c', conversationType } })?.place).toBe('shared');
    },
  );

  it('a slash command that only its author saw in the channel', () => {
    const arrival = arrive({ text: '/hulp', ...inChannel, recipient: { id: '28:bot', isTargeted: true } });
    expect(arrival).toMatchObject({ kind: 'command', hidden: true, alone: false });
  });

  it('a pressed button with its values apart, whether it comes as an invoke or as a message', () => {
    const data = { press, kort: 'ja', leeg: '', meer: 'a,b%2Cc', lang: 'een\r\ntwee', getal: 3, __proto__: 'x' };
    for (const activity of [executed(data), { value: data, replyToId: 'm1' }])
      expect(arrive(activity)).toMatchObject({
        kind: 'press',
        pressedId: 'm1',
        intent: {
          input: {
            kind: 'action',
            action: 'iets.doen',
            subject: 's1',
            from: 'form',
            values: { kort: 'ja', meer: ['a', 'b,c'], lang: 'een\ntwee' },
          },
        },
      });
    const input = intentOf(executed(data))?.input;
    expect(input?.kind === 'action' && Object.keys(input.values)).toEqual(['kort', 'meer', 'lang']);
  });

  it.each([
    ['no data', executed({})],
    ['data that is not ours', executed({ press: { action: 5 } })],
    ['an action that is far too long', executed({ press: { ...press, action: 'x'.repeat(101) } })],
    ['another invoke', executed({ press }, { name: 'task/fetch' })],
    ['no value', { type: 'invoke', name: 'adaptiveCard/action' }],
  ])('no press from %s', (_, activity) => expect(arrive(activity)).toBeNull());

  it('one delivery per activity, and the same for a repetition', () => {
    const id = (rest: object) => intentOf(rest)?.delivery;
    expect(id({ text: 'a' })).toBe(id({ text: 'a' }));
    expect(id({ text: 'a', id: 'a2' })).not.toBe(id({ text: 'a' }));
    const nameless = (rest: object) => id({ ...executed({ press, ...rest }), id: undefined, timestamp: 't1' });
    expect(nameless({})).toBe(nameless({}));
    expect(nameless({})).not.toBe(nameless({ kort: 'anders' }));
    expect(nameless({})).not.toBe(id({ ...executed({ press }), id: undefined, timestamp: 't2' }));
  });

  it.each([
    ['an installation', { type: 'installationUpdate', action: 'add' }, 'reachable'],
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }, 'reachable'],
    ['a removal', { type: 'installationUpdate', action: 'remove' }, 'unreachable'],
    ['a first talk', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, 'reachable'],
    ['a last talk', { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }, 'unreachable'],
  ])('%s as being reachable or not', (_, activity, event) => {
    expect(intentOf(activity)?.input).toEqual({ kind: 'lifecycle', event });
  });

  it('the teams the bot comes into and leaves', () => {
    const inTeam = { ...inChannel, channelData: { tenant: { id: 't' }, team: { id: '19:team' } } };
    const joined = arrive({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }], ...inTeam });
    expect(joined).toMatchObject({ kind: 'team', event: 'joined', team: { teamId: '19:team', tenantId: 't' } });
    expect(arrive({ type: 'installationUpdate', action: 'remove', ...inTeam })).toMatchObject({ event: 'left' });
    // Somebody else left: the team is read again.
    const left = { type: 'conversationUpdate', membersRemoved: [{ id: '29:x' }], ...inTeam };
    expect(arrive(left)).toMatchObject({ event: 'joined' });
  });

  it.each(['messageReaction', 'typing', 'messageUpdate', 'event', 'endOfConversation'])('nothing from %s', (type) =>
    expect(arrive({ type })).toBeNull(),
  );
});
