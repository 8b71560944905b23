import type { Intussen, RoosterWijziging, RoosterWijzigingView } from '../src/permanentie/rooster-view.ts';
import type { View } from '../src/view.ts';
import type { Card, Input, Part } from './card.ts';
import { and, button, clock, day, facts, moment, shortMoment, text } from './words.ts';

type Of<K extends View['view']> = Extract<View, { view: K }>;

const kinds: Record<RoosterWijziging, { title: string; choice: string; hint: string }> = {
  afwezig: {
    title: 'Ik ben er niet',
    choice: 'Ik ben er niet',
    hint: 'Tot iemand het overneemt, blijft zichtbaar dat het open staat.',
  },
  ruilen: {
    title: 'Ruilen',
    choice: 'Een dagdeel ruilen met een collega',
    hint: 'Er verandert niets tot je collega ja zegt.',
  },
  vervangen: {
    title: 'Iemand vervangen',
    choice: 'Een dagdeel door iemand anders laten doen',
    hint: 'Wie het deed en wie het wordt, krijgen bericht.',
  },
  extra: {
    title: 'Extra dagdeel',
    choice: 'Een extra dagdeel toevoegen',
    hint: 'Komt het boven op een ander dagdeel, dan geldt dit.',
  },
  sluiten: {
    title: 'Sluiten',
    choice: 'Een dagdeel of de hele dag sluiten',
    hint: 'Er is dan niemand van wacht, en dat is geen gat.',
  },
};

const one = (values: View & { values: unknown }, id: string): string | undefined => {
  const value = (values.values as Record<string, string | string[]>)[id];
  return typeof value === 'string' ? value : undefined;
};

const error = (view: { errors: Record<string, string> }, id: string) =>
  view.errors[id] === undefined ? {} : { error: view.errors[id] };

/** What a colleague did while the form was open, in one sentence. */
export function intussenLine({ datum, van, tot, zone, door, op, wat, wie }: Intussen): string {
  const part = van === '00:00' && tot === '24:00' ? 'de hele dag' : `${van}–${tot}`;
  const hours = datum === undefined ? part : `${day(datum)}, ${part},`;
  const when = op === null ? '' : `, om ${clock(op, zone)}`;
  if (door === null)
    return `Het rooster voor ${hours} is intussen gewijzigd${wie === null ? '' : `: nu ${wie}`}${when}.`;
  switch (wat) {
    case 'persoon':
      return `${door} vulde ${hours} intussen in met ${wie}${when}.`;
    case 'open':
      return `${door} liet ${hours} intussen open${when}.`;
    case 'gesloten':
      return `${door} sloot ${hours} intussen${when}.`;
    case 'ongedaan':
      return `${door} maakte een wijziging voor ${hours} intussen ongedaan${when}.`;
    default:
      throw new Error(wat satisfies never);
  }
}

/** First page of a change to the rota: which day, and what. */
export function roosterDagCard(view: Of<'rooster_dag'>): Card {
  const title = 'Rooster wijzigen';
  return {
    title,
    summary: title,
    parts: [
      text(`Permanentie ${view.regio}`, 'subtle'),
      {
        type: 'input',
        kind: 'date',
        id: 'datum',
        label: 'Welke dag?',
        required: true,
        value: one(view, 'datum'),
        ...error(view, 'datum'),
      },
      {
        type: 'input',
        kind: 'date',
        id: 'tot',
        label: 'Tot en met',
        hint: 'Enkel als je er meer dagen niet bent.',
        required: false,
        value: one(view, 'tot'),
        ...error(view, 'tot'),
      },
      {
        type: 'input',
        kind: 'choice',
        id: 'wat',
        label: 'Wat wijzigt er?',
        required: true,
        value: one(view, 'wat'),
        options: Object.entries(kinds).map(([value, { choice }]) => ({ value, label: choice })),
        ...error(view, 'wat'),
      },
    ],
    form: { submit: button('rooster.dag', view.regioCode), cancel: button('formulier.annuleren', view.regioCode) },
  };
}

