import type { ActionId } from '../actions.ts';
import { may, type Relation } from '../toegang/policy.ts';
import { magPlannen } from '../zorgtafel/mag-plannen.ts';
import type { Zorgtafel } from '../zorgtafel/zorgtafel.ts';
import type { Casus, Stand } from './casus.ts';
import { ended } from './ended.ts';

/** Which buttons make sense in which state, in the order they are shown. */
const sensible = {
  aangemeld: [
    'casus.opnemen',
    'casus.terugkoppelen',
    'casus.vragen',
    'casus.overdragen',
    'casus.nota',
    'casus.verloop',
  ],
  opgenomen: [
    'casus.terugkoppelen',
    'zorgtafel.plannen',
    'zorgtafel.tonen',
    'casus.vragen',
    'casus.geboorte',
    'casus.overdragen',
    'casus.teruggeven',
    'casus.nota',
    'rugzak.tonen',
    'casus.verloop',
  ],
  teruggekoppeld: [
    'zorgtafel.plannen',
    'zorgtafel.tonen',
    'casus.terugkoppelen',
    'casus.vragen',
    'casus.geboorte',
    'casus.overdragen',
    'casus.nota',
    'casus.afsluiten',
    'rugzak.tonen',
    'casus.verloop',
  ],
  ingetrokken: ['rugzak.tonen', 'casus.verloop'],
  afgesloten: ['casus.heropenen', 'rugzak.tonen', 'casus.verloop'],
} as const satisfies Record<Stand, readonly ActionId[]>;

/** Taken up by somebody else: the card stays readable, but the case is theirs to handle. */
const onlyContact: readonly ActionId[] = [
  'zorgtafel.plannen',
  'casus.terugkoppelen',
  'casus.vragen',
  'casus.teruggeven',
  'casus.afsluiten',
];

/** Buttons on the coordinator's card of a case, for somebody with these relations to it. */
export const coordinatorButtons = (
  casus: Casus,
  relations: ReadonlySet<Relation>,
  zorgtafels: readonly Zorgtafel[] = [],
): ActionId[] =>
  sensible[casus.stand].filter(
    (action) =>
      may(action, relations) &&
      (action !== 'zorgtafel.plannen' || magPlannen({ casus, zorgtafels }) === null) &&
      (action !== 'zorgtafel.tonen' || zorgtafels.length > 0) &&
      // Who rang is rung back [A7].
      !(action === 'casus.vragen' && casus.inhoud.aanmelding.namens) &&
      // Only of the unborn [U4].
      !(action === 'casus.geboorte' && casus.inhoud.aanmelding.kind === 'geboren') &&
      (casus.stand === 'aangemeld' || relations.has('aanspreekpunt') || !onlyContact.includes(action)),
  );

/** Buttons on the aanmelder's card. */
export function aanmelderButtons(casus: Casus, relations: ReadonlySet<Relation>): ActionId[] {
  const unborn = casus.inhoud.aanmelding.kind === 'ongeboren';
  const actions: ActionId[] = ended(casus)
    ? ['casus.verloop']
    : [
        'aanmelding.aanvullen',
        'aanmelding.verbeteren',
        ...(unborn ? (['casus.geboorte'] as const) : []),
        'aanmelding.intrekken',
        'casus.verloop',
      ];
  return actions.filter((action) => may(action, relations));
}
