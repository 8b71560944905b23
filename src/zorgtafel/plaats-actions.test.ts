import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import type { Values } from '../intent.ts';
import { monday } from '../world.fixture.ts';
import { planWorld, viewOf } from '../zorgplan/zorgplan-world.fixture.ts';
import { tafelItem } from './tafel-agenda.ts';
import { deelnemer, tafel } from './zorgtafel.fixture.ts';
import type { Zorgtafel } from './zorgtafel.ts';

const start = monday.add({ hours: 24 });
const vast: Zorgtafel = {
  ...tafel,
  stand: 'vast',
  gekozen: 'm-1',
  volgnummer: 3,
  agenda: { start, op: monday },
  boodschap: 'Welkom.',
  deelnemers: [
    deelnemer('mama', { soort: 'ouder', persoonId: null, via: 'p-melder' }),
    deelnemer('oma', { soort: 'netwerk', persoonId: null, via: 'p-marijke' }),
    deelnemer('melder', { soort: 'aanmelder' }),
    deelnemer('marijke', { soort: 'casuscoordinator' }),
    deelnemer('expert', { soort: 'expert', stand: 'komt_niet' }),
    deelnemer('vreemde', { stand: 'komt' }),
  ],
};

const begin = {
  plaats: 'anders',
  plaats_anders: 'CKG Molenberg',
  lokaal: 'zaal 2',
  link: '',
  duur: '90',
  boodschap: 'Welkom.',
};

async function metTafel(more: Partial<Zorgtafel> = {}) {
  const w = await planWorld({ betrokkenen: ['p-expert', 'p-vreemde', 'p-ines'] });
  const { kept } = w.world;
  kept.zorgtafels.set('tafel-1', { ...vast, ...more });
  const meldingen = () => [...kept.berichten.values()].filter((b) => b.onderwerp.includes('/gewijzigd/'));
  return {
    ...w,
    tafel: () => kept.zorgtafels.get('tafel-1') as Zorgtafel,
    open: async (wie: string) => {
      const view = viewOf(await w.as(wie, 'zorgtafel.plaats', 'casus-1/tafel-1'));
      if (view.view !== 'tafel_formulier') throw new Error(`got ${view.view}`);
      return view;
    },
    bewaar: async (wie: string, values: Values, basis = '0') =>
      viewOf(await w.as(wie, 'zorgtafel.plaats_bewaren', `casus-1/tafel-1/${basis}`, { ...begin, ...values })),
    horen: () => meldingen().map((b) => ('persoon' in b.aan ? b.aan.persoon : '')),
    leest: async (wie: string) => {
      const last = meldingen().findLast((b) => 'persoon' in b.aan && b.aan.persoon === wie);
      return last ? viewFor(w.world, last) : null;
    },
  };
}

