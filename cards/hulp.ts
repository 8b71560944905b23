import { type CommandName, commands } from '../src/commands.ts';
import type { HulpView, View } from '../src/view.ts';
import type { Card } from './card.ts';
import { herinneringLine } from './herinnering.ts';
import { and, button, rollen, text } from './words.ts';

const described = (names: readonly CommandName[]) =>
  names.flatMap((name) => {
    const command = commands.find((c) => c.name === name);
    return command ? [{ label: command.usage, value: command.description }] : [];
  });

const start: Card['parts'] = [
  {
    type: 'buttons',
    buttons: [
      button('aanmelding.starten', ''),
      button('permanentie.tonen', ''),
      button('werk.tonen', ''),
      button('casus.lijst', ''),
    ],
  },
];

export function hulpCard(view: HulpView): Card {
  return {
    title: 'Wat je hier kan doen',
    summary: 'Hulp bij de zorggarantie-bot',
    parts: [
      text(`Dag ${view.naam}. Je bent hier ${and(view.rollen.map((r) => rollen[r] ?? r))}.`),
      { type: 'facts', facts: described(view.commands) },
      ...start,
      text('Met of zonder schuine streep, en in een kanaal met de naam van de bot ervoor.', 'subtle'),
      ...(view.herinnering
        ? [
            text(herinneringLine(view.herinnering)),
            { type: 'buttons' as const, buttons: [button('herinnering.instellen', '')] },
          ]
        : []),
      ...(view.voorkeur
        ? [
            text(
              view.voorkeur.huidig
                ? `Ik bereik je nu op ${platformName(view.voorkeur.huidig)}.`
                : 'Je bent op meer dan één platform bereikbaar. Waar wil je mijn berichten?',
            ),
            {
              type: 'buttons' as const,
              buttons: view.voorkeur.platforms
                .filter((p) => p !== view.voorkeur?.huidig)
                .map((p) => button('account.voorkeur', p, `Bereik me op ${platformName(p)}`)),
            },
          ]
        : []),
    ],
  };
}

const platformName = (platform: string) => platform.slice(0, 1).toUpperCase() + platform.slice(1);

export function onbekendCommandoCard(view: Extract<View, { view: 'onbekend_commando' }>): Card {
  return {
    title: 'Dat ken ik niet',
    summary: 'Onbekend commando',
    parts: [
      text(
        view.nearest
          ? `“${view.typed}” ken ik niet. Bedoelde je /${view.nearest}?`
          : `“${view.typed}” ken ik niet. Dit kan ik wel:`,
      ),
      { type: 'facts', facts: described(view.commands) },
      ...start,
    ],
  };
}
