import { describe, expect, it } from 'vitest';
import { directoryWith, regio } from '../world.fixture.ts';
import { deelnemer, tafel } from '../zorgtafel/zorgtafel.fixture.ts';
import { type PlanWorld, planWorld, viewOf } from './zorgplan-world.fixture.ts';

const begonnen = async (casus = {}): Promise<PlanWorld> => {
  const p = await planWorld(casus);
  await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'De ouders zijn nog niet bereikbaar.' });
  p.gehouden();
  return p;
};

/** The subject of the form that this button opens. */
const opened = async (p: PlanWorld, who: string, onderdeel: string): Promise<string> => {
  const view = viewOf(await p.as(who, 'zorgplan.bewerken', `casus-1/${onderdeel}`));
  if (view.view !== 'zorgplan_formulier') throw new Error(`no form: ${JSON.stringify(view)}`);
  return view.subject;
};

describe('een zorgplan beginnen', () => {
  it('vraagt waarom als er nog geen zorgtafel was, en schrijft dat op [T7, Z1]', async () => {
    const p = await planWorld();
    expect(viewOf(await p.as('marijke', 'zorgplan.maken', 'casus-1'))).toMatchObject({
      view: 'zorgplan_formulier',
      formulier: 'maken',
    });
    expect(viewOf(await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: '' }))).toMatchObject({
      errors: { reden: expect.stringContaining('ontbreekt') },
    });
    await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'De ouders wachten af.' });
    expect(p.plan()).toMatchObject({ versie: 1, door: 'p-marijke', inhoud: { zonderTafel: 'De ouders wachten af.' } });
    expect(p.world.kept.gebeurtenissen.at(-1)).toMatchObject({ soort: 'zorgplan_gemaakt', door: 'p-marijke' });
  });

  it('begint met wat bij de aanmelding verteld is, en zegt dat het daaruit komt [A9]', async () => {
    const p = await begonnen();
    const { aanmelding } = p.casus().inhoud;
    expect(p.plan().inhoud).toMatchObject({
      zorgen: `${aanmelding.verontrusting}\n\n${aanmelding.waaromUithuisplaatsing}`,
      krachten: aanmelding.krachten,
      minimaleEisen: aanmelding.minimaalNodig,
      herkomst: { zorgen: 'aanmelding', krachten: 'aanmelding', minimale_eisen: 'aanmelding' },
    });
    const subject = await opened(p, 'ines', 'krachten');
    await p.as('ines', 'zorgplan.bewaren', subject, { tekst: 'Oma komt elke dag.' });
    expect(p.plan().inhoud.herkomst).toEqual({ zorgen: 'aanmelding', minimale_eisen: 'aanmelding' });
  });

  it('begint meteen na een zorgtafel die gehouden is, met haar verslag [T7]', async () => {
    const p = await planWorld();
    p.world.kept.zorgtafels.set('tafel-1', {
      ...tafel,
      stand: 'gehouden',
      verslag: {
        door: 'p-marijke',
        op: p.world.clock.now(),
        aanwezig: [],
        zonderOuders: null,
        veiligheid: 'Oma slaapt mee tot vrijdag.',
        besluit: 'Thuis met hulp van oma.',
      },
    });
    expect(viewOf(await p.as('marijke', 'zorgplan.maken', 'casus-1'))).toMatchObject({ view: 'zorgplan' });
    expect(p.plan().inhoud).toMatchObject({
      veiligheidsplan: 'Oma slaapt mee tot vrijdag.',
      plannen: { a: { omschrijving: 'Thuis met hulp van oma.' } },
      herkomst: { veiligheidsplan: 'zorgtafel', plan_a: 'zorgtafel' },
      zonderTafel: null,
    });
  });

  it('begint er maar één, wie ook eerst drukt', async () => {
    const p = await planWorld();
    p.world.beforeCommit(async () => {
      await p.as('ines', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'Ines was eerst.' });
    });
    const second = await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'Marijke ook.' });
    expect(viewOf(second)).toMatchObject({ refusal: { kind: 'al_zorgplan' } });
    expect(p.world.kept.zorgplannen).toHaveLength(1);
  });

  it('wacht tot iemand de casus opnam', async () => {
    const p = await planWorld({ stand: 'aangemeld', uitkomst: null });
    expect(viewOf(await p.as('marijke', 'zorgplan.maken', 'casus-1'))).toMatchObject({
      refusal: { kind: 'zorgplan_te_vroeg' },
    });
  });
});