describe('plaats wijzigen', () => {
  it('begint met wat er staat, en zegt aan wie komt één keer wat wijzigt, ook voor de ouders [T3, T4]', async () => {
    const w = await metTafel();
    expect(await w.open('marijke')).toMatchObject({ values: begin, basis: '0' });
    expect(await w.bewaar('marijke', { lokaal: 'zaal 5', duur: '120' })).toMatchObject({
      view: 'tafel_bewaard',
      voor: ['oma'],
    });
    expect(w.tafel()).toMatchObject({ plaats: { lokaal: 'zaal 5' }, duur: 120, stand: 'vast', gekozen: 'm-1' });
    // Not who does it, and not who stays away.
    expect(w.horen().sort()).toEqual(['p-melder', 'p-vreemde']);
    expect(await w.leest('p-melder')).toMatchObject({
      soort: 'gewijzigd',
      voor: ['mama'],
      plaats: { omschrijving: 'CKG Molenberg', lokaal: 'zaal 5' },
      nieuws: { delen: ['lokaal', 'duur'], duur: 120 },
    });
    expect(w.world.kept.gebeurtenissen.at(-1)).toMatchObject({ soort: 'zorgtafel_gewijzigd', detail: 'lokaal, duur' });
  });

  it('laat dezelfde afspraak in de agenda volgen, enkel als daar iets aan wijzigt [T4]', async () => {
    const w = await metTafel();
    const item = () => {
      const d = w.tafel().deelnemers.find(({ id }) => id === 'vreemde');
      return d && tafelItem(w.tafel(), d);
    };
    const was = item();
    await w.bewaar('marijke', { link: 'https://overleg.example.org/2', boodschap: '' });
    expect(item()).toEqual(was);
    await w.bewaar('marijke', { duur: '120', boodschap: '' }, `${w.tafel().bijgewerkt?.op.epochMilliseconds}`);
    expect(item()).toMatchObject({ uid: was?.uid, volgnummer: 4, end: start.add({ minutes: 120 }) });
  });

  it('wijzigt ook terwijl nog gevraagd wordt wie kan, zonder agenda [T3]', async () => {
    const w = await metTafel({ stand: 'peilen', gekozen: null, agenda: null });
    await w.bewaar('marijke', { plaats_anders: 'Bibliotheek' });
    expect(w.tafel()).toMatchObject({ agenda: null, volgnummer: 3, plaats: { omschrijving: 'Bibliotheek' } });
    expect(await w.leest('p-vreemde')).toMatchObject({ start: null, nieuws: { delen: ['plaats'] } });
  });

  it('toont aan de tweede planner wat de eerste wijzigde, en vervangt het pas daarna', async () => {
    const w = await metTafel();
    const [, other] = await Promise.all([w.open('marijke'), w.open('ines')]);
    await w.bewaar('marijke', { lokaal: 'zaal 5' });
    const back = await w.bewaar('ines', { link: 'https://overleg.example.org/2' }, other.basis);
    expect(back).toMatchObject({
      view: 'tafel_formulier',
      values: { lokaal: 'zaal 2', link: 'https://overleg.example.org/2' },
      errors: {
        lokaal: expect.stringMatching(/^Marijke was je voor\. Nu staat hier: zaal 5\./),
        link: expect.stringMatching(/^Nu staat hier: niets\./),
      },
    });
    expect(w.tafel().plaats).toMatchObject({ lokaal: 'zaal 5', link: '' });
    const basis = back.view === 'tafel_formulier' ? back.basis : '';
    const both = { lokaal: 'zaal 5', link: 'https://overleg.example.org/2' };
    expect(await w.bewaar('ines', both, basis)).toMatchObject({ view: 'tafel_bewaard' });
    expect(w.tafel().plaats).toMatchObject(both);
  });

  it('verliest met een fout in het formulier niet dat een collega eerst was', async () => {
    const w = await metTafel();
    await w.bewaar('marijke', { lokaal: 'zaal 5' });
    const wrong = await w.bewaar('ines', { link: 'http://onveilig' });
    expect(wrong).toMatchObject({ errors: { link: expect.stringContaining('https://') }, basis: '0' });
  });

  it('zegt het als er niets wijzigt, en stuurt dan niemand iets', async () => {
    const w = await metTafel();
    expect(await w.bewaar('marijke', {})).toMatchObject({
      errors: { plaats: expect.stringContaining('Zo staat het er al') },
    });
    expect(await w.bewaar('marijke', { plaats: 'org:weg' })).toMatchObject({
      errors: { plaats: 'Kies uit de lijst.' },
    });
    expect(w.tafel()).toEqual(vast);
    // Taking the message away is kept, and is nothing to tell.
    await w.bewaar('marijke', { boodschap: '' });
    expect([w.tafel().boodschap, w.horen()]).toEqual(['', []]);
  });

  it('kan niet meer als ze begonnen of voorbij is, en niet door wie enkel aan tafel zit [S5]', async () => {
    const w = await metTafel();
    const kind = async (wie: string) => {
      const view = viewOf(await w.as(wie, 'zorgtafel.plaats_bewaren', 'casus-1/tafel-1/0', { ...begin, lokaal: 'x' }));
      return view.view === 'weigering' ? view.refusal.kind : view.view;
    };
    expect(await kind('vreemde')).toBe('niet_gevonden');
    w.world.clock.set(start);
    expect(await kind('marijke')).toBe('zorgtafel_eerst_verslag');
    expect(viewOf(await w.as('marijke', 'zorgtafel.plaats', 'casus-1/tafel-1'))).toMatchObject({ view: 'weigering' });
    w.world.kept.zorgtafels.set('tafel-1', { ...vast, stand: 'afgelast' });
    expect(await kind('marijke')).toBe('zorgtafel_voorbij');
  });
});
