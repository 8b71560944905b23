import type { ActionId } from '../src/actions.ts';
import type { RugzakFormulier, RugzakFormulierView } from '../src/rugzak/rugzak-view.ts';
import type { Card, Input } from './card.ts';
import { button, date, euro, text } from './words.ts';

type Shape = {
  title: string;
  intro: (view: RugzakFormulierView) => string;
  submit: ActionId;
  inputs: (at: (id: string, label: string, required?: boolean) => Base) => Input[];
};
type Base = { type: 'input'; id: string; label: string; required: boolean; value?: string; error?: string };

const words = (base: Base, hint: string): Input => ({ ...base, kind: 'text', hint, multiline: true, maxLength: 2000 });

const shapes: Record<RugzakFormulier, Shape> = {
  weigering: {
    title: 'Aanvraag weigeren',
    intro: () => 'Wie aanvroeg, leest je reden.',
    submit: 'rugzak.weigering_bewaren',
    inputs: (at) => [words(at('reden', 'Waarom niet?'), 'Wat kan er in de plaats? Geen namen van kind of familie.')],
  },
  vraag: {
    title: 'Iets vragen over de aanvraag',
    intro: () => 'Wie aanvroeg, krijgt je vraag. De aanvraag blijft wachten.',
    submit: 'rugzak.vraag_bewaren',
    inputs: (at) => [words(at('vraag', 'Je vraag'), 'Geen namen van kind of familie.')],
  },
  antwoord: {
    title: 'Antwoorden',
    intro: ({ vraag }) => vraag ?? 'Deze vraag is al beantwoord.',
    submit: 'rugzak.antwoord_bewaren',
    inputs: (at) => [words(at('antwoord', 'Je antwoord'), 'Geen namen van kind of familie.')],
  },
  start: {
    title: 'Eerste hulp gestart',
    intro: () => 'Vanaf deze dag lopen de termijn van de rugzak, het ISV en de beslissing.',
    submit: 'rugzak.start_bewaren',
    inputs: (at) => [{ ...at('start', 'Eerste dag van de eerste hulp'), kind: 'date' }],
  },
  verlenging: {
    title: 'Rugzak verlengen',
    intro: ({ einde }) =>
      einde ? `De rugzak loopt dan tot en met ${date(einde)}.` : 'De eerste hulp is nog niet gestart.',
    submit: 'rugzak.verlenging_bewaren',
    inputs: (at) => [words(at('reden', 'Beslissing en reden'), 'Wie besliste wat, en waarom is er meer tijd nodig?')],
  },
  stappen: {
    title: 'Stappen naar de toegangspoort',
    intro: () => 'Vul in wat gebeurd is; laat leeg wat nog moet gebeuren.',
    submit: 'rugzak.stappen_bewaren',
    inputs: (at) => [
      { ...at('vist', 'VIST Zorggarantie verstuurd op', false), kind: 'date' },
      { ...at('isv', 'ISV ontvangen op', false), kind: 'date' },
      { ...at('beslissing', 'Beslissing van de toegangspoort op', false), kind: 'date' },
      {
        ...at('pleegzorg', 'Wordt er een pleeggezin gezocht?'),
        kind: 'choice',
        hint: 'Dan waarschuwt de bot op tijd voor het A-document.',
        options: [
          { value: 'ja', label: 'Ja' },
          { value: 'nee', label: 'Nee' },
        ],
      },
      {
        ...at('a_document', 'A-document ingediend op', false),
        kind: 'date',
        hint: 'Enkel als er een pleeggezin gezocht wordt.',
      },
    ],
  },
  factuur: {
    title: 'Factuur ontvangen',
    intro: ({ rest }) => `Op deze aanvraag is nog ${euro(rest ?? 0)} te factureren. Betalen doe je binnen 30 dagen.`,
    submit: 'rugzak.factuur_bewaren',
    inputs: (at) => [
      { ...at('nummer', 'Nummer van de factuur'), kind: 'text', maxLength: 40 },
      { ...at('bedrag', 'Bedrag in euro'), kind: 'text', hint: 'Zoals 1.234,56.', maxLength: 20 },
      { ...at('ontvangen', 'Ontvangen op'), kind: 'date' },
    ],
  },
  betaling: {
    title: 'Factuur betaald',
    intro: ({ rest }) => `De factuur is van ${euro(rest ?? 0)}. Ze telt mee in de maand waarin ze betaald is.`,
    submit: 'rugzak.betaling_bewaren',
    inputs: (at) => [{ ...at('betaald_op', 'Betaald op'), kind: 'date' }],
  },
  vrijgave: {
    title: 'Rest vrijgeven',
    intro: ({ rest }) => `${euro(rest ?? 0)} komt weer vrij.`,
    submit: 'rugzak.vrijgave_bewaren',
    inputs: (at) => [
      {
        ...at('laatste_dag', 'Laatste dag van de hulp'),
        kind: 'date',
        hint: 'Na het kwartaal van die dag vraagt de bot geen bewijzen meer. Loopt de hulp door, kies dan de laatste dag die gepland is.',
      },
    ],
  },
  saldo: {
    title: 'Saldo op een dag',
    intro: () => 'Je leest wat er op die dag vastgelegd, gefactureerd en betaald was, per soort hulp.',
    submit: 'rugzak.saldo_tonen',
    inputs: (at) => [{ ...at('datum', 'Welke dag?'), kind: 'date' }],
  },
};

/** A small form about the rugzak of one case. */
export function rugzakFormulierCard(view: RugzakFormulierView): Card {
  const shape = shapes[view.formulier];
  const at = (id: string, label: string, required = true): Base => {
    const value = view.values[id];
    const error = view.errors[id];
    return {
      type: 'input',
      id,
      label,
      required,
      ...(typeof value === 'string' && value !== '' && { value }),
      ...(error !== undefined && { error }),
    };
  };
  return {
    title: shape.title,
    summary: `${shape.title} ${view.referentie}`,
    parts: [text(`${view.referentie}. ${shape.intro(view)}`, 'subtle'), ...shape.inputs(at)],
    form: { submit: button(shape.submit, view.subject), cancel: button('formulier.annuleren', '') },
  };
}