describe('in een andere volgorde', () => {
  const drie = async () => {
    const p = await begonnen();
    for (const doel of ['een', 'twee', 'drie'])
      await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'doel'), { doel, zichtbaar: 'Te zien.' });
    const id = (doel: string) => p.plan().inhoud.doelen.find((d) => d.doel === doel)?.id ?? '';
    const omhoog = (wie: string, doel: string, basis = p.plan().versie) =>
      p.as(wie, 'zorgplan.naar_boven', `casus-1/doel:${id(doel)}/${basis}`);
    return { ...p, id, omhoog, namen: () => p.plan().inhoud.doelen.map((d) => d.doel) };
  };

  it('gaat een onderdeel één plaats naar boven, als een versie zoals elke andere [Z1]', async () => {
    const p = await drie();
    const versie = p.plan().versie;
    expect(viewOf(await p.as('marijke', 'zorgplan.bewerken', `casus-1/doel:${p.id('een')}`))).toMatchObject({
      hoger: false,
    });
    expect(viewOf(await p.as('marijke', 'zorgplan.bewerken', `casus-1/doel:${p.id('drie')}`))).toMatchObject({
      hoger: true,
    });
    const done = viewOf(await p.omhoog('marijke', 'drie'));
    expect(p.namen()).toEqual(['een', 'drie', 'twee']);
    expect(p.plan()).toMatchObject({ versie: versie + 1, door: 'p-marijke' });
    expect(done).toMatchObject({
      view: 'zorgplan_sectie',
      bewaard: { sectie: 'doelen', hoe: 'geordend' },
      hoger: `doel:${p.id('drie')}`,
    });
    expect(viewOf(await p.omhoog('marijke', 'drie'))).toMatchObject({ hoger: null });
    expect(p.namen()).toEqual(['drie', 'een', 'twee']);
    expect(viewOf(await p.omhoog('marijke', 'drie'))).toMatchObject({ bewaard: { hoe: 'zelfde' } });
    const shown = viewOf(await p.as('marijke', 'zorgplan.wijzigingen', 'casus-1/doelen'));
    const [last] = shown.view === 'zorgplan_wijzigingen' ? shown.versies : [];
    expect(last).toMatchObject({ wat: [{ sectie: 'doelen', hoe: 'geordend' }], huidig: true });
    await p.as('marijke', 'zorgplan.terugzetten', `casus-1/doelen/${versie}`);
    expect(p.namen()).toEqual(['een', 'twee', 'drie']);
  });

  it('telt tweemaal drukken één keer, en toont aan wie later was hoe het nu staat', async () => {
    const p = await drie();
    const basis = p.plan().versie;
    await p.omhoog('marijke', 'drie', basis);
    expect(viewOf(await p.omhoog('marijke', 'drie', basis))).toMatchObject({ bewaard: { hoe: 'zelfde' } });
    expect(viewOf(await p.omhoog('ines', 'twee', basis))).toMatchObject({ bewaard: { hoe: 'zelfde' } });
    expect(p.namen()).toEqual(['een', 'drie', 'twee']);
  });

  it('stoort niet wie intussen aan de woorden schrijft', async () => {
    const p = await drie();
    const hers = await opened(p, 'ines', `doel:${p.id('drie')}`);
    await p.omhoog('marijke', 'drie');
    await p.as('ines', 'zorgplan.bewaren', hers, { doel: 'drie, beter', zichtbaar: 'Te zien.' });
    expect(p.namen()).toEqual(['een', 'drie, beter', 'twee']);
  });

  it('is voor wie het plan schrijft, en niet voor wat weg is [S5]', async () => {
    const p = await drie();
    const kind = (outcome: Awaited<ReturnType<typeof p.omhoog>>) => {
      const view = viewOf(outcome);
      return view.view === 'weigering' ? view.refusal.kind : view.view;
    };
    expect(kind(await p.omhoog('vreemde', 'drie'))).toBe('niet_gevonden');
    expect(kind(await p.as('marijke', 'zorgplan.naar_boven', 'casus-1/doel:weg/1'))).toBe('onderdeel_weg');
    expect(kind(await p.as('marijke', 'zorgplan.naar_boven', 'casus-1/volgorde:doelen/1'))).toBe('knop_onbekend');
    expect(p.namen()).toEqual(['een', 'twee', 'drie']);
  });
});

