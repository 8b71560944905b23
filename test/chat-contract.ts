import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Button, Card, Part } from '../cards/card.ts';
import type { Account, Intent } from '../src/intent.ts';
import type { Outcome } from '../src/outcome.ts';
import type { ChatPlatform } from '../src/ports.ts';
import type { View } from '../src/view.ts';
import { emptyCharts, hugeChart, sampleCharts } from './sample-charts.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';

/** One adapter, started against a stand-in of its platform, with two people and a channel. */
export type ChatHarness = {
  platform: ChatPlatform;
  user: ChatUser;
  /** The account `user` acts with, as the adapter names it, and that person's e-mail address there. */
  account: Account;
  email: string;
  other: ChatUser;
  /** A channel that the bot and both people are in. */
  channel: string;
  /** Everything the adapter handed to the core, in order. */
  intents: Intent[];
  /** What the core answers from now on; until then it answers `nothing`. */
  answerWith(answer: (intent: Intent) => Outcome | Promise<Outcome>): void;
  /**
   * What the platform's server does with the next call that shows something: asks to come back
   * later, breaks down, never answers, or says that the recipient is gone.
   */
  failNext(kind: 'busy' | 'broken' | 'silent' | 'gone'): void;
  /** Sends requests that the platform did not make, one per way of forging; the status of each. */
  forge(): Promise<{ what: string; status: number }[]>;
  /** Sends the last request of `user` once more, byte for byte. */
  replay(): Promise<void>;
  close(): Promise<void>;
};

/** `cardOf` stands in for the real cards, so that an adapter is tested on every element there is. */
export type MakeHarness = (needs: { cardOf: (view: View) => Card }) => Promise<ChatHarness>;

/**
 * Views that stand for a card made up in a test: `cardOf(viewOf(card))` is that card. Adapters never look
 * into a view, so nothing needs to be in it.
 */
export function cardBook(): { viewOf(card: Card): View; cardOf(view: View): Card } {
  const cards = new Map<View, Card>();
  return {
    viewOf(card) {
      const view = { view: 'made up in a test' } as unknown as View;
      cards.set(view, card);
      return view;
    },
    cardOf(view) {
      const card = cards.get(view);
      if (card === undefined) throw new Error('no card was made up for this view');
      return card;
    },
  };
}

/** A card with one line of text, and buttons when given. */
export function plainCard(text: string, ...buttons: Button[]): Card {
  const parts: Part[] = [{ type: 'text', text }];
  if (buttons.length > 0) parts.push({ type: 'buttons', buttons });
  return { title: 'Bericht', summary: 'Je hebt een bericht', parts };
}

/** A form with an input of every kind. `errors` by field id. */
export function everyInputCard(errors: Record<string, string> = {}): Card {
  const input = (id: string, label: string, required: boolean) => ({
    type: 'input' as const,
    id,
    label,
    required,
    hint: `Uitleg bij ${id}`,
    error: errors[id],
  });
  return {
    title: 'Een formulier',
    summary: 'Vul het formulier in',
    parts: [
      { type: 'text', text: 'Vul in wat je weet.' },
      { ...input('kort', 'Korte tekst', true), kind: 'text', maxLength: 80 },
      { ...input('lang', 'Lange tekst', false), kind: 'text', multiline: true, maxLength: 3000 },
      { ...input('dag', 'Een dag', false), kind: 'date' },
      { ...input('uur', 'Een uur', false), kind: 'time' },
      { ...input('keuze', 'Een keuze', false), kind: 'choice', options: options(3) },
      { ...input('keuzes', 'Enkele keuzes', false), kind: 'choices', options: options(3) },
      { ...input('veelkeuze', 'Een keuze uit veel', false), kind: 'choice', options: options(40) },
      { ...input('veelkeuzes', 'Enkele keuzes uit veel', false), kind: 'choices', options: options(40) },
    ],
    form: {
      submit: { action: 'kennismaking.bewaren', label: 'Bewaren', subject: 'onderwerp-1', style: 'primary' },
      back: { action: 'hulp.tonen', label: 'Vorige', subject: 'onderwerp-1' },
      cancel: { action: 'casus.lijst', label: 'Annuleren', subject: 'onderwerp-1' },
    },
  };
}

