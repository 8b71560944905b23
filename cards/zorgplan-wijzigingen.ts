import type { VersieRegel, ZorgplanWijzigingenView } from '../src/zorgplan/zorgplan-view.ts';
import type { Card, Part } from './card.ts';
import { and, button, shortMoment, text } from './words.ts';
import { sectieRegels } from './zorgplan.ts';
import { hoeWoord, kort, ookWoorden, sectieNamen } from './zorgplan-woorden.ts';

/** Characters of a section as it read in an older version. */
const KORT = 600;

/** Who changed what, newest first; of one section also how it read, to put it back. */
export function zorgplanWijzigingenCard(view: ZorgplanWijzigingenView): Card {
  const about = view.sectie ? sectieNamen[view.sectie] : 'zorgplan';
  const title = `Wijzigingen ${about}, ${view.referentie}`;
  const subject = `${view.casusId}/${view.sectie ?? 'alles'}`;
  return {
    title,
    summary: `Wijzigingen zorgplan ${view.referentie}`,
    parts: [
      ...(view.versies.length === 0 ? [text('Hier is nog niets gewijzigd.', 'subtle')] : []),
      ...view.versies.flatMap((v) => regel(v, view)),
      {
        type: 'buttons',
        buttons: [
          ...(view.ouder ? [button('zorgplan.wijzigingen', `${subject}/${view.ouder}`, 'Oudere wijzigingen')] : []),
          ...(view.sectie ? [button('zorgplan.wijzigingen', view.casusId, 'Alle wijzigingen')] : []),
          button('zorgplan.tonen', view.casusId, 'Heel het zorgplan'),
        ],
      },
    ],
  };
}

function regel(v: VersieRegel, view: ZorgplanWijzigingenView): Part[] {
  const head = `${shortMoment(v.op, view.zone)}, ${v.door}`;
  if (!v.inhoud) return [text(`${head}: ${wat(v)}.`)];
  const lines = sectieRegels(v.inhoud).join('\n');
  return [
    text(`${head}: ${wat(v)}${v.huidig ? ' (zo staat het nu)' : ''}`, 'normal', true),
    text(lines === '' ? 'Leeg.' : kort(lines, KORT), lines === '' ? 'subtle' : 'normal'),
    ...(view.terugzetten && !v.huidig
      ? [
          {
            type: 'buttons' as const,
            buttons: [button('zorgplan.terugzetten', `${view.casusId}/${view.sectie ?? ''}/${v.versie}`)],
          },
        ]
      : []),
  ];
}

/** `Doelen toegevoegd en Zorgen gewijzigd` */
function wat({ wat: changes, ook, versie }: VersieRegel): string {
  const words = [
    ...changes.map((c) => `${sectieNamen[c.sectie]} ${hoeWoord(c.hoe)}`),
    ...ook.map((o) => ookWoorden[o]),
  ];
  return words.length > 0 ? and(words) : versie === 1 ? ookWoorden.gemaakt : 'gewijzigd';
}
