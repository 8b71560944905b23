import { z } from 'zod';
import { weekdays } from '../permanentie/day-plan.ts';
import * as value from './file-values.ts';
import type { AanvraagStap, DagStap, DoorKind, LadderStep, Region, Role } from './region.ts';
import { usualAanvraag } from './usual-aanvraag.ts';
import { usualEvaluatie } from './usual-evaluatie.ts';
import { usualGoedkeuring } from './usual-goedkeuring.ts';
import { usualHerinneringen } from './usual-herinneringen.ts';
import { usualZorgplanLadder } from './usual-zorgplan.ts';
import { usualZorgtafelLadder } from './usual-zorgtafel.ts';

/** Roles as a file may name them; `aanmelder` is what anybody known is, and adds nothing. */
const roles = [
  'aanmelder',
  'casuscoordinator',
  'expert',
  'provinciaal_coordinator',
  'planmaker',
  'beheerder',
] as const satisfies readonly (Role | 'aanmelder')[];

const door = block({
  naam: value.text,
  telefoon: value.phone.optional(),
  email: value.email.optional(),
  web: value.webAddress.optional(),
}).optional();

const dated = { van: value.isoDate.optional(), tot: value.isoDate.optional() };

/**
 * The region file as written (Dutch keys, contract.md), scalars already read: cents, basis points,
 * `HH:MM`. Unknown keys are refused. What one part says about another is for `crossCheck`.
 */
export const regionFileSchema = block({
  code: value.regionCode,
  naam: value.text,
  tijdzone: value.timeZone.default('Europe/Brussels'),
  gemeenten: z.array(value.text).default([]),
  postcodes: z.array(value.postcodes).default([]),
  contact: block({
    email: value.email.optional(),
    telefoon: z.array(block({ nummer: value.phone, ...dated })).default([]),
  }).default({ telefoon: [] }),
  personen: z.array(
    block({
      id: value.id,
      naam: value.text,
      email: value.email,
      rollen: z.array(z.enum(roles)),
      organisatie: value.text.optional(),
      telefoon: value.phone.optional(),
      specialisme: z.array(value.text).optional(),
      ...dated,
    }),
  ),
  organisaties: z.array(block({ id: value.id, naam: value.text, sector: value.text.optional(), ...dated })).default([]),
  permanentie: z
    .array(
      block({
        ...dated,
        dagdelen: z.array(
          block({
            dag: z.enum(weekdays),
            uren: value.hours,
            persoon: value.id.optional(),
            route: value.id.optional(),
            eigenaar: value.id.optional(),
          }),
        ),
      }),
    )
    .default([]),
  routes: z.array(block({ id: value.id, naam: value.text, telefoon: value.phone, ...dated })).default([]),
  termijnen: block({
    terugkoppeling: value.duration.default('PT24H'),
    zorgtafel: value.duration.default('PT48H'),
    zorgtafel_stopt: z.enum(['gepland', 'gehouden']).default('gepland'),
    evaluatie: value.duration.default('P6W'),
    aanvraag: value.workingDays.default(usualAanvraag.termijn),
    rekening: z.enum(['klokuren', 'werkuren'] satisfies Region['termijnen']['rekening'][]).default('klokuren'),
  }).prefault({}),
  herinneringen: block({
    dag_voor: value.clockTime.default(usualHerinneringen.dagVoor),
    vooraf: value.shortDuration.default(usualHerinneringen.vooraf),
    ochtend: value.clockTime.default(usualHerinneringen.ochtend),
    bevestigen_binnen: value.shortDuration.default(usualHerinneringen.bevestigenBinnen),
    overdracht: value.shortDuration.default(usualHerinneringen.overdracht),
    gaten: z.array(z.int().min(0).max(60)).default(usualHerinneringen.gaten),
  }).prefault({}),
  ladder: block({
    zorgtafel: ladder().default(usualZorgtafelLadder),
    terugkoppeling: ladder().default([
      { na: 'PT12H', soort: 'herinnering', aan: 'aanspreekpunt' },
      { na: 'PT20H', soort: 'herinnering', aan: 'aanspreekpunt' },
      { na: 'PT22H', soort: 'escalatie', aan: 'coordinatoren' },
      { na: 'PT24H', soort: 'escalatie', aan: 'provinciaal' },
    ]),
    zorgplan: ladder().default(usualZorgplanLadder),
    evaluatie: z.array(dagStap()).default(usualEvaluatie),
    aanvraag: z.array(aanvraagStap()).default(usualAanvraag.ladder),
  }).prefault({}),
  // Defaults are B1, B2 and B9.
  rugzak: block({
    maximum: value.euro.default(2_000_000),
    verblijf: value.percentage.default(5000),
    duur: value.duration.default('P3M'),
    verlengingen: value.count.default(1),
    drempels: z.array(value.percentage).default([5000, 7500, 9000, 10_000]),
    // From a day on something else than above, for cases reported from that day on.
    beleid: z
      .array(
        block({
          van: value.isoDate,
          tot: value.isoDate.optional(),
          maximum: value.euro.optional(),
          verblijf: value.percentage.optional(),
          duur: value.duration.optional(),
          verlengingen: value.count.optional(),
          drempels: z.array(value.percentage).optional(),
        }),
      )
      .default([]),
    jaarbudget: z.record(z.string().regex(/^20\d\d$/), yearBudget()).default({}),
    goedkeuring: block({
      casuscoordinator: value.euroOrAll.default(usualGoedkeuring.casuscoordinator),
      provinciaal_coordinator: value.euroOrAll.default(usualGoedkeuring.provinciaal_coordinator),
    }).prefault({}),
    verwerkingstijd: value.count.default(0),
  }).prefault({}),
  // Absent: nothing is removed.
  bewaring: block({
    casus: value.retention.optional(),
    // From a day on something else than above, for cases that end from that day on.
    beleid: z.array(block({ van: value.isoDate, tot: value.isoDate.optional(), casus: value.retention })).default([]),
  }).prefault({}),
  kanalen: block({
    permanentie: z.array(block({ platform: value.platform, ref: value.text })).default([]),
  }).prefault({}),
  deuren: block({
    crisismeldpunt: door,
    kind_en_gezin_lijn: door,
    ocj: door,
    vk: door,
    m_document: door,
    rechtstreekse_hulp: door,
    brussel: door,
  } satisfies Record<DoorKind, typeof door>).default({}),
  sluitingsdagen: z.array(value.isoDate).default([]),
});

