import { describe, expect, it, onTestFinished } from 'vitest';
import { cardOf } from '../cards/card-of.ts';
import { handle } from '../src/bot.ts';
import { startTermijn } from '../src/casus/ladder.ts';
import type { Values } from '../src/intent.ts';
import type { Person } from '../src/personen/directory.ts';
import { tafelItem } from '../src/zorgtafel/tafel-agenda.ts';
import { type Deelnemer, momentVan, type Zorgtafel } from '../src/zorgtafel/zorgtafel.ts';
import { aCasus, auditEntry } from './database-fixtures.ts';
import { eachPlace } from './databases.ts';
import { MONDAY, startStage } from './stage.ts';

const momenten = [momentVan(MONDAY.add({ hours: 24 })), momentVan(MONDAY.add({ hours: 30 }))];
const [first] = momenten;
if (!first) throw new Error('no moment');

const seat = (n: number, persoonId: string, more: Partial<Deelnemer> = {}): Deelnemer => ({
  id: `d-${n}`,
  soort: 'hulpverlener',
  persoonId,
  naam: `Mens ${n}`,
  via: null,
  sinds: MONDAY,
  uitgenodigdOp: MONDAY,
  antwoorden: {},
  geantwoordOp: null,
  stand: 'gevraagd',
  agenda: { token: `token-${n}`, hash: `hash-${n}` },
  ...more,
});

