import { describe, expect, it } from 'vitest';
import { handle } from '../bot.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Seen } from '../casus/see.ts';
import type { Values } from '../intent.ts';
import { directoryWith, holidays, memoryWorld, monday, regio } from '../world.fixture.ts';
import { beginWaarden, checkPlan, planMeldingen, toPlan } from './plan-formulier.ts';
import { tafel } from './zorgtafel.fixture.ts';

const seen: Seen = {
  casus: { ...wachtend, stand: 'opgenomen', opgenomenOp: monday },
  termijnen: [],
  zorgtafels: [],
  zorgplan: null,
  region: regio,
  directory: directoryWith([regio]),
  holidays,
  lezer: 'p-marijke',
  relations: new Set(['coordinator', 'aanspreekpunt'] as const),
  now: monday,
};
const inGemeente = (casus: Seen['casus'], gemeente: string): Seen['casus'] => ({
  ...casus,
  inhoud: { ...casus.inhoud, aanmelding: { ...casus.inhoud.aanmelding, gemeente } },
});
const values = {
  ...beginWaarden(seen, null),
  plaats: 'online',
  link: 'https://overleg.example.org/1',
  moment_1_datum: '2022-01-11',
  moment_1_uur: '10:00',
};

describe('een zorgtafel plannen', () => {
  it.each([
    [1, 'plaats', 'org:weg-uit-de-regio'],
    [1, 'duur', '90.5'],
    [3, 'kind_en_gezin', 'p-onbekend'],
    [3, 'hulpverleners', ['p-onbekend']],
    [4, 'experts', '40'],
  ])('neemt op pagina %i voor %s alleen aan wat er te kiezen is [S8, T3]', (pagina, id, value) => {
    expect(toPlan(values, seen)).not.toBeNull();
    expect(checkPlan(pagina, { ...values, [id]: value }, seen)).toEqual({ [id]: 'Kies uit de lijst.' });
    expect(toPlan({ ...values, [id]: value }, seen)).toBeNull();
  });

  it('neemt de ware dag van het gesprek aan, ook van lang geleden, en vraagt of die klopt [T1]', () => {
    const lang = { ...values, besproken_datum: '2021-12-20', besproken_uur: '10:00' };
    expect(checkPlan(1, lang, seen)).toEqual({});
    expect(toPlan(lang, seen)).not.toBeNull();
    const vraag = expect.objectContaining({ tekst: expect.stringContaining('meer dan twee weken geleden') });
    expect(planMeldingen(2, lang, seen)).toContainEqual(vraag);
    expect(planMeldingen(2, values, seen)).not.toContainEqual(vraag);
    expect(checkPlan(1, { ...lang, besproken_datum: '2020-12-20' }, seen)).toHaveProperty('besproken_datum');
  });

  it('begint na een zorgtafel die niet gehouden is met dat gesprek, na een andere met een nieuw [T1, A9]', () => {
    const vorige = { ...tafel, besprokenOp: monday.subtract({ hours: 24 * 20 }) };
    expect(beginWaarden(seen, { ...vorige, stand: 'afgelast' })).toMatchObject({ besproken_datum: '2021-12-21' });
    expect(beginWaarden(seen, { ...vorige, stand: 'gehouden' })).toMatchObject({
      besproken_datum: '2022-01-10',
      plaats_anders: 'CKG Molenberg',
    });
  });

  it('stuurt geen plaats uit waar niemand geraakt: in de gemeente wil ook weten waar [T3]', () => {
    const genk = { ...seen, casus: inGemeente(seen.casus, 'Genk') };
    const inGenk = { ...values, plaats: 'gemeente', link: '' };
    expect(checkPlan(1, inGenk, genk)).toEqual({ plaats_anders: 'Schrijf waar in Genk.' });
    expect(toPlan({ ...inGenk, plaats_anders: 'Huis van het Kind' }, genk)?.plaats).toMatchObject({
      omschrijving: 'Huis van het Kind, Genk',
      adres: '',
      openbaar: false,
    });
    expect(toPlan({ ...inGenk, plaats_anders: 'Gemeentehuis Genk' }, genk)?.plaats.omschrijving).toBe(
      'Gemeentehuis Genk',
    );
  });

  it('neemt bij opnieuw plannen de plaats over zoals ze was, ook het adres van thuis [A9, T3]', () => {
    for (const plaats of [
      { omschrijving: 'Thuis bij de ouders', adres: 'Dieplaan 2', lokaal: '', link: '', openbaar: false },
      { omschrijving: 'Alleen online', adres: '', lokaal: '', link: 'https://overleg.example.org/1', openbaar: true },
      { omschrijving: 'Bibliotheek', adres: '', lokaal: 'zaal 2', link: '', openbaar: false },
    ]) {
      const opnieuw = { ...values, ...beginWaarden(seen, { ...tafel, stand: 'afgelast', plaats }) };
      expect(toPlan(opnieuw, seen)?.plaats).toEqual(plaats);
    }
  });

  it('noteert bladeren en versturen elk onder de eigen naam: wie keek, vroeg nog niemand [S13]', async () => {
    const world = memoryWorld();
    await put(world, seen.casus);
    let count = 0;
    const press = (action: string, subject: string, typed: Values = {}) =>
      handle(world, {
        delivery: `d-${++count}`,
        at: world.clock.now(),
        account: { platform: 'groen', ref: 'groen-marijke', address: 'adres-groen-marijke' },
        place: 'private',
        input: { kind: 'action', action, subject, values: typed, from: 'form' },
      });
    const opened = await press('zorgtafel.plannen', 'casus-1');
    const draftId = 'view' in opened && opened.view.view === 'tafel_plan' ? opened.view.draftId : '';
    await press('zorgtafel.terug', `${draftId}/1`, values);
    for (const n of [1, 2, 3, 4]) await press('zorgtafel.verder', `${draftId}/${n}`, values);
    expect(await press('zorgtafel.versturen', draftId)).toMatchObject({ view: { view: 'tafel_bewaard' } });
    expect(world.kept.audit.map((a) => `${a.wat} ${a.resultaat}`)).toEqual([
      'zorgtafel.plannen toegestaan',
      'zorgtafel.terug toegestaan',
      ...Array.from({ length: 4 }, () => 'zorgtafel.verder toegestaan'),
      'zorgtafel.versturen toegestaan',
    ]);
  });
});
