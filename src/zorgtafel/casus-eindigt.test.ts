import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import type { Values } from '../intent.ts';
import { directoryWith, monday, regio } from '../world.fixture.ts';
import { plan } from '../zorgplan/zorgplan.fixture.ts';
import { planWorld, viewOf } from '../zorgplan/zorgplan-world.fixture.ts';
import { deelnemer, tafel } from './zorgtafel.fixture.ts';
import type { Zorgtafel } from './zorgtafel.ts';

const closing = { resultaat: 'bereikt', woont: 'thuis', opvolging: 'Het lokaal team.' };
const agreed = { ...closing, zorgtafel: ['tafel-1'] };

/** A case with a table tomorrow at 10 h; Melder invites mama, Marijke invites oma. */
async function metTafel(more: Partial<Zorgtafel> = {}) {
  const oma = deelnemer('oma', { soort: 'netwerk', persoonId: null, via: 'p-marijke' });
  const w = await planWorld({ betrokkenen: ['p-expert', 'p-vreemde', 'p-ines'] });
  const { kept, clock } = w.world;
  kept.zorgtafels.set('tafel-1', {
    ...tafel,
    stand: 'vast',
    gekozen: 'm-1',
    deelnemers: [...tafel.deelnemers, oma],
    ...more,
  });
  /** What somebody gets, as it reads now. */
  const gets = async (who: string) =>
    (
      await Promise.all(
        [...kept.berichten.values()]
          .filter((b) => b.soort !== 'casus_kaart' && b.soort !== 'aanmelding_status')
          .filter((b) => 'persoon' in b.aan && b.aan.persoon === `p-${who}`)
          .map((b) => viewFor(w.world, b)),
      )
    ).filter((v) => v !== null);
  const send = (action: string, who: string, values: Values) => w.as(who, action, 'casus-1', values);
  return {
    ...w,
    gets,
    sluit: (values: Values) => send('casus.afsluiting_bewaren', 'marijke', values),
    trekIn: () => send('aanmelding.intrekking_bevestigen', 'melder', { reden: 'Niet meer nodig.' }),
    tafel: () => kept.zorgtafels.get('tafel-1'),
    begint: () => clock.set(monday.add({ hours: 25 })),
    verhaal: () => kept.gebeurtenissen.map((g) => g.soort),
  };
}

describe('een casus met een zorgtafel die nog moet komen', () => {
  it('sluit enkel af als het formulier zegt dat ze niet doorgaat, en verliest niet wat getypt is [T4]', async () => {
    const w = await metTafel();
    const opened = viewOf(await w.as('marijke', 'casus.afsluiten', 'casus-1'));
    expect(opened).toMatchObject({
      formulier: 'afsluiting',
      zorgtafel: { id: 'tafel-1', start: monday.add({ hours: 24 }).toString(), voor: ['oma'] },
    });
    const back = viewOf(await w.sluit(closing));
    expect(back).toMatchObject({ values: closing, errors: { zorgtafel: expect.any(String) } });
    expect(viewOf(await w.sluit({ ...closing, zorgtafel: ['tafel-0'] }))).toMatchObject({ view: 'casus_formulier' });
    expect(w.tafel()?.stand).toBe('vast');
    expect(viewOf(await w.sluit(agreed))).toMatchObject({ view: 'bewaard', voor: ['oma'] });
    expect(w.casus().stand).toBe('afgesloten');
    expect(w.tafel()).toMatchObject({ stand: 'afgelast', volgnummer: 1 });
    expect(w.verhaal()).toEqual(expect.arrayContaining(['afgesloten', 'zorgtafel_afgelast']));
    expect(viewOf(await w.sluit(agreed))).toMatchObject({ refusal: { kind: 'al_afgesloten' } });
  });

  it('zegt wie uitgenodigd is één keer dat ze niet doorgaat, en wie uitnodigde aan wie die het doorgeeft [T4, A3]', async () => {
    const w = await metTafel();
    await w.sluit(agreed);
    expect(await w.gets('melder')).toMatchObject([
      { view: 'tafel_melding', soort: 'afgelast', stand: 'afgelast', voor: ['mama'], reden: 'De casus is afgesloten.' },
    ]);
    expect(await w.gets('expert')).toMatchObject([{ view: 'tafel_melding', stand: 'afgelast', voor: [] }]);
    // Somebody of the case who is not at the table hears that it is closed; who closed it hears nothing.
    expect(await w.gets('ines')).toMatchObject([{ view: 'mededeling', soort: 'afgesloten' }]);
    expect(await w.gets('marijke')).toEqual([]);
  });

  it('blijft afgelast na heropenen, en dat staat er [T4]', async () => {
    const w = await metTafel();
    await w.sluit(agreed);
    await w.as('ines', 'casus.heropenen', 'casus-1');
    expect(w.tafel()?.stand).toBe('afgelast');
    expect((await w.gets('marijke')).at(-1)).toMatchObject({ soort: 'heropend', zorgtafelAfgelast: true });
  });

  it('toont van een zorgtafel die al eerder afgelast was niets meer op een gesloten casus [S7]', async () => {
    const w = await metTafel();
    const reden = { reden: 'Het gezin verhuisde.' };
    await w.as('marijke', 'zorgtafel.afgelasten_bewaren', 'casus-1/tafel-1', reden);
    await w.sluit(closing);
    expect(w.casus().stand).toBe('afgesloten');
    expect((await w.gets('expert')).map((v) => v.view)).toEqual(['casus_afgesloten', 'mededeling']);
  });

  it('zegt bij intrekken wat ermee vervalt en aan wie de aanmelder het zelf zegt [T4]', async () => {
    const w = await metTafel();
    expect(viewOf(await w.as('melder', 'aanmelding.intrekken', 'casus-1'))).toMatchObject({
      zorgtafel: { id: 'tafel-1', voor: ['mama'] },
    });
    expect(viewOf(await w.trekIn())).toMatchObject({ view: 'bewaard', voor: ['mama'] });
    expect(w.tafel()?.stand).toBe('afgelast');
    expect(await w.gets('expert')).toMatchObject([{ view: 'tafel_melding', stand: 'afgelast' }]);
  });
});