export type RegionFile = z.output<typeof regionFileSchema>;

/** A rung before or after a day: exactly one of the two. */
function dagStap() {
  return block({
    voor: value.duration.optional(),
    na: value.duration.optional(),
    soort: z.enum(['herinnering', 'escalatie'] satisfies LadderStep['soort'][]),
    aan: z.enum(['aanspreekpunt', 'coordinatoren', 'provinciaal'] satisfies LadderStep['aan'][]),
  }).transform(({ voor, na, ...rest }, context): DagStap => {
    if ((voor === undefined) === (na === undefined))
      context.addIssue({ code: 'custom', message: 'Geef voor of na: hoelang voor of na de dag van de evaluatie.' });
    return voor === undefined ? { ...rest, na: na ?? 'P1D' } : { ...rest, voor };
  });
}

/** A rung of the clock of a request for means. */
function aanvraagStap() {
  return block({
    na: value.workingDays,
    soort: z.enum(['herinnering', 'escalatie'] satisfies AanvraagStap['soort'][]),
    aan: z.enum(['beslissers', 'aanspreekpunt', 'provinciaal'] satisfies AanvraagStap['aan'][]),
  });
}

/** The means of a year by kind; one amount is all for rugzakken [B8]. */
function yearBudget() {
  return z.preprocess(
    (written) => (typeof written === 'object' && written !== null ? written : { rugzak: written }),
    block({ rugzak: value.euro.optional(), structureel: value.euro.optional() }),
  );
}

/** The rungs of a clock. */
function ladder() {
  return z.array(
    block({
      na: value.duration,
      soort: z.enum(['herinnering', 'escalatie'] satisfies LadderStep['soort'][]),
      aan: z.enum(['aanspreekpunt', 'coordinatoren', 'provinciaal'] satisfies LadderStep['aan'][]),
    }),
  );
}

/** An object that takes no other keys, and says which it takes. */
function block<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `Toegelaten: ${Object.keys(shape).join(', ')}.` : undefined,
  });
}
