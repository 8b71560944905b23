import { wachtend } from '../casus/casus.fixture.ts';
import type { Casus } from '../casus/casus.ts';
import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Termijn } from '../casus/termijn.ts';
import { stapKlokken } from '../casus/volgende-stap.ts';
import { clocksAfter } from '../casus/with-casus.ts';
import type { Instant } from '../time.ts';
import { byEinde, directoryWith, holidays, monday, regio } from '../world.fixture.ts';
import { antwoorden } from './antwoorden.ts';
import type { Kandidaat } from './experts.ts';
import { type Plan, plannen } from './plannen.ts';
import type { Maak } from './tafel-change.ts';
import { vastleggen } from './vastleggen.ts';
import { voorstel } from './voorstel.ts';
import { tafel } from './zorgtafel.fixture.ts';
import { type Antwoord, aanTafel, type Zorgtafel } from './zorgtafel.ts';

/** Hours after Monday 10 h. */
export const hours = (n: number) => monday.add({ hours: n });

/** Five experts, the first in turn first. */
export const pool: Kandidaat[] = Array.from({ length: 5 }, (_, n) => ({
  persoonId: `p-expert-${n}`,
  naam: `Expert ${n}`,
  organisatie: null,
  specialismen: [],
  aantal: n,
  laatst: null,
  afwezigTot: null,
  bezet: [],
}));

/** Two moments, a mother, a helper and two experts. */
export const plan: Plan = {
  besprokenOp: monday,
  plaats: tafel.plaats,
  duur: 90,
  momenten: [hours(24), hours(30)],
  genodigden: [
    { soort: 'ouder', persoonId: null, naam: 'mama', via: 'p-melder' },
    { soort: 'hulpverlener', persoonId: 'p-vreemde', naam: 'Vreemde', via: null },
  ],
  boodschap: '',
  expertVraag: '',
  experts: 2,
  expertise: null,
};

/** A case with its tables and clocks, to which decisions are applied as the store would. */
export function spel(start: Partial<Casus> = {}, region = regio) {
  let count = 0;
  const maak: Maak = { id: () => `id-${++count}`, agenda: () => ({ token: `t-${++count}`, hash: `h-${count}` }) };
  let casus: Casus = { ...wachtend, stand: 'opgenomen', opgenomenOp: monday, ...start };
  let zorgtafels: Zorgtafel[] = [];
  let termijnen: Termijn[] = [];
  const seen = (now: Instant): Seen => ({
    casus,
    termijnen,
    zorgtafels,
    zorgplan: null,
    region,
    directory: directoryWith([region]),
    holidays,
    lezer: 'p-marijke',
    relations: new Set(['coordinator', 'aanspreekpunt'] as const),
    now,
  });
  const apply = (decision: Decision, now: Instant) => {
    if ('refusal' in decision) return decision.refusal.kind;
    const clocks = clocksAfter(decision, { termijnen, now }, 'test');
    const steps = stapKlokken(decision, seen(now), maak.id);
    const changed = [...clocks, ...steps.filter((t) => !clocks.some((c) => c.id === t.id))];
    termijnen = [...termijnen.filter((t) => !changed.some((c) => c.id === t.id)), ...changed].sort(byEinde);
    casus = decision.next;
    const { zorgtafel } = decision;
    if (zorgtafel) zorgtafels = [...zorgtafels.filter((t) => t.id !== zorgtafel.id), zorgtafel];
    return decision;
  };
  return {
    maak,
    seen,
    apply,
    casus: () => casus,
    tafel: () => zorgtafels.at(-1) as Zorgtafel,
    tafels: () => zorgtafels,
    lopend: () => termijnen.filter((t) => !t.gestopt),
  };
}

/** A planned table on Monday 10 h. */
export function gepland(more: Partial<Plan> = {}, region = regio) {
  const s = spel({}, region);
  s.apply(plannen(s.seen(monday), 'p-marijke', { ...plan, ...more }, pool, s.maak, monday), monday);
  const zet = (naam: string) => {
    const d = s.tafel().deelnemers.findLast((p) => p.naam === naam);
    if (!d) throw new Error(`no ${naam}`);
    return d;
  };
  const antwoord = (naam: string, eerste: Antwoord, tweede: Antwoord = eerste, now = hours(1)) => {
    const [m1, m2] = s.tafel().momenten;
    const geven = { ...(m1 && { [m1.id]: eerste }), ...(m2 && { [m2.id]: tweede }) };
    return s.apply(antwoorden(s.seen(now), s.tafel().id, zet(naam).id, 'p-marijke', geven, pool, s.maak, now), now);
  };
  const allemaal = (eerste: Antwoord, tweede: Antwoord) => {
    for (const d of aanTafel(s.tafel())) antwoord(d.naam, eerste, tweede);
  };
  /** Everybody can, and the moment the bot proposes is fixed. */
  const vast = (now = hours(2)) => {
    allemaal('kan', 'kan');
    const moment = voorstel(s.tafel(), now).beste?.moment.id ?? '';
    return s.apply(vastleggen(s.seen(now), s.tafel().id, moment, 'p-marijke', null, pool, s.maak, now), now);
  };
  return { ...s, zet, antwoord, allemaal, vast };
}
