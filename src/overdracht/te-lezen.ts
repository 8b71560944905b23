import { nameOf } from '../casus/casus-views.ts';
import type { Holidays } from '../permanentie/on-duty.ts';
import type { Directory } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import type { Instant } from '../time.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { World } from '../world.ts';
import { dienstOf, lezerVan } from './lezer-van.ts';
import type { Nota } from './nota.ts';
import type { NotaRegel, TeLezen } from './overdracht-view.ts';

/** How far back what was read or written is still shown. */
export const TERUG_DAGEN = 14;

/** Most notes, and characters of them, that one card asks to confirm: it goes on with the next ones after. */
const MOST_NOTES = 8;
const MOST_TEXT = 3500;

/** A note somebody still has to read, and the day part (`<regio>/<datum>/<van>`) that makes it theirs. */
export type Ongelezen = { nota: Nota; dienst: string };

/** What is for this person now, from the rota as it is: nobody else has it to read [P7]. */
export function ongelezenVoor(
  region: Region,
  directory: Directory,
  holidays: Holidays,
  notas: readonly Nota[],
  personId: string,
  now: Instant,
): Ongelezen[] {
  return notas
    .filter((n) => n.open && !n.gelezen.some((l) => l.door === personId))
    .flatMap((nota) => {
      const lezer = lezerVan(region, directory, holidays, nota.door, now);
      return lezer?.persoon.id === personId ? [{ nota, dienst: dienstOf(region, lezer.duty) }] : [];
    });
}

/** A note as this person may see it now: its reference always, its text only with the right to its case. */
export async function regelOf(world: World, nota: Nota, personId: string, now: Instant): Promise<NotaRegel> {
  const directory = world.store.directory();
  const casus = nota.casusId === null ? null : await world.store.casusById(nota.casusId);
  const relations = casus && relationsTo(casus, await world.store.termijnen(casus.id), directory, personId, now);
  const may = nota.casusId === null || Boolean(relations?.has('coordinator') || relations?.has('aanspreekpunt'));
  return {
    referentie: nota.casusId === null ? null : (casus?.referentie ?? 'een casus'),
    door: nameOf(directory, nota.door),
    op: (nota.bewerkt ?? nota.op).toString(),
    tekst: may ? nota.tekst : null,
  };
}

/** What one card or screen puts before its reader, and the notes that *Gelezen* confirms there. */
export type Voorgelegd = { view: TeLezen; notas: Ongelezen[] };

/**
 * What a person has to read, general notes first, as much as fits. `diensten`: only what belongs to these
 * day parts; null: everything.
 */
export async function teLezen(
  world: World,
  region: Region,
  personId: string,
  diensten: readonly string[] | null,
  now: Instant,
): Promise<Voorgelegd> {
  const notas = await world.store.notas(region.code, now.subtract({ hours: 24 * TERUG_DAGEN }));
  const mine = ongelezenVoor(region, world.store.directory(), world.holidays, notas, personId, now)
    .filter((o) => diensten?.includes(o.dienst) ?? true)
    .sort((a, b) => Number(a.nota.casusId !== null) - Number(b.nota.casusId !== null));
  const shown: { regel: NotaRegel; ongelezen: Ongelezen }[] = [];
  const closed: NotaRegel[] = [];
  let [text, more] = [0, 0];
  for (const ongelezen of mine) {
    const regel = await regelOf(world, ongelezen.nota, personId, now);
    if (regel.tekst === null) closed.push(regel);
    else if (
      shown.length === 0 ||
      (more === 0 && shown.length < MOST_NOTES && text + regel.tekst.length <= MOST_TEXT)
    ) {
      shown.push({ regel, ongelezen });
      text += regel.tekst.length;
    } else more += 1;
  }
  const read = notas.flatMap((n) =>
    n.gelezen.filter((l) => l.door === personId && (diensten?.includes(l.dienst) ?? false)),
  );
  const last = read
    .map((l) => l.op)
    .sort(Temporal.Instant.compare)
    .at(-1);
  return {
    view: {
      notas: [...shown.map((s) => s.regel), ...closed.slice(0, MOST_NOTES)],
      nog: more + Math.max(0, closed.length - MOST_NOTES),
      gelezen: last ? { op: last.toString(), aantal: read.length } : null,
      merk: merkOf(shown.map((s) => s.ongelezen.nota)),
    },
    notas: shown.map((s) => s.ongelezen),
  };
}

/**
 * Says which notes, in which version, somebody has before them: what came or changed since is not
 * confirmed by a press on an older card. Empty: there is nothing to confirm.
 */
export function merkOf(notas: readonly Nota[]): string {
  const newest = notas
    .map((n) => n.id)
    .sort()
    .at(-1);
  return newest === undefined ? '' : `${newest}.${notas.length}.${notas.reduce((sum, n) => sum + n.versie, 0)}`;
}