describe('een casus met een zorgtafel die begonnen is', () => {
  it('noemt niet meer wie het team verliet: het team weet wat er was [A3]', async () => {
    const w = await metTafel();
    w.begint();
    w.world.know(directoryWith([{ ...regio, personen: regio.personen.filter((p) => p.id !== 'marijke') }]));
    expect(viewOf(await w.as('melder', 'aanmelding.intrekken', 'casus-1'))).toMatchObject({
      refusal: { kind: 'zorgtafel_eerst_verslag', aanspreekpunt: 'Het team van Limburg' },
    });
    expect(viewOf(await w.as('melder', 'zorgtafel.tonen', 'casus-1/tafel-1'))).toMatchObject({
      samenroeper: { naam: 'het team van Limburg', team: true },
    });
  });

  it('eindigt niet voor het verslag er is of ze niet gehouden heet [T7]', async () => {
    const w = await metTafel();
    w.begint();
    const refused = { refusal: { kind: 'zorgtafel_eerst_verslag', aanspreekpunt: 'Marijke' } };
    expect(viewOf(await w.as('marijke', 'casus.afsluiten', 'casus-1'))).toMatchObject({
      refusal: { ...refused.refusal, subject: 'casus-1/tafel-1' },
    });
    expect(viewOf(await w.sluit(agreed))).toMatchObject(refused);
    expect(viewOf(await w.as('melder', 'aanmelding.intrekken', 'casus-1'))).toMatchObject({
      refusal: { ...refused.refusal, subject: null },
    });
    expect(viewOf(await w.trekIn())).toMatchObject(refused);
    // Called off by itself it would leave the figures too.
    const off = { reden: 'Niemand kwam.' };
    expect(viewOf(await w.as('marijke', 'zorgtafel.afgelasten', 'casus-1/tafel-1'))).toMatchObject(refused);
    expect(viewOf(await w.as('marijke', 'zorgtafel.afgelasten_bewaren', 'casus-1/tafel-1', off))).toMatchObject(
      refused,
    );
    expect(viewOf(await w.as('marijke', 'zorgtafel.tonen', 'casus-1/tafel-1'))).toMatchObject({
      mag: expect.not.arrayContaining(['zorgtafel.afgelasten']),
    });
    expect(w.tafel()?.stand).toBe('vast');
    const afloop = { gehouden: 'nee', reden: 'Niemand kwam.' };
    await w.as('marijke', 'zorgtafel.verslag_bewaren', 'casus-1/tafel-1', afloop);
    expect(viewOf(await w.sluit(closing))).toMatchObject({ view: 'bewaard' });
    expect(w.tafel()?.stand).toBe('niet_gehouden');
  });
});

describe('een andere uitkomst dan een zorgtafel [A3]', () => {
  const advies = { uitkomst: 'advies', nota: 'Toch advies.' };

  it('kan niet zolang er een zorgtafel loopt of een zorgplan gevolgd wordt', async () => {
    const w = await metTafel();
    const send = (values: Values) => w.as('marijke', 'casus.terugkoppeling_bewaren', 'casus-1', values);
    expect(viewOf(await send(advies))).toMatchObject({
      values: advies,
      errors: { uitkomst: expect.stringContaining('Last ze eerst af') },
    });
    expect(viewOf(await send({ ...advies, uitkomst: 'zorgtafel' }))).toMatchObject({ view: 'bewaard' });
    await w.as('marijke', 'zorgtafel.afgelasten_bewaren', 'casus-1/tafel-1', { reden: 'Niet meer nodig.' });
    expect(viewOf(await send(advies))).toMatchObject({ view: 'bewaard' });
    expect(w.casus().uitkomst).toBe('advies');
    const followed = { ...plan.inhoud, vastgelegd: { door: 'p-marijke', op: monday } };
    w.world.kept.zorgplannen.push(plan);
    expect(viewOf(await send(advies))).toMatchObject({ view: 'bewaard' });
    w.world.kept.zorgplannen.push({ ...plan, versie: 2, inhoud: followed });
    expect(viewOf(await send(advies))).toMatchObject({ errors: { uitkomst: expect.stringContaining('zorgplan') } });
  });
});
