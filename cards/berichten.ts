import type { MededelingSoort, MededelingView, TermijnView, VraagView } from '../src/casus/casus-view.ts';
import type { View } from '../src/view.ts';
import type { Card, Part } from './card.ts';
import { button, buttons, facts, moment, saying, standen, text, uitkomsten } from './words.ts';

/** One neutral line in the region's channel: reference, who, by when. Nothing about the child [S9]. */
export function kanaalAanmeldingCard(view: Extract<View, { view: 'kanaal_aanmelding' }>): Card {
  const title = `Aanmelding ${view.referentie}`;
  const line =
    view.stand === 'aangemeld'
      ? `Wacht op ${view.bij}, antwoord tegen ${moment(view.uiterlijk, view.zone)}.`
      : view.stand === 'opgenomen'
        ? `Opgenomen door ${view.bij}, antwoord tegen ${moment(view.uiterlijk, view.zone)}.`
        : view.stand === 'teruggekoppeld'
          ? `Teruggekoppeld door ${view.bij}.`
          : view.stand === 'afgesloten'
            ? 'Afgesloten.'
            : 'Ingetrokken.';
  return { title, summary: title, parts: [text(line)] };
}

/** A rung of the ladder of a clock [A2]. */
export function termijnCard(view: TermijnView): Card {
  const limit = moment(view.einde, view.zone);
  const title =
    view.soort === 'escalatie' ? `Dringend: ${view.referentie} wacht op antwoord` : `Herinnering: ${view.referentie}`;
  if (view.gestopt) {
    return {
      title: view.referentie,
      summary: view.referentie,
      parts: [text(`Dit is afgehandeld: ${standen[view.stand]}.`, 'good')],
    };
  }
  return {
    title,
    summary: title,
    parts: [
      text(
        view.verstreken
          ? `De termijn voor de terugkoppeling is verstreken sinds ${limit}.`
          : `De aanmelder wacht op een terugkoppeling, ten laatste ${limit}.`,
        view.verstreken ? 'danger' : 'warning',
        true,
      ),
      ...facts([
        ['Aanspreekpunt', view.aanspreekpunt],
        ['Stand', standen[view.stand]],
      ]),
      ...deadlineButtons(view),
    ],
  };
}

/** What stops the clock comes first, then the way to the case. */
function deadlineButtons({ mag, casusId }: TermijnView): Part[] {
  const [first, ...rest] = [...mag].sort(
    (a, b) => Number(b === 'casus.terugkoppelen') - Number(a === 'casus.terugkoppelen'),
  );
  if (first === undefined) return [];
  return [
    {
      type: 'buttons',
      buttons: [{ ...button(first, casusId), style: 'primary' }, ...rest.map((a) => button(a, casusId))],
    },
  ];
}

/** A question to the aanmelder, answered on the card itself. */
export function vraagCard(view: VraagView): Card {
  const title = `Vraag over ${view.referentie}`;
  if (view.antwoord !== null) {
    return {
      title,
      summary: title,
      parts: [text(`${view.door} vroeg: ${view.tekst}`), text(`Je antwoordde: ${view.antwoord}`, 'good')],
    };
  }
  if (view.vervallen) return saying(title, ['Je aanmelding is ingetrokken; een antwoord is niet meer nodig.']);
  const antwoorden = button('casus.antwoorden', `${view.casusId}/${view.vraagId}`);
  return {
    title,
    summary: title,
    parts: [
      text(`${view.door} vraagt: ${view.tekst}`, 'normal', true),
      {
        type: 'input',
        kind: 'text',
        id: 'antwoord',
        label: 'Je antwoord',
        hint: 'Geen namen van kind of familie.',
        required: true,
        multiline: true,
        maxLength: 2000,
        ...(view.waarde !== null && { value: view.waarde }),
        ...(view.errors.antwoord !== undefined && { error: view.errors.antwoord }),
      },
      ...(view.formulier ? [] : [{ type: 'buttons' as const, buttons: [antwoorden] }]),
    ],
    ...(view.formulier && { form: { submit: antwoorden, cancel: button('formulier.annuleren', '') } }),
  };
}

type Notice = { title: (v: MededelingView) => string; line: (v: MededelingView) => string };