/** Far more of everything than any platform takes in one message. */
export function hugeCard(): Card {
  const long = 'Een lange zin die maar niet ophoudt. '.repeat(600);
  return {
    title: `Titel ${long}`,
    summary: `Samenvatting ${long}`,
    parts: [
      { type: 'text', text: `Begin ${long}` },
      { type: 'heading', text: `Kop ${long}` },
      { type: 'facts', facts: Array.from({ length: 60 }, (_, n) => ({ label: `Label ${n} ${long}`, value: long })) },
      { type: 'list', items: Array.from({ length: 200 }, (_, n) => `Punt ${n} ${n % 50 === 0 ? long : ''}`) },
      {
        type: 'table',
        columns: ['Dag', 'Van', 'Tot', long],
        rows: Array.from({ length: 150 }, (_, n) => [`${n}`, '09:00', '12:00', n % 40 === 0 ? long : 'iemand']),
      },
      ...Array.from({ length: 80 }, (_, n): Part => ({ type: 'text', text: `Alinea ${n}`, tone: 'subtle' })),
      {
        type: 'buttons',
        buttons: Array.from({ length: 40 }, (_, n) => ({
          action: 'hulp.tonen',
          label: `Knop ${n} ${n === 0 ? '' : long}`.trim(),
          subject: `s${n}`,
        })),
      },
    ],
  };
}

const options = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `w${n}`, label: `Waarde ${n}` }));

const pressMe: Button = { action: 'hulp.tonen', label: 'Druk hier', subject: 'onderwerp-7' };

/** Everything a person can type that a careless adapter would turn into something else. */
const markup = 'A <!channel> <@U0000> <at>ik</at> *sterk* _schuin_ `code` [hier](https://x.be) &amp; :smile: ~~weg~~';

/**
 * What every chat platform's adapter does alike. Run from the adapter's own folder:
 *
 *     chatContract('slack', slackHarness);
 */
