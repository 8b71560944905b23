import { describe, expect, it } from 'vitest';
import { viewFor } from '../berichten/view-for.ts';
import type { MemoryWorld } from '../world.fixture.ts';
import { casusMetRugzak, doet, gefactureerd, gevraagd, goedgekeurd } from './casus-met-rugzak.fixture.ts';

/** What was told of one kind, as it stands now. */
const told = async (world: MemoryWorld, soort: string) =>
  Promise.all([...world.kept.berichten.values()].filter((b) => b.soort === soort).map((b) => viewFor(world, b)));
const refused = (kind: string) => ({ view: 'weigering', refusal: { kind } });

describe('hulp die langer duurt dan de rugzak [B2]', () => {
  it('wordt ook gezegd zolang de start niet gekend is, gerekend vanaf de eerste gevraagde dag', async () => {
    const world = await casusMetRugzak([
      gevraagd('lang', { tot: '2022-09-30' }),
      gevraagd('kort', { van: '2022-02-01', tot: '2022-04-16' }),
    ]);
    expect(await doet(world, 'ines', 'rugzak.aanvraag', 'casus-1/lang')).toMatchObject({
      einde: null,
      naEinde: { start: '2022-01-17', einde: '2022-04-16' },
    });
    expect(await doet(world, 'ines', 'rugzak.aanvraag', 'casus-1/kort')).toMatchObject({ naEinde: null });
    // Once help from the seventeenth of January is approved, the rugzak counts from there.
    await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/lang');
    await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/kort');
    expect(await doet(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' })).toMatchObject({
      view: 'rugzak',
      einde: '2022-04-09',
      nietMeerBinnen: [{ tot: '2022-09-30' }, { tot: '2022-04-16' }],
    });
  });

  it('en goedgekeurd was toen de rugzak verlengd was, staat op elke kaart zodra die verlenging terug is', async () => {
    const world = await casusMetRugzak([gevraagd('mei', { van: '2022-05-02', tot: '2022-06-30' })]);
    await doet(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
    expect(await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/mei')).toMatchObject(refused('na_einde_rugzak'));
    await doet(world, 'marijke', 'rugzak.verlenging_bewaren', 'casus-1/0', { reden: 'Meer tijd nodig.' });
    expect(await doet(world, 'ines', 'rugzak.goedkeuren', 'casus-1/mei')).toMatchObject({ naEinde: null });
    const late = [{ categorie: 'begeleiding', aanbieder: 'CKG Molenberg', van: '2022-05-02', tot: '2022-06-30' }];
    expect(await doet(world, 'marijke', 'rugzak.verlenging_terug', 'casus-1/1')).toMatchObject({
      einde: '2022-04-09',
      nietMeerBinnen: late,
    });
    expect((await told(world, 'rugzak_verlenging')).at(-1)).toMatchObject({
      wat: 'teruggenomen',
      nietMeerBinnen: late,
    });
    // Freed, nothing is left to be said.
    await doet(world, 'marijke', 'rugzak.vrijgeven', 'casus-1/mei');
    expect(await doet(world, 'marijke', 'rugzak.tonen', 'casus-1')).toMatchObject({ nietMeerBinnen: [] });
  });

  it('krijgt geen verlenging die al voorbij is', async () => {
    const world = await casusMetRugzak([]);
    await doet(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-01' });
    world.clock.set(Temporal.Instant.from('2022-07-15T08:00:00Z'));
    expect(
      await doet(world, 'marijke', 'rugzak.verlenging_bewaren', 'casus-1/0', { reden: 'Vergeten.' }),
    ).toMatchObject({ refusal: { kind: 'verlenging_voorbij', einde: '2022-06-30' } });
    expect(world.kept.rugzakken.get('casus-1')?.verlengingen).toEqual([]);
  });
});

describe('een A-document dat later moet, zegt dat [B5]', () => {
  it('en niet dat het ingediend is', async () => {
    const world = await casusMetRugzak([gevraagd('a'), goedgekeurd('a')]);
    await doet(world, 'marijke', 'rugzak.start_bewaren', 'casus-1', { start: '2022-01-10' });
    await doet(world, 'marijke', 'rugzak.stappen_bewaren', 'casus-1', { pleegzorg: 'ja' });
    const clock = [...world.kept.termijnen.values()].find((t) => t.soort === 'a_document' && !t.gestopt);
    const rung = clock?.ladder[0];
    if (!clock || !rung) throw new Error('no clock');
    await world.store.commit({
      berichten: [
        {
          id: 'herinnering',
          soort: 'termijn',
          casusId: 'casus-1',
          onderwerp: 'a_document:herinnering',
          op: rung.op,
          aan: { persoon: 'p-marijke' },
        },
      ],
      audit: [],
    });
    const card = async () => (await told(world, 'termijn')).at(-1);
    expect(await card()).toMatchObject({ afgehandeld: false, nu: null, werkdagen: 30 });
    await doet(world, 'marijke', 'rugzak.verlenging_bewaren', 'casus-1/0', { reden: 'Pleeggezin gezocht.' });
    expect(await card()).toMatchObject({ afgehandeld: true, nu: expect.stringMatching(/^2022-0[56]-/) });
  });
});

describe('wie enkel beslist [S16, C4]', () => {
  it('draait de eigen goedkeuring terug vanop de kaart, en geen andere boeking', async () => {
    const world = await casusMetRugzak([gevraagd('a', { cents: 400_000 })]);
    const done = await doet(world, 'provinciaal', 'rugzak.goedkeuren', 'casus-1/a');
    if (done.view !== 'rugzak_aanvraag' || !done.goedkeuringTerug) throw new Error('no way back');
    // Who did not decide has the ledger for it, not this card.
    expect(await doet(world, 'ines', 'rugzak.aanvraag', 'casus-1/a')).toMatchObject({ goedkeuringTerug: null });
    expect(await doet(world, 'provinciaal', 'rugzak.corrigeren', done.goedkeuringTerug)).toMatchObject({
      view: 'rugzak_aanvraag',
      stand: 'aangevraagd',
      goedkeuringTerug: null,
    });
    expect(await doet(world, 'provinciaal', 'rugzak.corrigeren', done.goedkeuringTerug)).toMatchObject(
      refused('al_gecorrigeerd'),
    );
  });

  it('leest in de boekingen enkel daar een knop, en een andere regel weigert', async () => {
    const world = await casusMetRugzak([gevraagd('a'), goedgekeurd('a'), gefactureerd('f', 'a')]);
    const read = async () => {
      const shown = await doet(world, 'provinciaal', 'rugzak.boekingen', 'casus-1');
      if (shown.view !== 'rugzak_boekingen') throw new Error(shown.view);
      return shown;
    };
    const back = async () => (await read()).regels.filter((r) => r.terug).map((r) => r.naar);
    // Ines approved it: she takes it back, or the team does.
    expect(await back()).toEqual([]);
    const shown = await read();
    const approval = shown.regels.find((r) => r.van === 'aangevraagd');
    expect(await doet(world, 'provinciaal', 'rugzak.corrigeren', approval?.subject ?? '')).toMatchObject(
      refused('alleen_goedkeuring_terug'),
    );
    world.kept.boekingen = world.kept.boekingen.map((b) =>
      b.naar === 'vastgelegd' ? { ...b, door: 'p-provinciaal' } : b,
    );
    expect(await back()).toEqual(['vastgelegd']);
    const invoiced = shown.regels.find((r) => r.naar === 'gefactureerd');
    expect(await doet(world, 'provinciaal', 'rugzak.corrigeren', invoiced?.subject ?? '')).toMatchObject(
      refused('alleen_goedkeuring_terug'),
    );
  });
});

describe('een casus die afgesloten is [B8]', () => {
  it('zegt de collega’s dat er vrijgegeven werd, en niet opnieuw dat ze afgesloten is', async () => {
    const world = await casusMetRugzak([gevraagd('a'), goedgekeurd('a')]);
    const casus = world.kept.casussen.get('casus-1');
    if (casus) world.kept.casussen.set('casus-1', { ...casus, stand: 'afgesloten' });
    await doet(world, 'ines', 'rugzak.vrijgeven', 'casus-1/a');
    expect((await told(world, 'rugzak_aanvraag')).at(-1)).toMatchObject({
      view: 'rugzak_aanvraag',
      vrijgegeven: { door: 'Ines', cents: 10_000 },
    });
  });
});

describe('een drempel die bereikt is [B9]', () => {
  it('vraagt vrij te geven aan wie het kan, met de knop, en aan de provincie om het te laten doen', async () => {
    const world = await casusMetRugzak([gevraagd('a', { cents: 1_100_000 }), goedgekeurd('a')]);
    const melding = (persoon: string) =>
      viewFor(world, {
        id: 'm',
        soort: 'rugzak_melding',
        casusId: 'casus-1',
        onderwerp: 'totaal:5000',
        op: world.clock.now(),
        aan: { persoon },
        stand: 'verzonden',
        adres: null,
        getoond: null,
        pogingen: 0,
      });
    expect(await melding('p-marijke')).toMatchObject({
      magVrijgeven: true,
      vrijTeGeven: [{ subject: 'casus-1/a', cents: 1_100_000 }],
    });
    expect(await melding('p-provinciaal')).toMatchObject({ magVrijgeven: false, vrijTeGeven: [] });
  });
});
