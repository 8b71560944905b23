import { NOTA_MAX } from '../src/overdracht/nota.ts';
import type { NotaFormulierView, NotaRegel, OverdrachtView, TeLezen } from '../src/overdracht/overdracht-view.ts';
import type { Card, Input, Part } from './card.ts';
import { button, clock, moment, shortMoment, text } from './words.ts';

/** Longest of one's own notes on a card with several. */
const OWN_SHOWN = 200;

const about = (n: NotaRegel) => n.referentie ?? 'Algemeen';

const noteParts = (n: NotaRegel, zone: string): Part[] => [
  text(`${about(n)}, van ${n.door}, ${shortMoment(n.op, zone)}`, 'subtle', true),
  n.tekst === null ? text('Deze casus is niet voor jou zichtbaar.', 'subtle') : text(n.tekst),
];

/** What the one before left, with the button that confirms it. `kaart`: what the card is about. */
export function teLezenParts(view: TeLezen, kaart: string, zone: string): Part[] {
  const { notas, nog, gelezen, merk } = view;
  if (notas.length === 0)
    return gelezen
      ? [
          text(
            `Je las de overdracht (${gelezen.aantal === 1 ? 'één nota' : `${gelezen.aantal} nota’s`}) op ${shortMoment(gelezen.op, zone)}.`,
            'good',
          ),
          { type: 'buttons', buttons: [button('overdracht.tonen', kaart.split('/')[0] ?? '', 'Toon overdracht')] },
        ]
      : [];
  return [
    { type: 'heading', text: 'Overdracht' },
    ...notas.flatMap((n) => noteParts(n, zone)),
    ...(nog > 0 ? [text(nog === 1 ? 'Hierna komt nog één nota.' : `Hierna komen nog ${nog} nota’s.`, 'subtle')] : []),
    ...(merk === '' ? [] : [{ type: 'buttons' as const, buttons: [button('overdracht.gelezen', `${kaart}/${merk}`)] }]),
  ];
}

/** The handover of one person: what to read, what they wrote, and the way to write more. */
export function overdrachtCard(view: OverdrachtView): Card {
  const { zone, volgende } = view;
  const title = `Overdracht ${view.regio}`;
  const reading = view.lezen ? teLezenParts(view.lezen, view.regioCode, zone) : [];
  return {
    title,
    summary: title,
    parts: [
      ...(view.vraag
        ? [
            text(
              `Je permanentie loopt tot ${clock(view.vraag.tot, zone)}. Wat moet wie na jou komt zeker weten?`,
              'normal',
              true,
            ),
          ]
        : []),
      ...(view.lezen && reading.length === 0 ? [text('Er is voor jou niets te lezen.', 'subtle')] : reading),
      ...own(view),
      ...earlier(view),
      ...(view.magSchrijven
        ? [
            text(
              volgende
                ? `Wat je schrijft, leest ${volgende.naam}, van wacht vanaf ${moment(volgende.van, zone)}.`
                : 'Na jou is nog niemand ingepland: wat je schrijft, wacht op wie dan van wacht is.',
              'subtle',
            ),
            text(openCases(view.openCasussen), 'subtle'),
            {
              type: 'buttons' as const,
              buttons: [
                button(
                  'overdracht.schrijven',
                  view.regioCode,
                  view.mijn.length > 0 ? 'Nog een nota' : 'Schrijf overdracht',
                ),
              ],
            },
          ]
        : []),
    ],
  };
}

function openCases(count: number): string {
  if (count === 0) return 'Er staan geen casussen open.';
  if (count === 1) return 'Eén casus staat open.';
  return count >= 100 ? 'Er staan 100 casussen of meer open.' : `${count} casussen staan open.`;
}

