import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Button, Card } from '../../cards/card.ts';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import { cardBook, plainCard } from '../../test/chat-contract.ts';
import {
  personalChat,
  publicServiceUrl,
  startTeamsService,
  type TeamsService,
  teamsTenant,
} from '../../test/stand-ins/teams.ts';
import { startTeamsBot, type TeamsBot } from '../../test/stand-ins/teams-bot.ts';
import { createTeamsUser, type TeamsUser } from '../../test/stand-ins/teams-user.ts';
import { readTeamRef, writeRef } from './refs.ts';
import { sentences } from './sentences.ts';

const an = { id: '29:an', aadObjectId: 'aad-an', name: 'An', email: 'an@example.org' };
const bart = { id: '29:bart', aadObjectId: 'aad-bart', name: 'Bart', email: 'bart@example.org' };
const channel = '19:kanaal@thread.tacv2';

const pressMe: Button = { action: 'hulp.tonen', label: 'Druk hier', subject: 's' };
const another: Button = { action: 'account.voorkeur', label: 'Iets anders', subject: 's' };
const formCard = (text: string): Card => ({
  ...plainCard(text),
  parts: [
    { type: 'text', text },
    { type: 'input', kind: 'text', id: 'veld', label: 'Veld', required: false, maxLength: 50 },
  ],
  form: { submit: { ...pressMe, label: 'Bewaren' } },
});

