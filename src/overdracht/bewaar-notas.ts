import { audit, type Context, directoryOf } from '../context.ts';
import type { Commit, CommitResult } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { dienstOf, lezerVan, onderwerpen } from './lezer-van.ts';
import type { Nota } from './nota.ts';
import { kaartOf } from './overdracht-views.ts';

/** One text, about a case or in general. */
export type NieuweNota = { casusId: string | null; tekst: string };

/**
 * Keeps new notes with everything that follows: the story of each case, the writer's living card, and
 * the cards of who is next. Rights were checked.
 */
export async function bewaarNotas(
  context: Context,
  region: Region,
  nieuw: readonly NieuweNota[],
  action: 'overdracht.bewaren' | 'casus.nota_bewaren',
): Promise<CommitResult> {
  const { world, person, now } = context;
  const kaart = kaartOf({ world, region, personId: person.id, now });
  const notas = nieuw.map(
    ({ casusId, tekst }): Nota => ({
      id: world.ids.next(),
      regio: region.code,
      casusId,
      door: person.id,
      dienst: kaart.onderwerp,
      op: now,
      bewerkt: null,
      ingetrokken: null,
      tekst,
      gelezen: [],
      open: true,
      bij: null,
      versie: 1,
    }),
  );
  return saveNotas(
    context,
    region,
    notas.map((next) => ({ next, was: null })),
    'nota',
    {
      berichten: [
        {
          id: world.ids.next(),
          soort: 'overdracht',
          casusId: null,
          onderwerp: kaart.onderwerp,
          op: kaart.op,
          aan: { persoon: person.id },
        },
      ],
      audit: notas.map((n) => audit(context, action, n.casusId ?? n.id)),
    },
  );
}

/** Writes notes of this writer, new or changed, with a line in the story of each case. */
export function saveNotas(
  context: Context,
  region: Region,
  notas: NonNullable<Commit['notas']>,
  soort: 'nota' | 'nota_gewijzigd' | 'nota_ingetrokken',
  rest: Pick<Commit, 'audit' | 'berichten'>,
): Promise<CommitResult> {
  const { world, person, now, intent } = context;
  const to = lezerVan(region, directoryOf(context), world.holidays, person.id, now);
  const cases = notas.flatMap(({ next }) => (next.casusId === null ? [] : [{ ...next, casusId: next.casusId }]));
  return world.store.commit({
    once: intent.delivery,
    notas,
    gebeurtenissen: cases.map(({ casusId, tekst }) => ({
      casusId,
      op: now,
      soort,
      door: person.id,
      ...(soort !== 'nota_ingetrokken' && { detail: tekst }),
    })),
    refresh: [
      ...new Set([
        ...(to ? onderwerpen(dienstOf(region, to.duty)) : []),
        ...notas.map(({ next }) => next.dienst),
        ...cases.map((n) => n.casusId),
      ]),
    ],
    ...rest,
  });
}