export function chatContract(name: string, makeHarness: MakeHarness): void {
  describe(`chat platform ${name}`, () => {
    const book = cardBook();
    let chat: ChatHarness;

    beforeEach(async () => {
      chat = await makeHarness({ cardOf: book.cardOf });
    });
    afterEach(() => chat.close());

    const answer = (card: Card): Outcome => ({ kind: 'answer', view: book.viewOf(card) });
    const form = (card: Card): Outcome => ({ kind: 'form', view: book.viewOf(card) });
    const replace = (card: Card, notice?: string): Outcome => ({ kind: 'replace', view: book.viewOf(card), notice });
    const lastIntent = (): Intent => {
      const intent = chat.intents.at(-1);
      if (intent === undefined) throw new Error('nothing reached the core');
      return intent;
    };
    const post = async (card: Card, key = 'bericht-1') => {
      const posted = await chat.platform.post({ account: chat.account.address }, book.viewOf(card), key);
      if (posted.kind !== 'posted') throw new Error(`not posted: ${JSON.stringify(posted)}`);
      return posted.ref;
    };

    describe('receives', () => {
      it.each(['hulp', '/hulp', 'HULP', '/Hulp'])('a command typed privately as %j', async (text) => {
        await chat.user.type(text);
        const { input, account, place } = lastIntent();
        expect(input.kind).toBe('command');
        expect(input.kind === 'command' && input.text.replace(/^\//, '').toLowerCase()).toBe('hulp');
        expect(account).toEqual(chat.account);
        expect(place).toBe('private');
      });

      it('the words after a command as they were typed', async () => {
        await chat.user.type('/hulp  Bij <iets> & "zo"');
        const { input } = lastIntent();
        expect(input.kind === 'command' && input.text.replace(/^\//, '').replace(/\s+/g, ' ')).toBe(
          'hulp Bij <iets> & "zo"',
        );
      });

      it('a command in a channel, without the name of the bot in front', async () => {
        await chat.user.typeInChannel(chat.channel, 'hulp');
        const { input, place } = lastIntent();
        expect(input.kind === 'command' && input.text.replace(/^\//, '').trim()).toBe('hulp');
        expect(place).toBe('shared');
      });

      it('two people as two accounts of this platform', async () => {
        await chat.user.type('hulp');
        await chat.other.type('hulp');
        const [one, two] = chat.intents.map((intent) => intent.account);
        expect(one?.ref).not.toBe(two?.ref);
        expect([one?.platform, two?.platform]).toEqual([chat.platform.platform, chat.platform.platform]);
      });

      it('a pressed button with its action and subject', async () => {
        await post(plainCard('Een bericht met een knop', pressMe));
        await chat.user.press('Druk hier');
        expect(lastIntent().input).toEqual({
          kind: 'action',
          action: 'hulp.tonen',
          subject: 'onderwerp-7',
          values: {},
          from: 'card',
        });
      });

      it('every kind of value of a form, by field id', async () => {
        chat.answerWith(() => form(everyInputCard()));
        await chat.user.type('hulp');
        await chat.user.until(/Vul in wat je weet/, 'screen');
        const values = {
          kort: 'Dit & <dat> "zo"',
          lang: 'Eerste regel\nTweede regel',
          dag: '2026-11-20',
          keuze: 'w1',
          keuzes: ['w0', 'w2'],
          veelkeuze: 'w39',
          veelkeuzes: ['w5', 'w38'],
        };
        await chat.user.fill(values);
        await chat.user.submit();
        const { input } = lastIntent();
        expect(input).toMatchObject({
          kind: 'action',
          action: 'kennismaking.bewaren',
          subject: 'onderwerp-1',
          from: 'form',
        });
        expect(input.kind === 'action' && input.values).toEqual(values);
      });

      it('an empty field as an absent one', async () => {
        chat.answerWith(() => form(everyInputCard()));
        await chat.user.type('hulp');
        await chat.user.until(/Vul in wat je weet/, 'screen');
        await chat.user.fill({ kort: 'ja' });
        await chat.user.submit();
        const { input } = lastIntent();
        expect(input.kind === 'action' && input.values).toEqual({ kort: 'ja' });
      });

      it('what is filled in when going back', async () => {
        chat.answerWith(() => form(everyInputCard()));
        await chat.user.type('hulp');
        await chat.user.until(/Vul in wat je weet/, 'screen');
        await chat.user.fill({ kort: 'ja', keuze: 'w2' });
        await chat.user.press('Vorige');
        expect(lastIntent().input).toMatchObject({
          kind: 'action',
          action: 'hulp.tonen',
          values: { kort: 'ja', keuze: 'w2' },
          from: 'form',
        });
      });

      it('what is filled in on a card that was posted, and changes that card', async () => {
        chat.answerWith(() => replace(plainCard('Je antwoordde al')));
        await post(questionCard);
        await chat.user.fill({ antwoord: 'Dit & dat' });
        await chat.user.submit('Antwoorden');
        expect(lastIntent().input).toEqual({
          kind: 'action',
          action: 'kennismaking.bewaren',
          subject: 'onderwerp-3',
          values: { antwoord: 'Dit & dat' },
          from: 'form',
        });
        await chat.user.until(/Je antwoordde al/, 'inbox');
        expect(chat.user.inbox()).toHaveLength(1);
      });

      it('each request as a delivery of its own, and the same bytes as the same delivery', async () => {
        await chat.user.type('hulp');
        await chat.user.type('hulp');
        await chat.replay();
        const [one, two, again] = chat.intents.map((intent) => intent.delivery);
        expect(one).not.toBe(two);
        // An adapter may also drop a repetition itself.
        if (again !== undefined) expect(again).toBe(two);
      });
    });

    describe('has a home, or does without', () => {
      const show = (card: Card, account = chat.account.address) => {
        if (!chat.platform.home) throw new Error('no home');
        return chat.platform.home(account, book.viewOf(card));
      };
      /** Without a home nothing of it may be asked for: everything else is tested for every platform. */
      const inHome = (what: string, run: (home: NonNullable<ChatUser['home']>) => Promise<void>) =>
        it(what, async (context) => {
          expect(chat.user.home === undefined).toBe(chat.platform.home === undefined);
          if (chat.user.home === undefined) return context.skip('this platform has no home');
          await run(chat.user.home);
        });

      inHome('shows the newest view in the one place, to that person, without a message', async (home) => {
        expect(await show(plainCard('Eerst dit'))).toEqual({ kind: 'posted', ref: chat.account.address });
        expect(home.text()).toContain('Eerst dit');
        expect(await show(plainCard('Nu dit'))).toMatchObject({ kind: 'posted' });
        expect(home.text()).toContain('Nu dit');
        expect(home.text()).not.toContain('Eerst dit');
        expect(chat.user.inbox()).toEqual([]);
        expect(chat.other.home?.text()).toBe('');
      });

      inHome('shows every element of a card, and one far too large within the limits', async (home) => {
        await show(everyPartCard());
        for (const text of everyPartTexts) expect(home.text()).toContain(text);
        expect(await show(hugeCard())).toMatchObject({ kind: 'posted' });
        expect(home.text()).toContain('Knop 0');
      });

      inHome('tells the core when somebody looks at it', async (home) => {
        await home.open();
        expect(lastIntent()).toMatchObject({
          account: chat.account,
          place: 'private',
          input: { kind: 'lifecycle', event: 'home-opened' },
        });
      });

      inHome('answers a pressed button privately, beside the home', async (home) => {
        await show(plainCard('Een overzicht', pressMe));
        for (const kind of ['answer', 'replace', 'form'] as const) {
          const card = kind === 'form' ? everyInputCard() : plainCard(`Het antwoord: ${kind}`);
          chat.answerWith(() => ({ kind, view: book.viewOf(card) }));
          await chat.user.press('Druk hier', /Een overzicht/);
          expect(lastIntent().input).toMatchObject({ action: 'hulp.tonen', subject: 'onderwerp-7', from: 'card' });
          await chat.user.until(kind === 'form' ? /Vul in wat je weet/ : new RegExp(`Het antwoord: ${kind}`), 'screen');
          expect(home.text()).toContain('Een overzicht');
          expect(home.text()).not.toContain('Het antwoord');
          chat.user.close?.();
        }
      });

      inHome('spreads a burst of changes: what is too much at once comes later', async () => {
        const posted: string[] = [];
        for (let n = 0; n < 6; n += 1) posted.push((await show(plainCard(`Stand ${n}`))).kind);
        expect(posted[0]).toBe('posted');
        expect(posted.at(-1)).toBe('later');
      });

      inHome(
        'says later when the platform is busy, broken or silent, and unreachable when nobody is there',
        async () => {
          chat.failNext('busy');
          expect(await show(plainCard('Iets'))).toMatchObject({ kind: 'later', afterMs: 2_000 });
          chat.failNext('gone');
          expect(await show(plainCard('Iets'))).toMatchObject({ kind: 'unreachable' });
          expect(await show(plainCard('Iets'), 'geen adres')).toMatchObject({ kind: 'unreachable' });
        },
      );
    });

    describe('shows', () => {
      it('every element of a card as an answer', async () => {
        chat.answerWith(() => answer(everyPartCard()));
        await chat.user.type('hulp');
        const screen = await chat.user.until(/Bijna voorbij/, 'screen');
        for (const text of everyPartTexts) expect(screen).toContain(text);
      });

      it('every element of a card as a private message', async () => {
        await post(everyPartCard());
        const [message = ''] = chat.user.inbox();
        for (const text of everyPartTexts) expect(message).toContain(text);
        expect(chat.other.inbox()).toEqual([]);
      });

      it('a chart, with its title and every figure of it within reach', async () => {
        await post(chartCard());
        await expect.poll(() => chat.user.inbox().join('\n')).toContain('Einde');
        const message = chat.user.inbox().join('\n').replaceAll('\u00a0', ' ');
        for (const text of chartTexts) expect(message).toContain(text);
      });

      it('a chart as an answer to a command', async () => {
        chat.answerWith(() => answer(chartCard()));
        await chat.user.type('hulp');
        const screen = (await chat.user.until(/Einde/)).replaceAll('\u00a0', ' ');
        for (const text of chartTexts) expect(screen).toContain(text);
      });

      it('an answer in a channel to the one who asked, and to nobody else', async () => {
        chat.answerWith(() => answer(plainCard('Alleen voor jou')));
        await chat.user.typeInChannel(chat.channel, 'hulp');
        await chat.user.until(/Alleen voor jou/);
        expect(chat.other.screen()).not.toContain('Alleen voor jou');
        expect(chat.user.channel(chat.channel).join('\n')).not.toContain('Alleen voor jou');
      });

      it('a form with labels, explanations and buttons', async () => {
        chat.answerWith(() => form(everyInputCard()));
        await chat.user.type('hulp');
        const screen = await chat.user.until(/Vul in wat je weet/, 'screen');
        for (const text of [
          'Een formulier',
          'Korte tekst',
          'Uitleg bij kort',
          'Een keuze uit veel',
          'Bewaren',
          'Vorige',
        ])
          expect(screen).toContain(text);
      });

      it('what is wrong with a field, and keeps what was filled in', async () => {
        chat.answerWith(({ input }) =>
          form(input.kind === 'action' ? filledInCard(input.values, { kort: 'Dit is te kort.' }) : everyInputCard()),
        );
        await chat.user.type('hulp');
        await chat.user.until(/Vul in wat je weet/, 'screen');
        await chat.user.fill({ kort: 'ja', keuze: 'w2' });
        await chat.user.submit();
        await chat.user.until(/Dit is te kort\./, 'screen');
        await chat.user.submit();
        const { input } = lastIntent();
        expect(input.kind === 'action' && input.values).toEqual({ kort: 'ja', keuze: 'w2' });
      });

      it('the next page in place of the first', async () => {
        chat.answerWith(({ input }) => form(input.kind === 'action' ? secondPage : everyInputCard()));
        await chat.user.type('hulp');
        await chat.user.until(/Vul in wat je weet/, 'screen');
        await chat.user.fill({ kort: 'ja' });
        await chat.user.submit();
        const screen = await chat.user.until(/Tweede bladzijde/, 'screen');
        expect(screen).not.toContain('Korte tekst');
        await chat.user.fill({ nog_iets: 'klaar' });
        await chat.user.submit();
        expect(lastIntent().input).toMatchObject({ values: { nog_iets: 'klaar' } });
      });

      it('the answer in place of the form', async () => {
        chat.answerWith(({ input }) =>
          input.kind === 'action' ? answer(plainCard('Goed ontvangen')) : form(secondPage),
        );
        await chat.user.type('hulp');
        await chat.user.until(/Tweede bladzijde/, 'screen');
        await chat.user.fill({ nog_iets: 'klaar' });
        await chat.user.submit();
        const screen = await chat.user.until(/Goed ontvangen/, 'screen');
        expect(screen).not.toContain('Nog iets');
      });

      it('the new state in place of the pressed card, with a private notice', async () => {
        chat.answerWith(() => replace(plainCard('Opgenomen door Marijke'), 'Dat is genoteerd.'));
        await post(plainCard('Wie neemt dit op?', pressMe));
        await chat.user.press('Druk hier');
        await chat.user.until(/Opgenomen door Marijke/, 'inbox');
        expect(chat.user.inbox().join('\n')).not.toContain('Wie neemt dit op?');
        await chat.user.until(/Dat is genoteerd\./);
      });

      it('a form opened from a card closes, and leaves the card', async () => {
        chat.answerWith(({ input }) =>
          input.kind === 'action' && input.from === 'form' ? replace(plainCard('Teruggekoppeld')) : form(secondPage),
        );
        await post(plainCard('Een casus', pressMe));
        await chat.user.press('Druk hier');
        await chat.user.until(/Tweede bladzijde/, 'screen');
        await chat.user.fill({ nog_iets: 'klaar' });
        await chat.user.submit();
        await expect.poll(() => chat.user.screen()).not.toContain('Tweede bladzijde');
        expect(chat.user.inbox().join('\n')).toContain('Een casus');
      });

      it('a new private answer to a pressed button, and leaves the card', async () => {
        chat.answerWith(() => answer(plainCard('Het verloop')));
        await post(plainCard('Een casus', pressMe));
        await chat.user.press('Druk hier');
        await chat.user.until(/Het verloop/);
        expect(chat.user.inbox().join('\n')).toContain('Een casus');
      });

      it('nothing when there is nothing to show', async () => {
        await post(plainCard('Een casus', pressMe));
        const before = [chat.user.screen(), ...chat.user.inbox()];
        await chat.user.press('Druk hier');
        expect([chat.user.screen(), ...chat.user.inbox()]).toEqual(before);
      });

      it('a plain sentence when the core fails, and no cause', async () => {
        chat.answerWith(() => {
          throw new Error('connection to 10.0.0.7 refused');
        });
        await chat.user.type('hulp');
        const text = await chat.user.until(/ging iets mis/);
        expect(text).not.toMatch(/10\.0\.0\.7|Error|at \S+:\d+/);
      });

      it('an answer that takes longer than the platform waits', async () => {
        chat.answerWith(async () => {
          await new Promise((resolve) => setTimeout(resolve, 6_000));
          return answer(plainCard('Eindelijk klaar'));
        });
        await chat.user.type('hulp');
        await chat.user.until(/Eindelijk klaar/, undefined, 30_000);
      });

      it('typed text as it was typed, whatever markup it looks like', async () => {
        await post({
          title: 'Getypt',
          summary: 'Je hebt een bericht',
          parts: [
            { type: 'text', text: `gewoon: ${markup}` },
            { type: 'text', text: `sterk: ${markup}`, strong: true },
            { type: 'text', text: `let op: ${markup}`, tone: 'warning' },
            { type: 'text', text: `stil: ${markup}`, tone: 'subtle' },
            { type: 'facts', facts: [{ label: `label: ${markup}`, value: `waarde: ${markup}` }] },
            { type: 'list', items: [`punt: ${markup}`] },
            { type: 'table', columns: ['A', 'B'], rows: [['cel', `cel: ${markup}`]] },
          ],
        });
        const [message = ''] = chat.user.inbox();
        for (const where of ['gewoon', 'sterk', 'let op', 'stil', 'label', 'waarde', 'punt', 'cel'])
          expect(message).toContain(`${where}: ${markup}`);
      });
    });

    describe('delivers', () => {
      it('in a channel', async () => {
        const posted = await chat.platform.post(
          { channel: chat.channel },
          book.viewOf(plainCard('Voor iedereen')),
          'k',
        );
        expect(posted.kind).toBe('posted');
        expect(chat.user.channel(chat.channel).join('\n')).toContain('Voor iedereen');
        expect(chat.user.inbox()).toEqual([]);
      });

      it('an update in place, privately and in a channel', async () => {
        const ref = await post(plainCard('Oud'));
        expect(await chat.platform.update(ref, book.viewOf(plainCard('Nieuw')))).toEqual({ kind: 'posted', ref });
        expect(chat.user.inbox()).toHaveLength(1);
        expect(chat.user.inbox().join('\n')).toContain('Nieuw');

        const posted = await chat.platform.post({ channel: chat.channel }, book.viewOf(plainCard('Oude regel')), 'k2');
        if (posted.kind !== 'posted') throw new Error('not posted');
        await chat.platform.update(posted.ref, book.viewOf(plainCard('Nieuwe regel')));
        expect(chat.user.channel(chat.channel).join('\n')).toContain('Nieuwe regel');
        expect(chat.user.channel(chat.channel).join('\n')).not.toContain('Oude regel');
      });

      it('later, when the platform is busy, after as long as it asks', async () => {
        chat.failNext('busy');
        const posted = await chat.platform.post({ account: chat.account.address }, book.viewOf(plainCard('Druk')), 'k');
        expect(posted.kind).toBe('later');
        expect(posted.kind === 'later' && posted.afterMs).toBeGreaterThan(0);
        await post(plainCard('Nu wel'), 'k');
        expect(chat.user.inbox()).toHaveLength(1);
      });

      it.each(['broken', 'silent'] as const)('later, when the platform is %s, and never hangs', async (kind) => {
        chat.failNext(kind);
        const posted = await chat.platform.post({ account: chat.account.address }, book.viewOf(plainCard('Stuk')), 'k');
        expect(posted.kind).toBe('later');
      });

      it('never, when the recipient is gone', async () => {
        chat.failNext('gone');
        const posted = await chat.platform.post({ account: chat.account.address }, book.viewOf(plainCard('Weg')), 'k');
        expect(posted.kind).toBe('unreachable');
      });

      it('never, when a ref or an address is not one of its own', async () => {
        const view = book.viewOf(plainCard('Iets'));
        expect((await chat.platform.post({ account: 'niet-van-hier' }, view, 'k')).kind).toBe('unreachable');
        expect((await chat.platform.update('niet-van-hier', view)).kind).toBe('unreachable');
      });

      it('to an account found by its e-mail address', async () => {
        expect(await chat.platform.find('niemand@example.org')).toBeNull();
        const account = await chat.platform.find(chat.email);
        expect(account?.ref).toBe(chat.account.ref);
        const posted = await chat.platform.post(
          { account: account?.address ?? '' },
          book.viewOf(plainCard('Gevonden')),
          'k',
        );
        expect(posted.kind).toBe('posted');
        expect(chat.user.inbox().join('\n')).toContain('Gevonden');
      });

      it('the profile of an account', async () => {
        expect(await chat.platform.profile(chat.account.ref)).toMatchObject({ email: chat.email });
        expect(await chat.platform.profile('niet-van-hier')).toBeNull();
      });
    });

    describe('keeps the limits of the platform', () => {
      it('in a message that is far too long', async () => {
        await post(hugeCard());
        expect(chat.user.inbox().join('\n')).toContain('Begin Een lange zin');
        await chat.user.press('Knop 0');
        expect(lastIntent().input).toMatchObject({ action: 'hulp.tonen', subject: 's0' });
      });

      it('in an answer that is far too long', async () => {
        chat.answerWith(() => answer(hugeCard()));
        await chat.user.type('hulp');
        await chat.user.until(/Begin Een lange zin/, 'screen');
      });

      it('in a form that is far too long', async () => {
        chat.answerWith(() => form(hugeForm()));
        await chat.user.type('hulp');
        await chat.user.until(/Begin Een lange zin/, 'screen');
        await chat.user.fill({ veel: 'w149' });
        await chat.user.submit();
        expect(lastIntent().input).toMatchObject({ values: { veel: 'w149' } });
      });

      it('in a card with nothing in it', async () => {
        await post({ title: 'Leeg', summary: 'Leeg', parts: [] });
        await post(emptyParts, 'bericht-2');
        expect(chat.user.inbox()).toHaveLength(2);
      });

      it('in a chart that is far too big, and in one with nothing in it', async () => {
        await post({ title: 'Groot', summary: 'Groot', parts: [hugeChart(), { type: 'text', text: 'Einde' }] });
        await post({ title: 'Leeg', summary: 'Leeg', parts: emptyCharts }, 'bericht-2');
        expect(chat.user.inbox()).toHaveLength(2);
        expect(chat.user.inbox().join('\n')).toContain('Te groot');
      });
    });

    describe('refuses', () => {
      it('every request that the platform did not make', async () => {
        const attempts = await chat.forge();
        expect(attempts.length).toBeGreaterThan(0);
        for (const { what, status } of attempts) expect({ what, status }).toEqual({ what, status: 401 });
        expect(chat.intents).toEqual([]);
      });
    });
  });
}

const chartCard = (): Card => ({
  title: 'Grafieken',
  summary: 'Je hebt een bericht',
  parts: [...Object.values(sampleCharts), { type: 'text', text: 'Einde' }],
});

/** A title of each, names, a figure of each kind. */
const chartTexts = [
  ...Object.values(sampleCharts).map(({ title }) => title),
  'Marijke',
  'Vastgelegd',
  '€ 4.125,50',
  '129 uur',
  'Doel 3',
  '6',
  'Jaarbudget',
  '€ 400.000',
];

const everyPartTexts = [
  'Alles op een rij',
  'Gewone tekst',
  'Sterke tekst',
  'Kleine tekst',
  'Gelukt',
  'Let op',
  'Gevaar',
  'Tussenkop',
  'Gemeente',
  'Hasselt',
  'Eerste punt',
  'Tweede punt',
  'Wie',
  'Marijke',
  'Bijna voorbij',
  'Druk hier',
];

function everyPartCard(): Card {
  return {
    title: 'Alles op een rij',
    summary: 'Je hebt een bericht',
    parts: [
      { type: 'text', text: 'Gewone tekst' },
      { type: 'text', text: 'Sterke tekst', strong: true },
      { type: 'text', text: 'Kleine tekst', tone: 'subtle' },
      { type: 'text', text: 'Gelukt', tone: 'good' },
      { type: 'text', text: 'Let op', tone: 'warning', strong: true },
      { type: 'text', text: 'Gevaar', tone: 'danger' },
      { type: 'heading', text: 'Tussenkop' },
      { type: 'facts', facts: [{ label: 'Gemeente', value: 'Hasselt' }] },
      { type: 'list', items: ['Eerste punt', 'Tweede punt'] },
      { type: 'divider' },
      { type: 'table', columns: ['Dag', 'Wie'], rows: [['ma', 'Marijke']] },
      { type: 'text', text: 'Bijna voorbij' },
      { type: 'buttons', buttons: [pressMe, { ...pressMe, label: 'Nog een', style: 'danger' }] },
    ],
  };
}

const secondPage: Card = {
  title: 'Een formulier',
  summary: 'Vul het formulier in',
  parts: [
    { type: 'text', text: 'Tweede bladzijde' },
    { type: 'input', kind: 'text', id: 'nog_iets', label: 'Nog iets', required: true, maxLength: 200 },
  ],
  form: { submit: { action: 'kennismaking.bewaren', label: 'Bewaren', subject: 'onderwerp-1' } },
};

/** A form that is posted as a message, instead of opened by somebody. */
const questionCard: Card = {
  title: 'Een vraag',
  summary: 'Er is een vraag voor je',
  parts: [
    { type: 'text', text: 'Wat bedoel je?' },
    { type: 'input', kind: 'text', id: 'antwoord', label: 'Antwoord', required: true, multiline: true, maxLength: 500 },
  ],
  form: { submit: { action: 'kennismaking.bewaren', label: 'Antwoorden', subject: 'onderwerp-3' } },
};

/** The form again, with what was filled in, as the core gives it back together with the errors. */
function filledInCard(values: Record<string, string | string[]>, errors: Record<string, string>): Card {
  const card = everyInputCard(errors);
  const parts = card.parts.map((part): Part => {
    if (part.type !== 'input') return part;
    const value = values[part.id];
    if (part.kind === 'choices') return Array.isArray(value) ? { ...part, value } : part;
    return typeof value === 'string' ? { ...part, value } : part;
  });
  return { ...card, parts };
}

function hugeForm(): Card {
  const card = hugeCard();
  const long = 'nog wat uitleg '.repeat(400);
  return {
    ...card,
    parts: [
      ...card.parts.filter((part) => part.type !== 'buttons').slice(0, 60),
      {
        type: 'input',
        kind: 'choice',
        id: 'veel',
        label: `Kies ${long}`,
        hint: long,
        required: false,
        error: long,
        options: options(150).map((option) => ({ ...option, label: `${option.label} ${long}` })),
      },
      { type: 'input', kind: 'choice', id: 'geen', label: 'Niets te kiezen', required: false, options: [] },
      {
        type: 'input',
        kind: 'text',
        id: 'tekst',
        label: 'Tekst',
        required: false,
        placeholder: long,
        maxLength: 100_000,
      },
    ],
    form: {
      submit: { action: 'kennismaking.bewaren', label: `Bewaren ${long}`, subject: 'onderwerp-1' },
      back: { action: 'hulp.tonen', label: `Vorige ${long}`, subject: 'onderwerp-1' },
      cancel: { action: 'casus.lijst', label: `Sluiten ${long}`, subject: 'onderwerp-1' },
    },
  };
}

const emptyParts: Card = {
  title: '',
  summary: '',
  parts: [
    { type: 'text', text: '' },
    { type: 'heading', text: '' },
    { type: 'facts', facts: [] },
    { type: 'facts', facts: [{ label: '', value: '' }] },
    { type: 'list', items: [] },
    { type: 'list', items: [''] },
    { type: 'table', columns: [], rows: [] },
    { type: 'buttons', buttons: [] },
    { type: 'buttons', buttons: [{ action: 'hulp.tonen', label: '', subject: '' }] },
  ],
};