const notices: Record<MededelingSoort, Notice> = {
  opgenomen: {
    title: (v) => `${v.referentie} is opgenomen`,
    line: (v) => `${v.wie} volgt je aanmelding op en is je aanspreekpunt.`,
  },
  teruggegeven: {
    title: (v) => `${v.referentie} komt terug bij de permanentie`,
    line: (v) => `${v.referentie} wacht op ${v.wie}. De klok loopt door.`,
  },
  teruggekoppeld: {
    title: (v) => `Terugkoppeling over ${v.referentie}`,
    line: (v) => (v.uitkomst ? `${uitkomsten[v.uitkomst]}.` : `Er is een terugkoppeling van ${v.wie}.`),
  },
  overgedragen_aan_jou: {
    title: (v) => `${v.referentie} is aan jou overgedragen`,
    line: (v) => `Je bent nu het aanspreekpunt.${v.uiterlijk ? ' De klok loopt door.' : ''}`,
  },
  nieuw_aanspreekpunt: {
    title: (v) => `Nieuw aanspreekpunt voor ${v.referentie}`,
    line: (v) => `Het aanspreekpunt is nu ${v.wie}.`,
  },
  beantwoord: { title: (v) => `Antwoord over ${v.referentie}`, line: (v) => `${v.wie} antwoordde:` },
  aangevuld: { title: (v) => `${v.referentie} is aangevuld`, line: (v) => `${v.wie} voegde toe:` },
  verbeterd: {
    title: (v) => `${v.referentie} is verbeterd`,
    line: (v) => `${v.wie} verbeterde de aanmelding. De kaart toont de nieuwe versie.`,
  },
  ingetrokken: {
    title: (v) => `${v.referentie} is ingetrokken`,
    line: (v) =>
      v.tekst
        ? `${v.wie} trok de aanmelding in:`
        : 'De aanmelding werd ingetrokken. Je hoeft niets meer te doen: wat je opnam, vervalt.',
  },
  geboren: {
    title: (v) => `${v.referentie} is bijgewerkt`,
    line: () => 'Het kindje is geboren. De casus gaat verder; er wordt niets opnieuw gevraagd.',
  },
  afgesloten: {
    title: (v) => `${v.referentie} is afgesloten`,
    line: (v) => `${v.wie} sloot deze casus af. Er loopt geen termijn meer.`,
  },
  heropend: {
    title: (v) => `${v.referentie} is heropend`,
    line: (v) => `Deze casus loopt weer. Het aanspreekpunt is ${v.wie}.`,
  },
  aanvraag_ingetrokken: {
    title: (v) => `Aanvraag rugzakmiddelen ${v.referentie} is ingetrokken`,
    line: () =>
      'De casus is afgelopen voor er beslist werd. Wat goedgekeurd was, blijft vastgelegd. Loopt de casus weer, vraag de middelen dan opnieuw aan.',
  },
  zorgplan_vastgelegd: {
    title: (v) => `Zorgplan ${v.referentie} is vastgelegd`,
    line: () => 'Vanaf nu wordt dit plan gevolgd. Wie een actie opnam, wordt er op tijd aan herinnerd.',
  },
  persoon_niet_bereikbaar: {
    title: () => 'Iemand van de permanentie is niet bereikbaar',
    line: (v) =>
      `Wie van wacht is, kon niet bereikt worden via de bot. ${v.referentie} ging daarom naar een collega. Kijk na of die persoon de bot heeft.`,
  },
  bericht_niet_bezorgd: {
    title: (v) => `Een bericht over ${v.referentie} kon niet bezorgd worden`,
    line: (v) =>
      v.volgtNiemandOp
        ? 'Niemand volgt deze casus nog op: de regio heeft geen casuscoördinator en geen provinciaal coördinator. Zet iemand met die rol in het regiobestand; die ziet de casus dan bij Mijn werk.'
        : 'De bot kan een betrokkene of het kanaal van de regio niet bereiken. Neem zelf contact op; het verloop van de casus toont wie.',
  },
};

/** A short notice of something that happened; also the push preview, so the title stays neutral. */
export function mededelingCard(view: MededelingView): Card {
  const notice = notices[view.soort];
  const title = notice.title(view);
  const toAanmelder = ['opgenomen', 'nieuw_aanspreekpunt', 'teruggekoppeld'].includes(view.soort);
  return {
    title,
    summary: title,
    parts: [
      text(notice.line(view), view.soort === 'teruggekoppeld' ? 'good' : 'normal', view.soort === 'teruggekoppeld'),
      ...(view.tekst ? [text(view.tekst)] : []),
      ...(view.zonderAanspreekpunt
        ? [
            text(
              `${view.zonderAanspreekpunt} is niet meer in het team: draag de casus over. Dat kan ook aan jezelf.`,
              'warning',
            ),
          ]
        : []),
      ...(view.zorgtafelAfgelast
        ? [text('De zorgtafel blijft afgelast. Komt ze er toch, dan krijg je een nieuwe uitnodiging.', 'warning')]
        : []),
      ...facts([
        ['Aanspreekpunt', view.soort === 'teruggekoppeld' && view.wie],
        ['Bellen', toAanmelder && view.telefoon],
        [
          'Antwoord ten laatste',
          (view.soort === 'opgenomen' || view.soort === 'nieuw_aanspreekpunt') && view.uiterlijk
            ? moment(view.uiterlijk, view.zone)
            : null,
        ],
      ]),
      ...buttons(view.mag, view.casusId),
    ],
  };
}