describe('Teams', () => {
  const book = cardBook();
  let service: TeamsService;
  let bot: TeamsBot;
  let user: TeamsUser;
  let other: TeamsUser;
  let intents: Intent[];
  let saved: string[];
  let answer: (intent: Intent) => Outcome | Promise<Outcome>;

  const show = (kind: 'answer' | 'form' | 'replace', card: Card, notice?: string): Outcome => ({
    kind,
    view: book.viewOf(card),
    notice,
  });
  const handle = async (intent: Intent) => {
    intents.push(intent);
    return answer(intent);
  };

  async function start(local = false): Promise<void> {
    service = await startTeamsService([an, bart], { id: '19:team@thread.tacv2', channels: [channel] });
    const memory = { load: async () => [], save: async (ref: string) => void saved.push(ref) };
    bot = await startTeamsBot(service, { handle, cardOf: book.cardOf, memory }, local);
    user = createTeamsUser({ service, endpoint: bot.endpoint, person: an, local });
    other = createTeamsUser({ service, endpoint: bot.endpoint, person: bart, local });
  }

  beforeEach(async () => {
    intents = [];
    saved = [];
    answer = () => ({ kind: 'nothing' });
    await start();
  });
  afterEach(async () => {
    await bot.close();
    await service.close();
    expect(service.problems).toEqual([]);
  });

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(bot.endpoint, { method: 'POST', headers, body }).then(({ status }) => status);
  const authentic = (serviceUrl = publicServiceUrl) => ({
    authorization: `Bearer ${service.tokens.valid(serviceUrl)}`,
  });
  const said = (rest: object = {}) => ({
    ...user.activity(personalChat(an.id), { type: 'message', text: 'hulp' }),
    ...rest,
  });

  describe('lets in', () => {
    it('nobody from another tenant, however valid the token [S4]', async () => {
      const foreign = '99999999-9999-4999-8999-999999999999';
      const conversation = { id: personalChat(an.id), conversationType: 'personal', tenantId: foreign };
      for (const rest of [
        { channelData: { tenant: { id: foreign } } },
        { conversation },
        { conversation: { ...conversation, tenantId: undefined }, channelData: {} },
      ])
        expect(await post(JSON.stringify(said(rest)), authentic())).toBe(403);
      expect(intents).toEqual([]);
      expect(service.messages).toEqual([]);
    });

    it('nobody who wants the answer elsewhere, even with a token for it [S4]', async () => {
      const evil = 'https://evil.example/';
      expect(await post(JSON.stringify(said({ serviceUrl: evil })), authentic(evil))).toBe(403);
      // Without an address botbuilder compares nothing.
      expect(await post(JSON.stringify(said({ serviceUrl: '' })), authentic())).toBe(403);
      expect(intents).toEqual([]);
    });

    it.each(['AseChannel', 'emulator', 'webchat', 'directline'])('no other channel: %s', async (channelId) => {
      expect(await post(JSON.stringify(said({ channelId })), authentic())).toBe(401);
      expect(intents).toEqual([]);
    });

    it('nothing without a token, whatever it is [S3]', async () => {
      for (const body of ['', '{', '[]', JSON.stringify(said())]) expect(await post(body)).toBe(401);
      expect(intents).toEqual([]);
    });

    it.each([
      ['no JSON', '{'],
      ['no activity', '[1]'],
      ['no kind', '{"text":"hulp"}'],
      ['null', 'null'],
    ])('nothing unreadable: %s', async (_, body) => {
      expect(await post(body, authentic())).toBe(400);
    });

    it('nothing that has no sender', async () => {
      expect(await post(JSON.stringify(said({ from: {} })), authentic())).toBe(400);
      expect(intents).toEqual([]);
    });

    it('nothing over a megabyte', async () => {
      expect(await post(JSON.stringify(said({ text: 'x'.repeat(1024 * 1024) })), authentic())).toBe(413);
      expect(intents).toEqual([]);
    });

    it('posts only', async () => {
      const { status } = await fetch(bot.endpoint, { headers: authentic() });
      expect(status).toBe(405);
    });

    it('tells nobody and no log what was wrong or what was said [S14]', async () => {
      const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
      const response = await fetch(bot.endpoint, {
        method: 'POST',
        headers: { authorization: 'Bearer onzin' },
        body: JSON.stringify(said({ text: 'een geheim' })),
      });
      printed.mockRestore();
      expect([response.status, await response.text()]).toEqual([401, '']);
      answer = () => {
        throw new Error('een geheim');
      };
      await user.type('een geheim');
      await user.until(/ging iets mis/);
      expect(bot.logged.join('\n')).not.toContain('geheim');
      expect(bot.logged.join('\n')).toContain('teams.fault');
    });

    it('sends its own token to Microsoft only', async () => {
      answer = () => show('answer', plainCard('Antwoord'));
      await user.type('hulp');
      const [call] = service.calls.filter(({ method }) => method === 'POST');
      expect(call?.authorization).toBe('Bearer het-token-van-de-bot');
      const address = JSON.stringify({ serviceUrl: 'https://evil.example/', tenantId: 't', userId: 'u' });
      const posted = await bot.teams.platform.post({ account: address }, book.viewOf(plainCard('x')), 'k');
      expect(posted.kind).toBe('unreachable');
    });
  });

  describe('where others look along', () => {
    it('answers with a message for one person, and says so neutrally', async () => {
      answer = () => show('answer', plainCard('Alleen voor jou'));
      await user.typeInChannel(channel, 'hulp');
      const [one, two] = service.messages;
      expect(one).toMatchObject({ onlyFor: an.id });
      expect(two).toMatchObject({ onlyFor: null, text: sentences.privately });
      expect(two?.conversationId).toBe(one?.conversationId);
      expect(other.screen()).toBe('');
    });

    it('answers in the personal chat where a message for one person cannot be', async () => {
      service.refuseTargeted();
      answer = () => show('answer', plainCard('Alleen voor jou'));
      await user.typeInChannel(channel, 'hulp');
      expect(service.messages.map(({ conversationId }) => conversationId.split(';')[0])).toEqual([
        personalChat(an.id),
        channel,
      ]);
      expect(user.channel(channel)).toEqual([sentences.privately]);
    });

    it('asks to open the personal chat where that cannot be either', async () => {
      service.refuseTargeted();
      answer = () => show('answer', plainCard('Alleen voor jou'));
      const stranger = { id: '29:x', aadObjectId: 'aad-x', name: 'X', email: 'x@example.org' };
      const outsider = createTeamsUser({ service, endpoint: bot.endpoint, person: stranger });
      await outsider.typeInChannel(channel, 'hulp');
      expect(user.channel(channel)).toEqual([sentences.openPersonalChat]);
    });

    it('says nothing there about a question that nobody saw', async () => {
      answer = () => show('answer', plainCard('Alleen voor jou'));
      const recipient = { id: '28:bot', isTargeted: true };
      await user.send(user.activity(`${channel};messageid=1`, { type: 'message', text: '/hulp', recipient }));
      expect(service.messages.map(({ onlyFor }) => onlyFor)).toEqual([an.id]);
    });

    it('lets a form live in a message for one person, page after page', async () => {
      answer = ({ input }) =>
        input.kind === 'command' ? show('form', formCard('Eerste')) : show('form', formCard('Tweede'));
      await user.typeInChannel(channel, 'hulp');
      await user.fill({ veld: 'ja' });
      await user.submit();
      expect(user.screen()).toContain('Tweede');
      expect(intents.at(-1)).toMatchObject({ place: 'private', input: { values: { veld: 'ja' }, from: 'form' } });
      await user.submit();
      expect(intents).toHaveLength(3);
      expect(user.channel(channel).join()).not.toMatch(/Eerste|Tweede/);
      expect(other.screen()).not.toMatch(/Eerste|Tweede/);
    });

    it('opens a form privately from a card in the channel, and leaves the card', async () => {
      await bot.teams.platform.post({ channel }, book.viewOf(plainCard('Voor iedereen', pressMe)), 'k');
      answer = () => show('form', formCard('Eerste'));
      await user.press('Druk hier');
      expect(user.screen()).toContain('Eerste');
      expect(user.screen()).toContain(sentences.privately);
      expect(intents.at(-1)?.place).toBe('shared');
      expect(other.channel(channel)).toHaveLength(1);
      expect(other.channel(channel).join()).toContain('Voor iedereen');
    });

    it('shows a replaced card to who pressed it; others get what the outbox says', async () => {
      await bot.teams.platform.post({ channel }, book.viewOf(plainCard('Voor iedereen', pressMe)), 'k');
      answer = () => show('replace', plainCard('Opgenomen'));
      await user.press('Druk hier');
      expect(service.calls.filter(({ method }) => method === 'PUT')).toEqual([]);
    });
  });

  describe('a pressed button', () => {
    beforeEach(async () => {
      answer = () => show('answer', plainCard('Kaart', pressMe, another));
      await user.type('hulp');
    });

    it('gets its own kind of answer, whatever others get at the same time', async () => {
      answer = async ({ input }) => {
        await sleep(Math.random() * 50);
        if (input.kind !== 'action') return { kind: 'nothing' };
        return input.subject.startsWith('kaart') ? show('replace', plainCard(input.subject)) : { kind: 'nothing' };
      };
      const press = (subject: string) => ({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', data: { press: { action: 'a', subject } } } },
      });
      const bodies = await Promise.all(
        Array.from({ length: 30 }, async (_, n) => {
          const subject = n % 2 === 0 ? `kaart-${n}` : `niets-${n}`;
          const { body } = await user.send(user.activity(personalChat(an.id), press(subject)));
          return { subject, text: JSON.stringify(body) };
        }),
      );
      for (const { subject, text } of bodies)
        if (subject.startsWith('kaart')) expect(text).toContain(`"${subject}"`);
        else expect(text).toContain('activity.message');
    });

    it('changes the card for good, before it answers', async () => {
      answer = () => show('replace', plainCard('Opgenomen'), 'Genoteerd.');
      await user.press('Druk hier');
      const [message] = service.messages;
      expect(service.calls.some(({ method }) => method === 'PUT')).toBe(true);
      expect(JSON.stringify(message?.card)).toContain('Genoteerd.');
      expect(service.messages).toHaveLength(1);
    });

    it('answers though the card cannot be changed for good', async () => {
      service.failNext('broken');
      answer = () => show('replace', plainCard('Opgenomen'));
      await user.press('Druk hier');
      expect(user.screen()).toContain('Opgenomen');
    });

    it('answers in time though Teams does not answer', async () => {
      service.failNext('silent');
      answer = () => show('replace', plainCard('Opgenomen'));
      const startedAt = performance.now();
      await user.press('Druk hier');
      expect(performance.now() - startedAt).toBeLessThan(5_000);
    });

    it('asks for patience when the core takes long, keeps the card, and changes it afterwards', async () => {
      answer = async () => {
        await sleep(5_500);
        return show('replace', plainCard('Eindelijk opgenomen'));
      };
      await user.press('Druk hier');
      expect(user.screen()).toContain(sentences.patience);
      expect(user.screen()).toContain('Druk hier');
      await user.until(/Eindelijk opgenomen/, 'inbox');
      expect(service.messages).toHaveLength(1);
    });

    it('says plainly that something went wrong, and keeps the card', async () => {
      answer = () => {
        throw new Error('stuk');
      };
      await user.press('Druk hier');
      expect(user.screen()).toMatch(/^Er ging iets mis.*\nBericht\nKaart/);
    });

    it('works the same on a client that only knows Action.Submit', async () => {
      answer = () => show('form', formCard('Vraag'));
      await user.pressAsSubmit('Druk hier');
      expect(user.screen()).toContain('Vraag');
      await user.fill({ veld: 'ja' });
      answer = () => show('answer', plainCard('Bedankt', another));
      await user.pressAsSubmit('Bewaren');
      expect(intents.at(-1)?.input).toMatchObject({ from: 'form', values: { veld: 'ja' } });
      expect(user.inbox()).toHaveLength(2);
      expect(user.screen()).toContain('Bedankt');
      answer = () => show('answer', plainCard('Nieuw bericht'));
      await user.pressAsSubmit('Iets anders');
      expect(user.inbox()).toHaveLength(3);
    });
  });

  describe('an answer', () => {
    it('that meets a busy moment comes a little later', async () => {
      service.failNext('busy');
      answer = () => show('answer', plainCard('Toch nog'));
      await user.type('hulp');
      await user.until(/Toch nog/);
    });

    it('to twenty commands at once comes twenty times, at the pace of Teams', async () => {
      answer = () => show('answer', plainCard('Antwoord'));
      await Promise.all(Array.from({ length: 20 }, () => user.type('hulp')));
      expect(user.inbox()).toHaveLength(20);
    });
  });

  it('is told who it can reach and who it cannot any more', async () => {
    const home = personalChat(an.id);
    await user.send(user.activity(home, { type: 'installationUpdate', action: 'add' }));
    await user.send(user.activity(home, { type: 'installationUpdate', action: 'remove' }));
    expect(intents.map(({ input }) => input.kind === 'lifecycle' && input.event)).toEqual(['reachable', 'unreachable']);
  });

  it('finds people once the bot is in their team, and keeps which team that is', async () => {
    expect(await bot.teams.platform.find(bart.email)).toBeNull();
    await user.send(
      user.activity(`${channel}`, {
        type: 'conversationUpdate',
        membersAdded: [{ id: '28:bot' }],
        channelData: { tenant: { id: teamsTenant }, team: { id: service.team.id } },
      }),
    );
    expect(intents).toEqual([]);
    expect((await bot.teams.platform.find(bart.email))?.ref).toBe(bart.aadObjectId);
    expect(saved.map(readTeamRef)).toMatchObject([{ teamId: service.team.id }]);
  });

  it('posts once under one key, however often it is asked', async () => {
    await user.type('hulp');
    const address = intents[0]?.account.address ?? '';
    const view = book.viewOf(plainCard('Eén keer'));
    const first = await bot.teams.platform.post({ account: address }, view, 'k');
    expect(await bot.teams.platform.post({ account: address }, view, 'k')).toEqual(first);
    expect(user.inbox()).toHaveLength(1);
  });

  it.each(['refused', 'too-big'] as const)(
    'takes a card that is %s as a fault, not as somebody who is gone [A1]',
    async (kind) => {
      await user.type('hulp');
      const address = intents[0]?.account.address ?? '';
      const view = book.viewOf(plainCard('Kaart'));
      service.failNext(kind);
      await expect(bot.teams.platform.post({ account: address }, view, 'k')).rejects.toThrow();
      const posted = await bot.teams.platform.post({ account: address }, view, 'k');
      service.failNext(kind);
      await expect(bot.teams.platform.update(posted.kind === 'posted' ? posted.ref : '', view)).rejects.toThrow();
    },
  );

  it('takes somebody with whom no chat can be opened as one who cannot be reached', async () => {
    const stranger = { serviceUrl: publicServiceUrl, tenantId: 'another tenant', userId: '29:nobody' };
    const posted = await bot.teams.platform.post({ account: writeRef(stranger) }, book.viewOf(plainCard('x')), 'k');
    expect(posted).toEqual({ kind: 'unreachable', reason: '400 BadArgument' });
  });

  it('knows the profile of who spoke in a channel only', async () => {
    await user.typeInChannel(channel, 'hulp');
    expect(await bot.teams.platform.profile(an.aadObjectId)).toEqual({ naam: 'An', email: an.email });
  });

  describe('with the playground', () => {
    beforeEach(async () => {
      await bot.close();
      await service.close();
      await start(true);
    });

    it('takes messages without a token, from this machine only', async () => {
      answer = () => show('answer', plainCard('Antwoord'));
      await user.type('hulp');
      expect(user.screen()).toContain('Antwoord');
      expect(await post(JSON.stringify(said({ serviceUrl: publicServiceUrl })))).toBe(403);
    });

    it('answers in the personal chat what is asked in a channel', async () => {
      answer = () => show('answer', plainCard('Alleen voor jou'));
      await user.typeInChannel(channel, 'hulp');
      expect(user.channel(channel)).toEqual([sentences.privately]);
      expect(service.messages.map(({ onlyFor }) => onlyFor)).toEqual([null, null]);
    });

    it('reaches a channel once somebody spoke, not before', async () => {
      const view = book.viewOf(plainCard('Voor iedereen'));
      expect((await bot.teams.platform.post({ channel }, view, 'k')).kind).toBe('later');
      await user.type('hulp');
      expect((await bot.teams.platform.post({ channel }, view, 'k')).kind).toBe('posted');
    });
  });
});
