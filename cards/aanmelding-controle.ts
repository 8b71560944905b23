import type { AanmeldingControleView, Ontvangst } from '../src/aanmelding/aanmelding-view.ts';
import { choicesOf, type Field, fieldsOf, textOf } from '../src/aanmelding/fields.ts';
import { isDate } from '../src/time.ts';
import type { Card, Part } from './card.ts';
import { and, button, date, facts, meldingen, moment, text } from './words.ts';

/** The last page: everything that was told, what is still missing, and who it will reach. */
export function aanmeldingControleCard(view: AanmeldingControleView): Card {
  const subject = `${view.draftId}/${view.pagina}`;
  const complete = view.ontbreekt.length === 0;
  const shown = [1, 2, 3]
    .flatMap((page) => fieldsOf(page, view.asker, view.values))
    .map((field) => [field.label, answer(field, view)] as const);
  return {
    title: view.verbetert ? `${view.verbetert} verbeteren` : 'Aanmelding',
    summary: 'Nakijken en versturen',
    parts: [
      text(`Stap ${view.pagina} van ${view.paginas}: nakijken en versturen`, 'subtle'),
      ...meldingen(view.meldingen),
      ...(complete
        ? view.verbetert
          ? [text('Je aanspreekpunt krijgt bericht van de wijziging; de termijn voor een antwoord blijft dezelfde.')]
          : ontvangst(view.naar, view.zone)
        : [
            text('Dit ontbreekt nog. Ga terug en vul het aan:', 'warning', true),
            { type: 'list' as const, items: view.ontbreekt.map((o) => `${o.label} (stap ${o.pagina})`) },
          ]),
      { type: 'divider' },
      ...facts(shown),
    ],
    form: {
      submit: complete
        ? button('aanmelding.versturen', view.draftId, view.verbetert ? 'Wijziging bewaren' : 'Versturen')
        : button('aanmelding.hervatten', `${view.draftId}/${view.ontbreekt[0]?.pagina ?? 1}`, 'Aanvullen'),
      back: button('aanmelding.terug', subject),
    },
  };
}

function answer(field: Field, view: AanmeldingControleView): string {
  const value = textOf(view.values, field.id);
  if (value === '') return '';
  if (field.kind === 'date') return isDate(value) ? date(value) : value;
  if (field.kind === 'text') return value;
  const label = (chosen: string) => field.options.find((o) => o.value === chosen)?.label ?? chosen;
  return and(choicesOf(view.values, field.id).map(label));
}

/** Who it goes to and what can honestly be promised [P2]. */
export function ontvangst(naar: Ontvangst | null, zone: string): Part[] {
  if (!naar) return [text('Er is in deze regio nog niemand ingepland. Bel de casuscoördinator.', 'danger')];
  // Who starts on Monday does not answer on Saturday: then the limit is no promise.
  const beforeNext =
    naar.vanaf !== null && Temporal.Instant.compare(naar.uiterlijk, Temporal.Instant.from(naar.vanaf)) < 0;
  return [
    ...(naar.inPlaatsVan
      ? [text(`${naar.inPlaatsVan} is niet bereikbaar via deze bot; het gaat meteen naar ${naar.naam}.`, 'warning')]
      : []),
    ...(naar.bereikbaar
      ? []
      : [
          text(
            'De bot kan nu geen enkele casuscoördinator van deze regio bereiken. Je aanmelding blijft bewaard, maar bel ook zelf.',
            'danger',
            true,
          ),
        ]),
    ...(naar.nuVanWacht ? [] : [text(nobodyNow(naar.vanaf, zone), 'warning')]),
    ...facts([
      ['Gaat naar', naar.naam],
      [
        naar.route ? `Bellen tot ${moment(naar.route.tot, zone)}` : '',
        naar.route?.telefoon && `${naar.route.naam}, ${naar.route.telefoon}`,
      ],
      [naar.route?.telefoon ? 'Daarna bellen' : 'Bellen', naar.telefoon],
      [beforeNext ? 'De termijn loopt tot' : 'Antwoord ten laatste', moment(naar.uiterlijk, zone)],
    ]),
  ];
}

const nobodyNow = (from: string | null, zone: string) =>
  `Er is nu niemand van wacht${from ? `; de volgende permanentie begint ${moment(from, zone)}` : ''}. De klok loopt al, maar reken ${from ? 'voor dan' : 'nu'} niet op een antwoord. Kan het niet wachten: bel bij levensgevaar 112, en typ /permanentie voor wie je anders kan bellen.`;