function own({ mijn, meer, zone }: OverdrachtView): Part[] {
  if (mijn.length === 0) return [];
  return [
    { type: 'heading', text: 'Wat jij schreef' },
    ...(meer > 0
      ? [text(meer === 1 ? 'Eén oudere nota is weggelaten.' : `${meer} oudere nota’s zijn weggelaten.`, 'subtle')]
      : []),
    ...mijn.flatMap((n): Part[] => {
      const changed = n.bewerkt && !n.ingetrokken ? ', gewijzigd' : '';
      const head = text(`${about(n)}, ${shortMoment(n.op, zone)}${changed}`, 'subtle', true);
      if (n.ingetrokken) return [head, text('Ingetrokken.', 'subtle')];
      const readers = n.gelezen.map((l) => `${l.door} op ${shortMoment(l.op, zone)}`).join(', daarna door ');
      return [
        head,
        text(n.tekst === null ? 'Deze casus is niet langer voor jou zichtbaar.' : short(n.tekst)),
        n.gelezen.length > 0 ? text(`Gelezen door ${readers}.`, 'good') : text('Nog niet gelezen.', 'subtle'),
        ...(n.wijzigbaar
          ? [
              {
                type: 'buttons' as const,
                buttons: [
                  ...(n.tekst === null ? [] : [button('overdracht.wijzigen', n.id)]),
                  button('overdracht.intrekken', n.id),
                ],
              },
            ]
          : []),
      ];
    }),
  ];
}

const short = (words: string) => (words.length > OWN_SHOWN ? `${words.slice(0, OWN_SHOWN).trimEnd()} …` : words);

const earlier = ({ eerder, zone }: OverdrachtView): Part[] =>
  eerder.length === 0
    ? []
    : [{ type: 'heading', text: 'Eerder gelezen' }, ...eerder.flatMap((n) => noteParts(n, zone))];

/** A new handover, or a note that is changed. */
export function notaFormulierCard(view: NotaFormulierView): Card {
  const input = (id: string, label: string, required: boolean, hint?: string): Input => {
    const value = view.values[id];
    return {
      type: 'input',
      kind: 'text',
      id,
      label,
      ...(hint && { hint }),
      required,
      multiline: true,
      maxLength: NOTA_MAX,
      ...(typeof value === 'string' && { value }),
      ...(view.errors[id] !== undefined && { error: view.errors[id] }),
    };
  };
  const cancel = button('formulier.annuleren', view.subject);
  const reader = view.volgende ?? 'wie dan van wacht is';
  if (view.wijzigt)
    return {
      title: 'Nota wijzigen',
      summary: 'Nota wijzigen',
      parts: [
        text(`${view.wijzigt.referentie ?? 'Algemeen'}. Dit kan tot ${reader} de nota las.`, 'subtle'),
        input('nota', 'Nota', true, 'Geen namen van kind of familie.'),
      ],
      form: { submit: button('overdracht.wijziging_bewaren', view.subject), cancel },
    };
  const chosen = view.values.andere_casus;
  return {
    title: 'Overdracht schrijven',
    summary: `Overdracht ${view.regio}`,
    parts: [
      text(`Enkele regels voor ${reader}. Vul in wat nodig is; de rest mag leeg blijven.`, 'subtle'),
      input('algemeen', 'In het algemeen', false, 'Geen namen van kind of familie.'),
      ...view.casussen.map((c) =>
        input(
          c.veld,
          c.termijn ? `${c.referentie}, termijn ${shortMoment(c.termijn, view.zone)}` : c.referentie,
          false,
        ),
      ),
      ...(view.andere.length > 0
        ? [
            {
              type: 'input' as const,
              kind: 'choice' as const,
              id: 'andere_casus',
              label: 'Een andere casus',
              hint: 'Voor nog een andere: bewaar, en kies daarna “Nog een nota”.',
              required: false,
              options: view.andere,
              ...(typeof chosen === 'string' && { value: chosen }),
              ...(view.errors.andere_casus !== undefined && { error: view.errors.andere_casus }),
            },
            input('andere_nota', 'Nota bij die casus', false),
          ]
        : []),
    ],
    form: { submit: button('overdracht.bewaren', view.subject), cancel },
  };
}