/** Second page: which day part, and who. */
export function roosterWijzigingCard(view: RoosterWijzigingView): Card {
  const { title, hint } = kinds[view.wat];
  const period = view.tot > view.datum;
  const when = period ? `${day(view.datum)} tot en met ${day(view.tot)}` : day(view.datum);
  const parts: Part[] = [text(`${view.regio}, ${when}. ${hint}`, 'subtle')];
  if (view.intussen.length > 0)
    parts.unshift(
      ...view.intussen.map((i) => text(intussenLine(i), 'warning', true)),
      text('Jouw wijziging is nog niet bewaard. Klopt ze nog, druk dan opnieuw op Bewaren.', 'warning'),
    );
  const offered = (id: string) => view.dagdelen.some((d) => d.value === id);
  if (view.wat === 'extra') {
    parts.push(hour(view, 'van', 'Van', 'Bijvoorbeeld 09:00'), hour(view, 'tot', 'Tot', 'Bijvoorbeeld 12:00'));
  } else if (view.dagdelen.length > 0) {
    const several = view.wat === 'afwezig' || view.wat === 'sluiten';
    const typed = view.values.dagdeel;
    const common = {
      type: 'input' as const,
      id: 'dagdeel',
      label:
        view.wat === 'sluiten'
          ? 'Welk dagdeel? Niets aangeduid is de hele dag.'
          : period
            ? 'Je dagdelen in die periode. Haal weg wat je toch doet.'
            : 'Welk dagdeel?',
      required: view.wat !== 'sluiten',
      options: view.dagdelen,
      ...error(view, 'dagdeel'),
    };
    parts.push(
      several
        ? { ...common, kind: 'choices', value: [typed ?? []].flat().filter(offered) }
        : { ...common, kind: 'choice', value: typeof typed === 'string' && offered(typed) ? typed : undefined },
    );
  }
  if (view.wat === 'vervangen' || view.wat === 'extra')
    parts.push({
      type: 'input',
      kind: 'choice',
      id: 'wie',
      label: 'Door wie?',
      required: true,
      value: one(view, 'wie'),
      options: view.collegas.map(({ value, label }) => ({ value, label })),
      ...error(view, 'wie'),
    });
  if (view.wat === 'ruilen') parts.push(choice(view, 'tegen', 'Tegen welk dagdeel?', view.ruilen));
  if (view.wat === 'afwezig')
    parts.push(
      choice(view, 'vraag', 'Wie vraag je het?', [
        { value: 'iedereen', label: 'Al mijn collega’s: wie eerst drukt, neemt het' },
        ...view.collegas.map((c) => ({ value: `aan:${c.value}`, label: `Alleen ${c.label}` })),
        { value: 'planners', label: 'Niemand: de beheerder lost het op' },
      ]),
    );
  // Nothing can come of it: the way on instead of a button that refuses.
  if (view.wat === 'ruilen' && view.ruilen.length === 0)
    return {
      title,
      summary: title,
      parts: [
        text(`${view.regio}, ${day(view.datum)}.`, 'subtle'),
        text('Je collega’s hebben de komende weken geen dagdeel om te ruilen.', 'warning'),
        text('Vraag een collega om het over te nemen: kies “Ik ben er niet”.'),
        { type: 'buttons', buttons: [button('rooster.wijzigen', `${view.regioCode}/${view.datum}`)] },
      ],
    };
  const subject = `${view.regioCode}/${view.datum}/${view.wat}/${view.gezien}`;
  return {
    title,
    summary: title,
    parts,
    form: { submit: button('rooster.bewaren', subject), cancel: button('formulier.annuleren', view.regioCode) },
  };
}

const choice = (
  view: RoosterWijzigingView,
  id: string,
  label: string,
  options: { value: string; label: string }[],
): Input => ({
  type: 'input',
  kind: 'choice',
  id,
  label,
  required: true,
  value: one(view, id),
  options: options.map(({ value, label: words }) => ({ value, label: words })),
  ...error(view, id),
});

const hour = (view: RoosterWijzigingView, id: string, label: string, hint: string): Input => ({
  type: 'input',
  kind: 'text',
  id,
  label,
  hint,
  required: true,
  maxLength: 5,
  value: one(view, id),
  ...error(view, id),
});

