import { type FieldId, fields } from '../src/aanmelding/fields.ts';
import { toValues } from '../src/aanmelding/to-aanmelding.ts';
import type { CasusKaartView } from '../src/casus/casus-view.ts';
import type { Card, Part } from './card.ts';
import {
  and,
  bewaardZin,
  button,
  buttons,
  date,
  facts,
  meldingen,
  moment,
  resultaten,
  shortMoment,
  standen,
  text,
  uitkomsten,
  woonplaatsen,
} from './words.ts';
import { planZin } from './zorgplan.ts';

/** The coordinator's card: what matters first, then the rest, then what can be done. */
export function casusKaartCard(view: CasusKaartView): Card {
  const a = view.aanmelding;
  const values = toValues(a);
  const chosen = (id: FieldId) => {
    const field = fields.find((f) => f.id === id);
    const value = values[id];
    if (!field || !('options' in field) || value === undefined) return null;
    return and([value].flat().map((v) => field.options.find((o) => o.value === v)?.label ?? v));
  };
  return {
    title: `Casus ${view.referentie}`,
    summary: `Casus ${view.referentie}: ${standen[view.stand]}`,
    whole: button('casus.tonen', view.casusId, 'Volledige tekst'),
    parts: [
      ...state(view),
      ...(view.bewaard ? [text(bewaardZin(view.bewaard), 'subtle')] : []),
      ...plan(view),
      ...overdrachtsnota(view),
      ...meldingen(view.meldingen.filter((m) => m.ernst !== 'info')),
      ...(view.mogelijkDubbel.length > 0
        ? [text(`Lijkt op ${and(view.mogelijkDubbel)}: ga na of het om hetzelfde kind gaat.`, 'warning')]
        : []),
      ...facts([
        ['Kind', `${a.initialen}, ${view.leeftijd} (${date(a.geboortedatum)})`],
        ['Gemeente', a.gemeente],
        ['Signalen', chosen('signalen')],
        ['Broer of zus van 3 jaar of ouder', a.oudereSibling && 'Betrokken'],
        ['Aanmelder', aanmelder(view)],
        ['Telefoon aanmelder', view.aanmelder.telefoon],
      ]),
      ...told('Verontrusting', a.verontrusting),
      ...told('Krachten', a.krachten),
      ...told('Minimaal nodig', a.minimaalNodig),
      ...told('Waarom een uithuisplaatsing dreigt', a.waaromUithuisplaatsing),
      ...facts([
        ['Besproken met ouders', join(chosen('besproken_met_ouders'), a.waaromNietBesproken)],
        ['Bereid tot een zorgtafel', chosen('bereidheid')],
        ['Regulier aanbod', join(chosen('regulier_aanbod'), a.regulierToelichting)],
        ['Lokaal team', chosen('lokaal_team')],
        ['Maatschappelijke noodzaak', chosen('maatschappelijke_noodzaak')],
        ['Aangemeld', moment(view.aangemeldOp, view.zone)],
      ]),
      ...view.aanvullingen.flatMap((s) => told(`Aanvulling, ${shortMoment(s.op, view.zone)}`, s.tekst)),
      ...view.vragen.flatMap((v) => told(`Vraag van ${v.door}: ${v.tekst}`, v.antwoord ?? 'Nog geen antwoord.')),
      ...buttons(view.mag, view.casusId),
    ],
  };
}

const join = (a: string | null, b: string) => [a, b].filter(Boolean).join(': ');

const told = (heading: string, body: string): Part[] => (body ? [text(heading, 'subtle', true), text(body)] : []);

function aanmelder({ aanmelder: a }: CasusKaartView): string {
  const who = [a.naam, a.functie, a.organisatie].filter(Boolean).join(', ');
  return a.namens ? `${who} (per telefoon, opgeschreven door ${a.namens})` : who;
}

function plan({ zorgplan }: CasusKaartView): Part[] {
  if (!zorgplan) return [];
  const words = planZin(zorgplan);
  const late =
    zorgplan.teLaat === 0
      ? ''
      : zorgplan.teLaat === 1
        ? ' 1 actie is te laat.'
        : ` ${zorgplan.teLaat} acties zijn te laat.`;
  const danger = zorgplan.teLaat > 0 || zorgplan.evaluatie?.teLaat === true;
  return [text(`${words.slice(0, 1).toUpperCase()}${words.slice(1)}.${late}`, danger ? 'danger' : 'normal')];
}

/** What the one before wanted the next on duty to know [P7]. */
function overdrachtsnota({ overdrachtsnota: nota, zone }: CasusKaartView): Part[] {
  if (!nota) return [];
  const read = nota.gelezen
    ? `gelezen door ${nota.gelezen.door} op ${shortMoment(nota.gelezen.op, zone)}`
    : 'nog niet gelezen';
  return told(`Nota voor de volgende van ${nota.door}, ${shortMoment(nota.op, zone)}; ${read}`, nota.tekst);
}

function state(view: CasusKaartView): Part[] {
  const limit = moment(view.uiterlijk, view.zone);
  const clock: Part[] =
    view.klok === 'loopt'
      ? [text(`Terugkoppeling ten laatste ${limit}.`, 'normal', true)]
      : view.klok === 'verstreken'
        ? [text(`De termijn is verstreken: terugkoppeling werd verwacht tegen ${limit}.`, 'danger', true)]
        : [];
  switch (view.stand) {
    case 'aangemeld':
      return [
        ...(view.inPlaatsVan
          ? [
              text(
                `${view.inPlaatsVan} is niet bereikbaar via de bot; daarom komt dit bij ${view.aanspreekpunt}.`,
                'warning',
              ),
            ]
          : []),
        text(`Wacht op ${view.aanspreekpunt}.`),
        ...clock,
      ];
    case 'opgenomen':
      return [text(`${view.aanspreekpunt} nam deze casus op.`, 'good'), ...clock];
    case 'teruggekoppeld':
      return [
        text(
          `Teruggekoppeld door ${view.aanspreekpunt}${view.uitkomst ? `: ${uitkomsten[view.uitkomst]}` : ''}.`,
          'good',
        ),
        ...(view.nota ? [text(view.nota)] : []),
      ];
    case 'ingetrokken':
      return [text('De aanmelder trok dit in.', 'warning'), ...(view.intrekking ? [text(view.intrekking)] : [])];
    case 'afgesloten':
      return [
        text(`${view.aanspreekpunt} sloot deze casus af.`, 'good'),
        ...(view.afsluiting
          ? facts([
              ['Hoe het eindigt', resultaten[view.afsluiting.resultaat]],
              ['Het kind woont', woonplaatsen[view.afsluiting.woont].toLowerCase()],
              ['Opvolging', view.afsluiting.opvolging],
              ['Blijft open', view.afsluiting.openPunten],
            ])
          : []),
      ];
    default:
      throw new Error(view.stand satisfies never);
  }
}