eachPlace((_, openPlace) => {
  describe('velen tegelijk aan één zorgtafel', () => {
    /** People at one table and its coordinator, each with an account of two chat platforms in turn. */
    const open = async (stand: Zorgtafel['stand'], mensen = 39) => {
      const stage = await startStage('teams', await openPlace(), { known: [] });
      onTestFinished(() => stage.close());
      const { world } = stage.bot;
      const { store } = world;
      const marijke = store.directory().personIdByEmail.get('marijke@example.org') ?? '';
      const people = Array.from(
        { length: mensen },
        (_, n): Person => ({
          id: `p-${n}`,
          naam: `Mens ${n}`,
          email: `mens-${n}@example.org`,
          organisatie: null,
          functie: null,
          sector: 'andere',
          regio: 'LIM',
          voorkeur: null,
        }),
      );
      const account = (personId: string, n: number) => ({
        platform: n % 2 ? 'teams' : 'slack',
        ref: `ref-${personId}`,
        address: `adres-${personId}`,
        personId,
        // They answer; nothing has to reach them here.
        reachable: false,
      });
      await store.commit({
        persons: people,
        accounts: [...people.map((p, n) => account(p.id, n)), account(marijke, 1)],
        audit: [],
      });
      const casus = aCasus('c-1', {
        stand: 'opgenomen',
        aanmelder: 'p-0',
        aanspreekpunt: marijke,
        betrokkenen: people.slice(1).map((p) => p.id),
        aangemeldOp: MONDAY,
      });
      await store.commit({ newCasus: { casus, prefix: 'LIM-2026' }, audit: [auditEntry()] });
      const before = await store.casusById('c-1');
      if (!before) throw new Error('no case');
      const tafel: Zorgtafel = {
        id: 't-1',
        casusId: 'c-1',
        stand,
        besprokenOp: MONDAY,
        plaats: { omschrijving: 'CKG', adres: '', lokaal: '', link: '', openbaar: true },
        duur: 90,
        momenten,
        gekozen: stand === 'vast' ? first.id : null,
        deelnemers: [
          ...people.map((p, n) => seat(n, p.id, n === 0 ? { soort: 'aanmelder' } : {})),
          seat(mensen, marijke, { soort: 'casuscoordinator', antwoorden: { [first.id]: 'kan' } }),
        ],
        volgnummer: stand === 'vast' ? 1 : 0,
        reden: null,
        verslag: null,
        boodschap: '',
        expertVraag: '',
        experts: 0,
        expertise: null,
        agenda: stand === 'vast' ? { start: first.start, op: MONDAY } : null,
      };
      await store.commit({
        casus: { next: { ...before, versie: 2 }, was: 1 },
        zorgtafel: tafel,
        termijnen: [
          startTermijn(
            {
              id: 'k-1',
              casusId: 'c-1',
              soort: 'zorgtafel_antwoorden',
              over: 't-1',
              start: MONDAY,
              einde: MONDAY.add({ hours: 8 }),
            },
            [{ na: 'x', soort: 'herinnering', aan: 'tafel' }],
            () => MONDAY.add({ hours: 4 }),
          ),
        ],
        audit: [auditEntry()],
      });
      let count = 0;
      const press = (personId: string, action: string, subject: string, values: Values = {}) =>
        handle(world, {
          delivery: `d-${personId}-${++count}`,
          at: MONDAY.add({ minutes: 5 }),
          account: account(personId, people.findIndex((p) => p.id === personId) === -1 ? 1 : Number(personId.slice(2))),
          place: 'private',
          input: { kind: 'action', action, subject, values, from: 'card' },
        });
      return { store, press, marijke };
    };

    it('bewaart elk van veertig antwoorden die samen aankomen, één keer [T4, S2]', async () => {
      const { store, press } = await open('peilen');
      const outcomes = await Promise.all(
        Array.from({ length: 39 }, (_, n) =>
          press(`p-${n}`, 'zorgtafel.antwoorden', `c-1/t-1/d-${n}`, { [`antwoord_${first.id}`]: 'kan' }),
        ),
      );
      expect(outcomes.map((o) => ('view' in o ? o.view.view : o.kind))).toEqual(Array(39).fill('uitnodiging'));
      const [tafel] = await store.zorgtafels('c-1');
      expect(tafel?.deelnemers.filter((d) => d.antwoorden[first.id] === 'kan')).toHaveLength(40);
      expect((await store.casusById('c-1'))?.versie).toBe(2 + 39);
      const told = await store.gebeurtenissen('c-1', 100);
      expect(told.filter((g) => g.soort === 'zorgtafel_antwoord')).toHaveLength(39);
    });

    it('laat van twee planners die de plaats wijzigen één winnen; de ander ziet wat er nu staat [T3]', async () => {
      const { store, press, marijke } = await open('vast');
      const as = (lokaal: string) => ({
        plaats: 'anders',
        plaats_anders: 'CKG',
        lokaal,
        link: '',
        duur: '90',
        boodschap: '',
      });
      const outcomes = await Promise.all(
        ['zaal 1', 'zaal 2'].map((lokaal) => press(marijke, 'zorgtafel.plaats_bewaren', 'c-1/t-1/0', as(lokaal))),
      );
      const [tafel] = await store.zorgtafels('c-1');
      const views = outcomes.flatMap((o) => ('view' in o ? [o.view] : []));
      expect(views.map((v) => v.view).sort()).toEqual(['tafel_bewaard', 'tafel_formulier']);
      const back = views.find((v) => v.view === 'tafel_formulier');
      expect(back?.errors.lokaal).toContain(`Nu staat hier: ${tafel?.plaats.lokaal}.`);
      expect(tafel?.volgnummer).toBe(2);
    });

    it('geeft één uitkomst als er twee antwoorden, één verplaatst en één afgelast [T4]', async () => {
      const { store, press, marijke } = await open('vast');
      const moved = { datum: '2026-03-12', uur: '14:00', hoe: 'vast', reden: 'De zaal was bezet.' };
      const outcomes = await Promise.all([
        press('p-1', 'zorgtafel.kom', `c-1/t-1/d-1.${first.id}`),
        press('p-2', 'zorgtafel.kom_niet', `c-1/t-1/d-2.${first.id}`),
        press(marijke, 'zorgtafel.verplaatsen_bewaren', 'c-1/t-1', moved),
        press(marijke, 'zorgtafel.afgelasten_bewaren', 'c-1/t-1', { reden: 'Het gezin verhuisde.' }),
      ]);
      const done = outcomes.map((o) => ('view' in o && o.view.view === 'weigering' ? o.view.refusal.kind : 'ok'));
      expect(done[3]).toBe('ok');
      for (const kind of done) expect(['ok', 'zorgtafel_voorbij']).toContain(kind);
      const [tafel] = await store.zorgtafels('c-1');
      expect(tafel).toMatchObject({ stand: 'afgelast', reden: 'Het gezin verhuisde.' });
      expect(tafel?.volgnummer).toBe(done[2] === 'ok' ? 3 : 2);
      const told = (await store.gebeurtenissen('c-1', 100)).filter((g) => g.soort.startsWith('zorgtafel_'));
      // Who answered for a moment that had just gone said nothing about the one that came.
      const gemist = outcomes.filter((o) => 'view' in o && o.view.view === 'uitnodiging' && o.view.melding !== null);
      expect(told).toHaveLength(done.filter((d) => d === 'ok').length - gemist.length);
      // No clock of the table; the 48 hours go on for the next one [T1].
      const running = (await store.termijnen('c-1')).filter((t) => !t.gestopt);
      expect(running.map((t) => [t.soort, t.over])).toEqual([['zorgtafel', null]]);
      const [d] = tafel?.deelnemers ?? [];
      expect(tafel && d && tafelItem(tafel, d)).toMatchObject({ stand: 'vervallen', volgnummer: tafel?.volgnummer });
      expect(await store.tafelAgenda('hash-3')).toMatchObject({ deelnemerId: 'd-3', tafel: { stand: 'afgelast' } });
      expect(await store.tafelAgenda('hash-x')).toBeNull();
    });

    describe('een druk op een kaart van daarvoor, op het ene en het andere platform', () => {
      /** `kaart`: what is in somebody's hands now; its buttons can be pressed whatever happens meanwhile. */
      const metKaarten = async (stand: Zorgtafel['stand']) => {
        const { store, press, marijke } = await open(stand, 5);
        const kaart = async (n: number) => {
          const shown = await press(`p-${n}`, 'zorgtafel.tonen', `c-1/t-1/d-${n}`);
          if (!('view' in shown)) throw new Error('no card');
          const buttons = cardOf(shown.view).parts.flatMap((p) => (p.type === 'buttons' ? p.buttons : []));
          return (action: string) => {
            const button = buttons.find((b) => b.action === action);
            if (!button) throw new Error(`no ${action} on the card`);
            return press(`p-${n}`, action, button.subject);
          };
        };
        const stoel = async (n: number) => {
          const [tafel] = await store.zorgtafels('c-1');
          const d = tafel?.deelnemers.find((p) => p.id === `d-${n}`);
          return { stand: d?.stand, antwoorden: tafel?.momenten.map((m) => d?.antwoorden[m.id]) };
        };
        const doet = (action: string, values: Values) => press(marijke, `zorgtafel.${action}`, 'c-1/t-1', values);
        return { store, kaart, stoel, doet };
      };
      const donderdag = { datum: '2026-03-12', uur: '14:00', reden: 'De zaal was bezet.' };
      const gemist = { kind: 'replace', view: { view: 'uitnodiging', melding: 'ander_moment' } };
      const gehoord = { kind: 'replace', view: { view: 'uitnodiging', melding: null } };
      // Odd and even sit on another chat platform.
      const drukken = [
        [1, 'zorgtafel.kom', 'komt'],
        [2, 'zorgtafel.kom', 'komt'],
        [3, 'zorgtafel.kom_niet', 'komt_niet'],
        [4, 'zorgtafel.kom_niet', 'komt_niet'],
      ] as const;

      it('zegt niets over het nieuwe moment; de kaart van nu wel [T4]', async () => {
        const { kaart, stoel, doet } = await metKaarten('vast');
        const oud = await Promise.all(drukken.map(([n]) => kaart(n)));
        await doet('verplaatsen_bewaren', { ...donderdag, hoe: 'vast' });
        for (const [i, [n, action, stand]] of drukken.entries()) {
          expect(await oud[i]?.(action)).toMatchObject(gemist);
          expect(await stoel(n)).toEqual({ stand: 'gevraagd', antwoorden: [undefined, undefined] });
          expect(await (await kaart(n))(action)).toMatchObject(gehoord);
          expect((await stoel(n)).stand).toBe(stand);
        }
      });

      it('zegt niets over elk moment als er opnieuw gevraagd wordt [T4, T5]', async () => {
        const { kaart, stoel, doet } = await metKaarten('vast');
        const oud = await Promise.all(drukken.map(([n]) => kaart(n)));
        await doet('verplaatsen_bewaren', { ...donderdag, hoe: 'vragen' });
        for (const [i, [n, action]] of drukken.entries()) {
          expect(await oud[i]?.(action)).toMatchObject(gemist);
          expect(await stoel(n)).toEqual({ stand: 'gevraagd', antwoorden: [undefined, undefined] });
        }
      });

      it('op geen enkel moment gaat over wat erop stond, niet over wat er bij kwam [T5]', async () => {
        const { store, kaart, stoel, doet } = await metKaarten('peilen');
        const [een, twee] = [await kaart(1), await kaart(2)];
        await doet('moment_bewaren', donderdag);
        for (const [n, druk] of [[1, een] as const, [2, twee] as const]) {
          expect(await druk('zorgtafel.geen_moment')).toMatchObject(gehoord);
          expect(await stoel(n)).toEqual({ stand: 'gevraagd', antwoorden: ['kan_niet', 'kan_niet', undefined] });
        }
        const [tafel] = await store.zorgtafels('c-1');
        await doet('kiezen_bewaren', { moment: tafel?.momenten[2]?.id ?? '', reden: 'Zo kan het.' });
        for (const [n, druk] of [[1, een] as const, [2, twee] as const]) {
          expect(await druk('zorgtafel.geen_moment')).toMatchObject(gemist);
          expect((await stoel(n)).stand).toBe('gevraagd');
        }
      });
    });
  });
});