/** `/permanentie wijzigingen`, and the answer to a change: what differs from the template, with the way back. */
export function roosterWijzigingenCard(view: Of<'rooster_wijzigingen'>): Card {
  const title = `Wijzigingen permanentie ${view.regio}`;
  const upTo = view.vanaf + view.wijzigingen.length;
  const to = (vanaf: number, label: string) =>
    button('permanentie.tonen', `${view.regioCode}/wijzigingen/${vanaf}`, label);
  return {
    title,
    summary: title,
    parts: [
      ...(view.wijzigingen.length === 0
        ? [text('Er zijn geen wijzigingen: het gewone rooster geldt.')]
        : view.wijzigingen.flatMap((w): Part[] => [
            text(`${span(w)}: ${w.wat}`, 'normal', true),
            text(`Door ${w.door}, ${shortMoment(w.op, view.zone)}.`, 'subtle'),
            { type: 'buttons', buttons: [button('rooster.ongedaan', `${view.regioCode}/${w.id}`)] },
          ])),
      { type: 'divider' },
      ...(view.wijzigingen.length < view.totaal
        ? [text(`${view.vanaf + 1} tot ${upTo} van ${view.totaal} wijzigingen.`, 'subtle')]
        : []),
      {
        type: 'buttons',
        buttons: [
          ...(view.vanaf > 0 ? [to(view.vanaf - 1, 'Vorige')] : []),
          ...(upTo < view.totaal ? [to(upTo, 'Volgende')] : []),
          button('rooster.wijzigen', view.regioCode),
          button('permanentie.tonen', `${view.regioCode}/week`, 'Deze week'),
        ],
      },
    ],
  };
}

/** Of an absence over several day parts: from when until when, and how many. */
function span({ datum, totDatum, van, tot, aantal }: Of<'rooster_wijzigingen'>['wijzigingen'][number]): string {
  if (aantal > 1) return `${day(datum)}${totDatum === datum ? '' : ` tot en met ${day(totDatum)}`}, ${aantal} dagdelen`;
  return `${day(datum)}, ${van === '00:00' && tot === '24:00' ? 'hele dag' : `${van}–${tot}`}`;
}

/** To somebody whose day part was changed by another: what is true for them now. */
export function roosterGewijzigdCard(view: Of<'rooster_gewijzigd'>): Card {
  const taken = view.overgenomen.map((p) => `${p.wie} doet ${p.van}–${p.tot}`);
  const title = taken.length > 0 ? 'Je dagdeel is overgenomen' : 'Je permanentie is gewijzigd';
  const hours = (parts: readonly { van: string; tot: string }[]) => and(parts.map((p) => `${p.van}–${p.tot}`));
  const own = view.mijn.filter((p) => p.route === null);
  const routes = view.mijn.filter((p) => p.route !== null);
  return {
    title,
    summary: title,
    parts: [
      ...(taken.length > 0 ? [text(`${day(view.datum)}: ${and(taken)}.`, 'good', true)] : []),
      text(
        own.length > 0
          ? `Op ${day(view.datum)} ben je nu van wacht: ${hours(own)}.`
          : `Je bent ${routes.length > 0 ? 'zelf niet' : 'niet meer'} van wacht op ${day(view.datum)}.`,
        'normal',
        true,
      ),
      ...(routes.length > 0
        ? [
            text(
              `Bellers komen bij ${and([...new Set(routes.map((r) => r.route ?? ''))])} terecht, ${hours(routes)}; wat binnenkomt, volg jij op.`,
            ),
          ]
        : []),
      text(`Gewijzigd door ${view.door} op ${moment(view.op, view.zone)}, voor ${view.regio}.`, 'subtle'),
      { type: 'buttons', buttons: [button('permanentie.tonen', 'mijn', 'Mijn dagdelen')] },
    ],
  };
}

