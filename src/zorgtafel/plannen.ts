import { nameOf } from '../casus/casus-views.ts';
import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { dateIn, type Instant } from '../time.ts';
import { type Kandidaat, kiesExperts } from './experts.ts';
import { klokVan48Uur, klokVanAntwoorden } from './klokken.ts';
import { magPlannen } from './mag-plannen.ts';
import { type Maak, metTafel, tafelKaart, tafelMelding, uitnodiging } from './tafel-change.ts';
import {
  type Antwoord,
  type Deelnemer,
  type DeelnemerSoort,
  type Moment,
  momentVan,
  type Plaats,
  type Zorgtafel,
} from './zorgtafel.ts';

/** Somebody to invite, as filled in. */
export type Genodigde = { soort: DeelnemerSoort; persoonId: string | null; naam: string; via: string | null };

/** A zorgtafel as the form gives it. */
export type Plan = {
  besprokenOp: Instant;
  plaats: Plaats;
  duur: number;
  momenten: readonly Instant[];
  genodigden: readonly Genodigde[];
  boodschap: string;
  expertVraag: string;
  experts: number;
  expertise: string | null;
};

/** Organisation of who reported: their own experts are not asked [T5]. */
export const eigenOrganisatie = ({ casus, directory }: Pick<Seen, 'casus' | 'directory'>): string | null =>
  casus.inhoud.aanmelding.namens?.organisatie || directory.persons.get(casus.aanmelder)?.organisatie || null;

/** Who is asked without anybody having to say so: who reported, and the contact of the case [A9]. */
export function vanzelf(seen: Pick<Seen, 'casus' | 'directory'>): Genodigde[] {
  const { casus, directory } = seen;
  const { namens } = casus.inhoud.aanmelding;
  const aanmelder: Genodigde = namens
    ? { soort: 'aanmelder', persoonId: null, naam: namens.naam, via: casus.aanspreekpunt }
    : { soort: 'aanmelder', persoonId: casus.aanmelder, naam: nameOf(directory, casus.aanmelder), via: null };
  return [
    // A coordinator who reported it themselves sits at the table once.
    ...(aanmelder.persoonId === casus.aanspreekpunt ? [] : [aanmelder]),
    {
      soort: 'casuscoordinator',
      persoonId: casus.aanspreekpunt,
      naam: nameOf(directory, casus.aanspreekpunt),
      via: null,
    },
  ];
}

export const deelnemerVan = (g: Genodigde, maak: Maak, now: Instant): Deelnemer => ({
  id: maak.id(),
  ...g,
  sinds: now,
  uitgenodigdOp: g.persoonId === null ? null : now,
  antwoorden: {},
  geantwoordOp: null,
  stand: 'gevraagd',
  agenda: maak.agenda(),
});

export const alsGenodigde = (k: Kandidaat): Genodigde => ({
  soort: 'expert',
  persoonId: k.persoonId,
  naam: k.naam,
  via: null,
});

/** Sets up a table: everybody is invited, the 48 hours run [T1, T2, T4, T5]. */
export function plannen(
  seen: Seen,
  door: string,
  plan: Plan,
  pool: readonly Kandidaat[],
  maak: Maak,
  now: Instant,
): Decision {
  const refusal = magPlannen(seen);
  if (refusal) return { refusal };
  const { casus, region } = seen;
  const momenten: Moment[] = plan.momenten.map(momentVan);
  const genodigden = [
    ...vanzelf(seen),
    ...plan.genodigden.filter((g) => g.persoonId !== casus.aanmelder && g.persoonId !== casus.aanspreekpunt),
  ];
  const people = genodigden.map((g): Deelnemer => {
    const d = deelnemerVan(g, maak, now);
    // Who proposes the moments can be there.
    const all = Object.fromEntries(momenten.map((m): [string, Antwoord] => [m.id, 'kan']));
    return g.persoonId === door ? { ...d, antwoorden: all, geantwoordOp: now } : d;
  });
  const draft: Zorgtafel = {
    id: maak.id(),
    casusId: casus.id,
    stand: 'peilen',
    besprokenOp: plan.besprokenOp,
    plaats: plan.plaats,
    duur: plan.duur,
    momenten,
    gekozen: null,
    deelnemers: people,
    volgnummer: 0,
    reden: null,
    verslag: null,
    boodschap: plan.boodschap,
    expertVraag: plan.expertVraag,
    experts: plan.experts,
    expertise: plan.expertise,
    agenda: null,
  };
  const dagVan = (at: Instant) => dateIn(region.tijdzone, at);
  const experts = kiesExperts(pool, draft, momenten, eigenOrganisatie(seen), plan.experts, dagVan).map((k) =>
    deelnemerVan(alsGenodigde(k), maak, now),
  );
  const tafel = { ...draft, deelnemers: [...people, ...experts] };
  return metTafel(seen, tafel, {
    gebeurtenissen: [
      { op: now, soort: 'zorgtafel_gepland', door },
      ...experts.map((e) => ({
        op: now,
        soort: 'expert_gevraagd' as const,
        door: null,
        ...(e.persoonId && { betreft: e.persoonId }),
      })),
    ],
    berichten: [
      tafelKaart(tafel, casus.aanspreekpunt),
      ...tafel.deelnemers.filter((d) => d.persoonId !== casus.aanspreekpunt).flatMap((d) => uitnodiging(tafel.id, d)),
      ...(experts.length < plan.experts ? [tafelMelding(tafel.id, 'geen_expert', now, casus.aanspreekpunt)] : []),
    ],
    start: [klokVan48Uur(maak.id(), tafel, seen), klokVanAntwoorden(maak.id(), tafel, seen)],
  });
}