describe('samen schrijven', () => {
  it('houdt elke wijziging van een ander onderdeel, ook op een oudere versie gebaseerd', async () => {
    const p = await begonnen();
    const mine = await opened(p, 'marijke', 'zorgen');
    const hers = await opened(p, 'ines', 'doel');
    await p.as('ines', 'zorgplan.bewaren', hers, { doel: 'Vaste dagindeling', zichtbaar: 'Om 19 u. in bed.' });
    await p.as('marijke', 'zorgplan.bewaren', mine, { tekst: 'Nieuwe zorgen.' });
    expect(p.plan()).toMatchObject({
      versie: 3,
      inhoud: { zorgen: 'Nieuwe zorgen.', doelen: [{ doel: 'Vaste dagindeling' }] },
    });
  });

  it('toont bij hetzelfde onderdeel wat de ander schreef, en laat kiezen', async () => {
    const p = await begonnen();
    const mine = await opened(p, 'marijke', 'zorgen');
    const hers = await opened(p, 'ines', 'zorgen');
    await p.as('ines', 'zorgplan.bewaren', hers, { tekst: 'Wat Ines schreef.' });
    const back = viewOf(await p.as('marijke', 'zorgplan.bewaren', mine, { tekst: 'Wat Marijke schreef.' }));
    expect(back).toMatchObject({
      view: 'zorgplan_formulier',
      values: { tekst: 'Wat Marijke schreef.' },
      intussen: { door: 'Ines', weg: false, tekst: ['Wat Ines schreef.'] },
    });
    expect(p.plan().inhoud.zorgen).toBe('Wat Ines schreef.');
    if (back.view !== 'zorgplan_formulier') return;
    await p.as('marijke', 'zorgplan.bewaren', back.subject, { tekst: 'Wat Marijke schreef.' });
    expect(p.plan().inhoud.zorgen).toBe('Wat Marijke schreef.');
  });

  it('ziet een wijziging die tijdens het bewaren zelf komt', async () => {
    const p = await begonnen();
    const mine = await opened(p, 'marijke', 'zorgen');
    const hers = await opened(p, 'ines', 'zorgen');
    p.world.beforeCommit(async () => {
      await p.as('ines', 'zorgplan.bewaren', hers, { tekst: 'Net iets sneller.' });
    });
    expect(viewOf(await p.as('marijke', 'zorgplan.bewaren', mine, { tekst: 'Te laat.' }))).toMatchObject({
      intussen: { door: 'Ines' },
    });
    expect(p.plan().inhoud.zorgen).toBe('Net iets sneller.');
  });

  it('zet terug wat een ander intussen verwijderde, als je dat wil', async () => {
    const p = await begonnen();
    await p.as('ines', 'zorgplan.bewaren', await opened(p, 'ines', 'doel'), { doel: 'Rust', zichtbaar: 'Slaap.' });
    const id = p.plan().inhoud.doelen[0]?.id ?? '';
    const mine = await opened(p, 'marijke', `doel:${id}`);
    await p.as('ines', 'zorgplan.verwijderen', `casus-1/doel:${id}/${p.plan().versie}`);
    expect(p.plan().inhoud.doelen).toEqual([]);
    const back = viewOf(await p.as('marijke', 'zorgplan.bewaren', mine, { doel: 'Meer rust', zichtbaar: 'Slaap.' }));
    expect(back).toMatchObject({ intussen: { weg: true, door: 'Ines' } });
    if (back.view !== 'zorgplan_formulier') return;
    await p.as('marijke', 'zorgplan.bewaren', back.subject, { doel: 'Meer rust', zichtbaar: 'Slaap.' });
    expect(p.plan().inhoud.doelen).toEqual([{ id, doel: 'Meer rust', zichtbaar: 'Slaap.' }]);
  });

  it('maakt het verwijderen ongedaan, zonder iets van een ander te raken', async () => {
    const p = await begonnen();
    await p.as('ines', 'zorgplan.bewaren', await opened(p, 'ines', 'doel'), { doel: 'Rust', zichtbaar: 'Slaap.' });
    const [doel] = p.plan().inhoud.doelen;
    const gone = viewOf(await p.as('ines', 'zorgplan.verwijderen', `casus-1/doel:${doel?.id}/${p.plan().versie}`));
    await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'doel'), { doel: 'Ander', zichtbaar: 'X.' });
    if (gone.view !== 'zorgplan_sectie' || !gone.terug) return expect.fail('no way back');
    await p.as('ines', 'zorgplan.terugzetten', `casus-1/${gone.terug.onderdeel}/${gone.terug.versie}`);
    expect(p.plan().inhoud.doelen.map((d) => d.doel)).toEqual(['Ander', 'Rust']);
    expect(p.plan().inhoud.doelen).toContainEqual(doel);
  });

  it('maakt bij twee keer drukken geen tweede doel', async () => {
    const p = await begonnen();
    const subject = await opened(p, 'ines', 'doel');
    const values = { doel: 'Rust', zichtbaar: 'Slaap.' };
    await p.as('ines', 'zorgplan.bewaren', subject, values);
    expect(viewOf(await p.as('ines', 'zorgplan.bewaren', subject, values))).toMatchObject({
      bewaard: { hoe: 'zelfde' },
    });
    expect(p.plan().inhoud.doelen).toHaveLength(1);
  });

  it('zegt wie wat wijzigde, en zet een onderdeel terug als nieuwe versie', async () => {
    const p = await begonnen();
    const first = p.plan().inhoud.zorgen;
    await p.as('ines', 'zorgplan.bewaren', await opened(p, 'ines', 'zorgen'), { tekst: 'Tweede.' });
    await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'krachten'), { tekst: 'Sterk.' });
    expect(viewOf(await p.as('marijke', 'zorgplan.wijzigingen', 'casus-1'))).toMatchObject({
      versies: [
        { versie: 3, door: 'Marijke', wat: [{ sectie: 'krachten', hoe: 'gewijzigd' }] },
        { versie: 2, door: 'Ines', wat: [{ sectie: 'zorgen', hoe: 'gewijzigd' }] },
        { versie: 1, ook: ['gemaakt'] },
      ],
    });
    expect(viewOf(await p.as('marijke', 'zorgplan.wijzigingen', 'casus-1/zorgen'))).toMatchObject({
      versies: [
        { versie: 2, huidig: true, inhoud: { tekst: 'Tweede.' } },
        { versie: 1, huidig: false, inhoud: { tekst: first } },
      ],
      terugzetten: true,
    });
    await p.as('marijke', 'zorgplan.terugzetten', 'casus-1/zorgen/1');
    expect(p.plan()).toMatchObject({ versie: 4, inhoud: { zorgen: first, krachten: 'Sterk.' } });
    expect(viewOf(await p.as('marijke', 'zorgplan.terugzetten', 'casus-1/zorgen/1'))).toMatchObject({
      refusal: { kind: 'niets_terug_te_zetten' },
    });
  });

  it('houdt een plan leesbaar: hoogstens tien doelen', async () => {
    const p = await begonnen();
    for (let n = 0; n < 10; n++)
      await p.as('ines', 'zorgplan.bewaren', await opened(p, 'ines', 'doel'), { doel: `D${n}`, zichtbaar: 'Z.' });
    expect(viewOf(await p.as('ines', 'zorgplan.bewerken', 'casus-1/doel'))).toMatchObject({
      refusal: { kind: 'zorgplan_vol', wat: 'doel', max: 10 },
    });
    expect(p.plan().inhoud.doelen).toHaveLength(10);
  });

  it('weigert een rijksregisternummer, en toont het niet opnieuw [S10]', async () => {
    const p = await begonnen();
    const subject = await opened(p, 'ines', 'zorgen');
    const back = viewOf(await p.as('ines', 'zorgplan.bewaren', subject, { tekst: 'Mama is 85.07.30-033.28.' }));
    expect(back).toMatchObject({ view: 'zorgplan_formulier', errors: { tekst: expect.anything() } });
    expect(JSON.stringify(back)).not.toContain('033.28');
    expect(p.plan().versie).toBe(1);
  });
});