/** A request between two colleagues, as it stands now, for either of them. */
export function roosterVerzoekCard(view: Of<'rooster_verzoek'>): Card {
  const span = (s: { datum: string; van: string; tot: string }) => `${day(s.datum)}, ${s.van}–${s.tot}`;
  const asked = view.lezer === 'gevraagde';
  const about = view.krijg ? 'Ruilen van permanentie' : 'Permanentie overnemen';
  const title =
    view.vervallen && !asked
      ? `Je vraag aan ${view.aan} vervalt`
      : view.stand === 'geweigerd' && !asked
        ? `${view.aan} kan niet ${view.krijg ? 'ruilen' : 'overnemen'}`
        : view.herinnerd && !view.vervallen
          ? `${about}: nog geen antwoord`
          : about;
  const line = view.krijg
    ? asked
      ? [
          text(`${view.van} vraagt om met jou te ruilen.`),
          ...facts([
            ['Jij doet dan', span(view.geef)],
            [`${view.van} doet dan`, span(view.krijg)],
          ]),
        ]
      : [
          text(`Je vroeg ${view.aan} om te ruilen.`),
          ...facts([
            [`${view.aan} doet dan`, span(view.geef)],
            ['Jij doet dan', span(view.krijg)],
          ]),
        ]
    : [
        text(
          asked
            ? `${view.van} vraagt of jij ${span(view.geef)} kan overnemen.`
            : `Je vroeg ${view.aan} om ${span(view.geef)} over te nemen.`,
        ),
        ...(view.route ? [text('Een telefoonroute neemt op; het gaat om opvolgen wat binnenkomt.', 'subtle')] : []),
      ];
  return { title, summary: title, parts: [...line, ...standing(view, asked)] };
}

const regionOf = (subject: string): string => subject.split('/')[0] ?? '';

function standing(view: Of<'rooster_verzoek'>, asked: boolean): Part[] {
  if (view.vervallen && asked)
    return [text('Het rooster is intussen gewijzigd: deze vraag geldt niet meer.', 'subtle')];
  if (view.vervallen)
    return [
      text('Het rooster is intussen gewijzigd. Is het dagdeel nog van jou, vraag het dan opnieuw of iemand anders.'),
      {
        type: 'buttons',
        buttons: [
          button('permanentie.tonen', 'mijn', 'Mijn dagdelen'),
          button('rooster.wijzigen', regionOf(view.subject)),
        ],
      },
    ];
  // To look before answering.
  const week = button('permanentie.tonen', `${regionOf(view.subject)}/week/${view.geef.datum}`, 'Die week');
  switch (view.stand) {
    case 'open':
      return [
        ...(view.herinnerd
          ? [
              text(
                asked
                  ? 'Je antwoordde nog niet, en het is bijna zover. Laat weten of het lukt.'
                  : `${view.aan} antwoordde nog niet: het dagdeel is nog van jou. Bel even, of trek je vraag in en vraag het iemand anders.`,
                'warning',
              ),
            ]
          : asked
            ? []
            : [text('Tot je collega antwoordt, blijft het rooster zoals het is.', 'subtle')]),
        {
          type: 'buttons',
          buttons: asked
            ? [button('rooster.aanvaarden', view.subject), button('rooster.weigeren', view.subject), week]
            : [button('rooster.intrekken', view.subject)],
        },
      ];
    case 'aanvaard':
      if (view.ongedaan)
        return [
          text(
            `${view.ongedaan.door} maakte dit ongedaan op ${shortMoment(view.ongedaan.op, view.zone)}. Het rooster is weer zoals het was.`,
            'warning',
          ),
          { type: 'buttons', buttons: [week] },
        ];
      return [
        text(
          asked ? 'Afgesproken. Het rooster is aangepast.' : `${view.aan} zei ja. Het rooster is aangepast.`,
          'good',
        ),
        {
          type: 'buttons',
          buttons: [week, ...(view.terugdraaien ? [button('rooster.ongedaan', view.terugdraaien)] : [])],
        },
      ];
    case 'geweigerd':
      return [
        text(
          asked ? 'Je zei dat het niet lukt.' : `${view.aan} kan niet. Er is niets gewijzigd; vraag het iemand anders.`,
          'warning',
        ),
        ...(asked ? [] : [{ type: 'buttons' as const, buttons: [button('rooster.wijzigen', regionOf(view.subject))] }]),
      ];
    case 'ingetrokken':
      return [text('De vraag is ingetrokken. Er is niets gewijzigd.', 'subtle')];
    default:
      throw new Error(view.stand satisfies never);
  }
}
