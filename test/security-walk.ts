import { expect } from 'vitest';
import type { ActionId } from '../src/actions.ts';
import type { Values } from '../src/intent.ts';
import type { Outcome } from '../src/outcome.ts';
import { dateIn } from '../src/time.ts';
import { isTekstSectie, secties } from '../src/zorgplan/onderdelen.ts';
import { pagesFor } from './security-stage.ts';
import type { Stage } from './stage.ts';

export type Who = 'ines' | 'marijke' | 'provinciaal';
/** Sends a form, or presses a button when there are no values. */
export type Send = (who: Who, action: ActionId, subject: string, values?: Values) => Promise<Outcome>;
/** What is typed in a field; the last three where not every word is taken. */
export type Say = { text(id: string): string; initialen(): string; telefoon(): string; bedrag(): string };

/** What somebody fetches afterwards with an address from the chat. */
export type Fetched = { documents: string[]; calendars: string[] };

/** Every form there is, filled in through the door: two cases, one of which goes all the way to its end. */
export async function walkForms(stage: Stage, say: Say, send: Send): Promise<Fetched> {
  const { bot, clock } = stage;
  const { store } = bot.world;
  const { text } = say;
  const personId = (who: Who) => store.directory().personIdByEmail.get(`${who}@example.org`) ?? '';
  const day = (more = 0) => dateIn('Europe/Brussels', clock.now().add({ hours: 24 * more }));
  const ok: Send = async (who, action, subject, values) => {
    const outcome = await send(who, action, subject, values);
    expect('view' in outcome && 'refusal' in outcome.view ? outcome.view.refusal : null, action).toBeNull();
    expect('view' in outcome && 'errors' in outcome.view ? outcome.view.errors : {}, action).toEqual({});
    return outcome;
  };
  /** Opens a form and gives what its buttons are about. */
  const opens = async (who: Who, action: ActionId, subject: string): Promise<string> => {
    const outcome = await ok(who, action, subject);
    const view = 'view' in outcome ? (outcome.view as { draftId?: string; subject?: string }) : {};
    return view.draftId ?? view.subject ?? '';
  };
  const aanmelding = async (pages: readonly Values[]): Promise<string> => {
    const draft = await opens('ines', 'aanmelding.starten', '');
    for (const [n, page] of pages.entries()) await ok('ines', 'aanmelding.verder', `${draft}/${n + 1}`, page);
    const sent = await ok('ines', 'aanmelding.versturen', draft);
    const [reference = ''] = /LIM-\d{4}-\d{4}/.exec(JSON.stringify(sent)) ?? [];
    return (await store.casusByReferentie(reference))?.id ?? '';
  };
  const notDiscussed = { besproken_met_ouders: 'nee', waarom_niet_besproken: text('waarom_niet') };

  // By phone, about a child that is born meanwhile; then withdrawn.
  const gebeld = await aanmelding(
    pagesFor(
      say.initialen(),
      text,
      {
        namens: 'beller',
        beller_naam: text('beller'),
        beller_organisatie: text('bellerorganisatie'),
        beller_telefoon: say.telefoon(),
        kind: 'ongeboren',
        geboortedatum: day(30),
        gemeente: text('gemeente'),
      },
      notDiscussed,
    ),
  );
  await ok('ines', 'casus.geboorte_bewaren', gebeld, { geboortedatum: day(), initialen: say.initialen() });
  await ok('ines', 'aanmelding.intrekking_bevestigen', gebeld, { reden: text('intrekking') });

  // A case from its first words to its last.
  const pages = () => pagesFor(say.initialen(), text, { namens: 'mezelf', gemeente: text('gemeente') }, notDiscussed);
  const casusId = await aanmelding(pages());
  const better = await opens('ines', 'aanmelding.verbeteren', casusId);
  for (const [n, page] of pages().entries()) await ok('ines', 'aanmelding.verder', `${better}/${n + 1}`, page);
  await ok('ines', 'aanmelding.versturen', better);
  await ok('marijke', 'casus.opnemen', casusId);
  await ok('marijke', 'casus.vraag_bewaren', casusId, { vraag: text('vraag') });
  const vraagId = (await store.casusById(casusId))?.inhoud.vragen[0]?.id ?? '';
  await ok('ines', 'casus.antwoorden', `${casusId}/${vraagId}`, { antwoord: text('antwoord') });
  await ok('ines', 'aanmelding.aanvulling_bewaren', casusId, { aanvulling: text('aanvulling') });
  await ok('marijke', 'casus.nota_bewaren', casusId, { nota: text('nota') });
  await ok('marijke', 'overdracht.bewaren', 'LIM', {
    algemeen: text('algemeen'),
    [`nota-${casusId}`]: text('over'),
    andere_casus: casusId,
    andere_nota: text('andere'),
  });
  const nota = (await store.notas('LIM', clock.now().subtract({ hours: 1 }))).find((n) => n.casusId === null);
  await ok('marijke', 'overdracht.wijziging_bewaren', nota?.id ?? '', { nota: text('wijziging') });
  // Not a time: the form comes back with it.
  await send('marijke', 'rooster.bewaren', `LIM/${day(1)}/extra`, {
    wie: personId('ines'),
    van: text('van'),
    tot: text('tot'),
  });

  await zorgplan();
  const calendars = await tafels();
  await rugzak();
  const documents = await Promise.all(
    (
      [
        ['zorgplan.pdf', `${casusId}/zorgplan`],
        ['rugzak.export', 'LIM/2026'],
        ['rugzak.export', 'LIM/2026/extern'],
      ] as const
    ).map(async ([action, subject]) => {
      const made = await ok(action === 'zorgplan.pdf' ? 'marijke' : 'provinciaal', action, subject);
      return 'view' in made && made.view.view === 'document_adres' ? (made.view.adres ?? '') : '';
    }),
  );

  await ok('marijke', 'casus.terugkoppeling_bewaren', casusId, { uitkomst: 'zorgtafel', nota: text('terugkoppeling') });
  await ok('marijke', 'casus.overdracht_bewaren', casusId, { naar: personId('ines'), nota: text('overdracht') });
  await ok('ines', 'casus.afsluiting_bewaren', casusId, {
    resultaat: 'bereikt',
    woont: 'thuis',
    opvolging: text('opvolging'),
    open_punten: text('openpunten'),
  });
  return { documents, calendars };

  async function zorgplan(): Promise<void> {
    const plan = (action: ActionId, more: string, values: Values) => ok('marijke', action, `${casusId}${more}`, values);
    const part = (onderdeel: string, values: Values) => plan('zorgplan.bewaren', `/${onderdeel}/1/a`, values);
    await plan('zorgplan.maken_bewaren', '', { reden: text('zondertafel') });
    for (const sectie of secties) if (isTekstSectie(sectie)) await part(sectie, { tekst: text(sectie) });
    await part('doel:d-1', { doel: text('doel'), zichtbaar: text('zichtbaar') });
    await part('zorgfiguur:z-1', { wie: text('figuur'), rol: 'buddy', ondersteuning: text('steun') });
    await part('actie:a-1', {
      wat: text('actie'),
      persoon: personId('marijke'),
      wie: text('wie'),
      tegen: day(1),
      plan: 'a',
    });
    await plan('zorgplan.vastleggen_bewaren', '', { datum: '2026-04-20' });
    await plan('zorgplan.delen_bewaren', '', { delen: 'aanvullen' });
    const evaluatie = async () => (await store.zorgplan(casusId))?.inhoud.evaluaties.at(-1)?.id ?? '';
    const held = await evaluatie();
    await plan('zorgplan.evaluatie_bewaren', `/${held}`, {
      gehouden_op: day(),
      'score_d-1': '4',
      'nota_d-1': text('doelnota'),
      nota: text('evaluatie'),
      gezin: 'nee',
      zonder_gezin: text('zondergezin'),
      plan: 'b',
      overstap_reden: text('overstap'),
      volgende: '2026-04-20',
    });
    await plan('zorgplan.verbetering_bewaren', `/${held}`, {
      gehouden_op: day(),
      'score_d-1': '5',
      'nota_d-1': text('doelverbeterd'),
      nota: text('verbeterd'),
      gezin: 'nee',
      zonder_gezin: text('zonderverbeterd'),
    });
    const later = { datum: '2026-04-27', reden: text('verzetten') };
    await plan('zorgplan.verzetting_bewaren', `/${await evaluatie()}`, later);
    await plan('zorgplan.overstap_bewaren', '', { plan: 'a', reden: text('terug') });
    await plan('zorgplan.overslaan_bewaren', `/${await evaluatie()}`, {
      reden: text('overslaan'),
      volgende: '2026-06-01',
    });
  }

  async function tafels(): Promise<string[]> {
    const last = async () => (await store.zorgtafels(casusId)).at(-1);
    const about = async (action: ActionId, values: Values) =>
      ok('marijke', action, `${casusId}/${(await last())?.id}`, values);
    const planned = async () => {
      const draft = await opens('marijke', 'zorgtafel.plannen', casusId);
      const filled: Values[] = [
        {
          besproken_datum: day(),
          besproken_uur: '00:05',
          plaats: 'anders',
          plaats_anders: text('plaats'),
          lokaal: text('lokaal'),
          link: `https://${text('link')}.example.org`,
          duur: '90',
        },
        { moment_1_datum: day(1), moment_1_uur: '10:00', moment_2_datum: day(2), moment_2_uur: '09:00' },
        {
          ouders: text('ouders'),
          netwerk: text('netwerk'),
          kind_en_gezin: 'naam',
          kind_en_gezin_naam: text('team'),
          hulpverleners_namen: text('hulpverlener'),
        },
        { experts: '2', expert_vraag: text('expertvraag'), boodschap: text('boodschap') },
      ];
      for (const [n, page] of filled.entries()) await ok('marijke', 'zorgtafel.verder', `${draft}/${n + 1}`, page);
      await ok('marijke', 'zorgtafel.versturen', draft);
      const [first] = (await last())?.momenten ?? [];
      await about('zorgtafel.kiezen_bewaren', { moment: first?.id ?? '', reden: text('kiezen') });
    };
    await planned();
    await about('zorgtafel.genodigde_bewaren', { soort: 'netwerk', naam: text('genodigde') });
    const moved = { datum: day(2), uur: '14:00', hoe: 'vast', reden: text('verplaatsen') };
    await about('zorgtafel.verplaatsen_bewaren', moved);
    await ok('marijke', 'zorgtafel.plaats_bewaren', `${casusId}/${(await last())?.id}/0`, {
      plaats: 'anders',
      plaats_anders: text('andereplaats'),
      lokaal: text('anderlokaal'),
      link: `https://${text('anderelink')}.example.org`,
      duur: '60',
      boodschap: text('andereboodschap'),
    });
    await about('zorgtafel.afgelasten_bewaren', { reden: text('afgelasten') });
    await planned();
    clock.set(clock.now().add({ hours: 48 }));
    await bot.beat();
    await about('zorgtafel.verslag_bewaren', {
      gehouden: 'ja',
      aanwezig: ((await last())?.deelnemers ?? []).filter((d) => d.soort === 'casuscoordinator').map((d) => d.id),
      ook_aanwezig: text('ookaanwezig'),
      zonder_ouders: text('zonderouders'),
      veiligheid: text('afspraken'),
      besluit: text('besluit'),
      reden: text('reden'),
    });
    return (await store.zorgtafels(casusId)).flatMap(({ deelnemers }) =>
      deelnemers.map(({ agenda }) => `http://127.0.0.1:${bot.port}/ical/${agenda.token}.ics`),
    );
  }

  async function rugzak(): Promise<void> {
    const asked = async () => {
      const draft = await opens('marijke', 'rugzak.aanvragen', casusId);
      const first = { doel: text('rugzakdoel'), aanbieder: text('aanbieder'), bedrag: say.bedrag() };
      await ok('marijke', 'rugzak.verder', `${draft}/1`, { categorie: 'begeleiding', ...first });
      const second = { van: day(), tot: day(60), waarom_niet_regulier: text('regulier') };
      await ok('marijke', 'rugzak.verder', `${draft}/2`, second);
      await ok('marijke', 'rugzak.versturen', draft);
      return `${casusId}/${draft}`;
    };
    const refused = await asked();
    await ok('provinciaal', 'rugzak.vraag_bewaren', refused, { vraag: text('rugzakvraag') });
    const question = await opens('marijke', 'rugzak.antwoorden', refused);
    await ok('marijke', 'rugzak.antwoord_bewaren', question, { antwoord: text('rugzakantwoord') });
    await ok('provinciaal', 'rugzak.weigering_bewaren', refused, { reden: text('weigering') });
    const approved = await asked();
    await ok('provinciaal', 'rugzak.goedkeuren', approved);
    const factuur = { nummer: text('nummer'), bedrag: say.bedrag(), ontvangen: day() };
    await ok('marijke', 'rugzak.factuur_bewaren', approved, factuur);
    await ok('marijke', 'rugzak.start_bewaren', casusId, { start: day() });
    await ok('marijke', 'rugzak.verlenging_bewaren', `${casusId}/0`, { reden: text('verlenging') });
  }
}