describe('wie wat mag [S8]', () => {
  it('laat de tafel lezen wat daar is afgesproken, en niet wat uit de aanmelding komt', async () => {
    const p = await begonnen();
    await p.as('ines', 'zorgplan.bewaren', await opened(p, 'ines', 'veiligheidsplan'), { tekst: 'Geheim plan.' });
    await p.as('ines', 'zorgplan.bewaren', await opened(p, 'ines', 'veilige_haven'), { tekst: 'oma' });
    for (const who of ['vreemde', 'melder']) {
      const shown = viewOf(await p.as(who, 'zorgplan.tonen', 'casus-1'));
      expect(shown).toMatchObject({
        view: 'zorgplan',
        schrijven: 'niets',
        mag: ['zorgplan.pdf'],
        delen: null,
        zonderTafel: null,
      });
      const text = JSON.stringify(shown);
      expect(text).toContain('oma');
      expect(text).not.toMatch(/Geheim|grootmoeder/i);
      expect(text).not.toContain(p.casus().inhoud.aanmelding.verontrusting);
      expect(viewOf(await p.as(who, 'zorgplan.sectie', 'casus-1/veiligheidsplan'))).toMatchObject({
        refusal: { kind: 'geen_zorgplan' },
      });
      expect(viewOf(await p.as(who, 'zorgplan.wijzigingen', 'casus-1'))).toMatchObject({
        refusal: { kind: 'niet_gevonden' },
      });
      expect(viewOf(await p.as(who, 'zorgplan.bewerken', 'casus-1/doel'))).toMatchObject({
        refusal: { kind: 'geen_recht' },
      });
    }
  });

  describe('het besluit van een zorgtafel, dat plan A begint', () => {
    const besluit = 'OCJ wordt verwittigd.';
    const naTafel = async () => {
      const p = await planWorld();
      p.world.kept.zorgtafels.set('tafel-1', {
        ...tafel,
        stand: 'gehouden',
        deelnemers: [deelnemer('vreemde', { stand: 'komt' })],
        verslag: {
          door: 'p-ines',
          op: p.world.clock.now(),
          aanwezig: ['vreemde'],
          zonderOuders: null,
          veiligheid: 'Oma.',
          besluit,
        },
      });
      await p.as('marijke', 'zorgplan.maken', 'casus-1');
      const leest = async (who: string) => {
        const whole = viewOf(await p.as(who, 'zorgplan.tonen', 'casus-1'));
        const part = viewOf(await p.as(who, 'zorgplan.sectie', 'casus-1/plan_a'));
        const [a, b] = [whole, part].map((v) => JSON.stringify(v).includes(besluit));
        expect(a).toBe(b);
        return a;
      };
      const tafelLeest = async () => {
        const [vreemde, melder] = [await leest('vreemde'), await leest('melder')];
        expect(vreemde).toBe(melder);
        return vreemde;
      };
      return { ...p, leest, tafelLeest };
    };

    it('leest de tafel niet zolang geen coördinator het bewaarde of het plan vastlegde', async () => {
      const p = await naTafel();
      expect(await p.leest('ines')).toBe(true);
      expect(await p.tafelLeest()).toBe(false);
      // Sharing the plan anew is not keeping what is in it.
      await p.as('marijke', 'zorgplan.delen_bewaren', 'casus-1', { delen: 'aanvullen' });
      expect(await p.tafelLeest()).toBe(false);
      await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'doel'), { doel: 'Rust', zichtbaar: 'Z.' });
      await p.as('marijke', 'zorgplan.vastleggen_bewaren', 'casus-1', { datum: '2022-02-21' });
      expect(await p.tafelLeest()).toBe(true);
    });

    it('leest de tafel zodra een coördinator plan A bewaart, ook zonder er iets aan te wijzigen', async () => {
      const p = await naTafel();
      const subject = await opened(p, 'marijke', 'plan_a');
      await p.as('marijke', 'zorgplan.bewaren', subject, { tekst: besluit });
      expect(await p.tafelLeest()).toBe(true);
      expect(p.plan()).toMatchObject({ versie: 2, inhoud: { herkomst: { veiligheidsplan: 'zorgtafel' } } });
      // Put back as the report had it, it is the coordinators' again.
      await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'plan_a'), { tekst: 'Herschreven.' });
      await p.as('marijke', 'zorgplan.terugzetten', 'casus-1/plan_a/1');
      expect(await p.tafelLeest()).toBe(false);
    });

    it('zegt op de formulieren wie het leest, en wanneer', async () => {
      const p = await naTafel();
      await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'doel'), { doel: 'Rust', zichtbaar: 'Z.' });
      const forms = ['zorgplan.vastleggen', 'zorgplan.delen'].map((a) => p.as('marijke', a, 'casus-1'));
      for (const form of [...(await Promise.all(forms)), await p.as('marijke', 'zorgplan.bewerken', 'casus-1/plan_a')])
        expect(viewOf(form)).toMatchObject({ view: 'zorgplan_formulier', besluit: true });
      await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'plan_a'), { tekst: 'Herschreven.' });
      expect(viewOf(await p.as('marijke', 'zorgplan.delen', 'casus-1'))).toMatchObject({ besluit: false });
    });
  });

  it('laat de tafel aanvullen waar de coördinator dat toelaat, en niets van een ander wijzigen', async () => {
    const p = await begonnen();
    await p.as('marijke', 'zorgplan.bewaren', await opened(p, 'marijke', 'doel'), { doel: 'Rust', zichtbaar: 'Z.' });
    await p.as('marijke', 'zorgplan.delen_bewaren', 'casus-1', { delen: 'aanvullen' });
    await p.as('vreemde', 'zorgplan.bewaren', await opened(p, 'vreemde', 'doel'), { doel: 'Meer', zichtbaar: 'Y.' });
    expect(p.plan().inhoud.doelen.map((d) => d.doel)).toEqual(['Rust', 'Meer']);
    const id = p.plan().inhoud.doelen[0]?.id;
    for (const onderdeel of [`doel:${id}`, 'krachten', 'zorgen', 'perspectief'])
      expect(viewOf(await p.as('vreemde', 'zorgplan.bewerken', `casus-1/${onderdeel}`))).toMatchObject({
        refusal: { kind: 'geen_recht' },
      });
    expect(
      viewOf(await p.as('vreemde', 'zorgplan.bewaren', `casus-1/krachten/99/a`, { tekst: 'Zo niet.' })),
    ).toMatchObject({ refusal: { kind: 'geen_recht' } });
    expect(viewOf(await p.as('vreemde', 'zorgplan.verwijderen', `casus-1/doel:${id}/99`))).toMatchObject({
      refusal: { kind: 'niet_gevonden' },
    });
  });

  it('deelt niets als de coördinator dat zegt, en zegt een vreemde niets', async () => {
    const p = await begonnen();
    await p.as('marijke', 'zorgplan.delen_bewaren', 'casus-1', { delen: 'niet' });
    for (const who of ['vreemde', 'melder'])
      expect(viewOf(await p.type(who, 'zorgplan LIM-2022-0001'))).toMatchObject({ refusal: { kind: 'geen_zorgplan' } });
    expect(viewOf(await p.type('expert', 'zorgplan LIM-2022-0001'))).toMatchObject({
      refusal: { kind: 'niet_gevonden' },
    });
    expect(viewOf(await p.type('vreemde', 'zorgplan'))).toMatchObject({ view: 'zorgplan_lijst', plannen: [] });
  });

  it('noemt niet meer wie het team verliet [A3]', async () => {
    const p = await begonnen({ betrokkenen: ['p-vreemde', 'p-ines'] });
    p.world.know(directoryWith([{ ...regio, personen: regio.personen.filter((one) => one.id !== 'marijke') }]));
    expect(viewOf(await p.as('ines', 'zorgplan.tonen', 'casus-1'))).toMatchObject({
      aanspreekpunt: 'Het team van Limburg',
    });
    expect(viewOf(await p.type('melder', 'zorgplan'))).toMatchObject({
      plannen: [{ aanspreekpunt: 'het team van Limburg' }],
    });
  });

  it('schrijft elke lezing op [S13]', async () => {
    const p = await begonnen();
    const before = p.world.kept.audit.length;
    await p.as('vreemde', 'zorgplan.tonen', 'casus-1');
    await p.as('expert', 'zorgplan.tonen', 'casus-1');
    expect(p.world.kept.audit.slice(before)).toMatchObject([
      { wie: 'p-vreemde', wat: 'zorgplan.tonen', waarover: 'casus-1', resultaat: 'toegestaan' },
      { wie: 'p-expert', wat: 'zorgplan.tonen', waarover: 'casus-1', resultaat: 'geweigerd' },
    ]);
  });
});
