import type { NewBericht } from '../berichten/bericht.ts';
import { nameOf } from '../casus/casus-views.ts';
import { ATTEMPTS, audit, type Context, directoryOf, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { entryFor, reachableAccount } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import type { View } from '../view.ts';
import { werkOnderwerp } from '../werk/onderwerp.ts';
import { partsOf, put, saveChanges } from './save-changes.ts';
import type { Uitzondering } from './uitzondering.ts';
import { type Span, type Verzoek, verzoekSubject } from './verzoek.ts';
import { remindedAt } from './verzoek-reminder.ts';
import { geldtNog } from './verzoek-vervalt.ts';
import { wallInstant } from './wall-instant.ts';

/** Asks one colleague to take `geef` over, in return for `krijg` or for nothing; both get a card that shows how it stands. */
export async function askColleague(
  context: Context,
  region: Region,
  geef: Span,
  aan: string,
  krijg: Span | null,
): Promise<Outcome> {
  const { world, person, now, intent } = context;
  const verzoek: Verzoek = {
    id: world.ids.next(),
    regio: region.code,
    van: person.id,
    aan,
    geef,
    krijg,
    stand: 'open',
    op: now,
  };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const directory = directoryOf(context);
    const current = directory.regions.get(region.code) ?? region;
    if (!stillTrue(context, current, verzoek)) return refuse({ kind: 'verzoek_vervallen' });
    if (!reachableAccount(directory, aan))
      return refuse({ kind: 'collega_niet_bereikbaar', naam: directory.persons.get(aan)?.naam ?? 'deze collega' });
    const result = await world.store.commit({
      once: intent.delivery,
      // Nothing changes, but whoever changes the rota at this very moment looks at what is asked again.
      uitzonderingen: { was: directory.version, save: [] },
      verzoek: { next: verzoek, was: null },
      berichten: [aan, person.id].map((persoon) => bericht(context, verzoek, persoon, now)),
      refresh: werkOnderwerp(aan),
      audit: [audit(context, 'rooster.vragen', verzoek.id)],
    });
    if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
    if (result.kind === 'ok') return { kind: 'answer', view: verzoekView(context, current, verzoek, person.id) };
  }
  return refuse({ kind: 'storing' });
}

const bericht = (context: Context, verzoek: Verzoek, persoon: string, op: Temporal.Instant): NewBericht => ({
  id: context.world.ids.next(),
  soort: 'rooster_verzoek',
  casusId: null,
  onderwerp: verzoekSubject(verzoek),
  op,
  aan: { persoon },
});

/** Whether both day parts are still those people's, and still to come. */
export const stillTrue = ({ world, now }: Pick<Context, 'world' | 'now'>, region: Region, verzoek: Verzoek): boolean =>
  geldtNog(verzoek, { region, directory: world.store.directory() }, world.holidays, now);

/** Whether a phone answers it: who takes it over follows up what comes in [P1]. */
const isRoute = (context: Pick<Context, 'world'>, region: Region, { datum, van }: Span): boolean =>
  partsOf(context, region, datum).some((p) => p.van === van && p.route);

export function verzoekView(
  context: Pick<Context, 'world' | 'now'>,
  region: Region,
  verzoek: Verzoek,
  reader: string,
): Extract<View, { view: 'rooster_verzoek' }> {
  const { store, holidays } = context.world;
  const name = (id: string) => nameOf(store.directory(), id);
  const open = verzoek.stand === 'open';
  const reminded = remindedAt(verzoek, region, holidays);
  const agreed = (region.uitzonderingen ?? []).filter((u) => u.groep === verzoek.id);
  const undone = agreed.find((u) => u.ongedaan !== null)?.ongedaan;
  const ahead = agreed.every((u) => isBefore(context.now, wallInstant(region.tijdzone, u.datum, u.tot)));
  return {
    view: 'rooster_verzoek',
    subject: verzoekSubject(verzoek),
    regio: region.naam,
    van: name(verzoek.van),
    aan: name(verzoek.aan),
    geef: verzoek.geef,
    krijg: verzoek.krijg,
    stand: verzoek.stand,
    vervallen: open && !stillTrue(context, region, verzoek),
    route: isRoute(context, region, verzoek.geef),
    ongedaan: undone ? { door: name(undone.door), op: undone.op.toString() } : null,
    terugdraaien: agreed[0] && !undone && ahead ? `${region.code}/${agreed[0].id}/afspraak` : null,
    zone: region.tijdzone,
    herinnerd: open && reminded !== null && !isBefore(context.now, reminded),
    lezer: reader === verzoek.aan ? 'gevraagde' : 'vrager',
  };
}

/** Both agree: all of it changes at once, or nothing [P4]. */
export const verzoekAanvaarden: Handler = (context) =>
  decide(context, 'aan', 'aanvaard', (verzoek, region) => {
    const directory = directoryOf(context);
    const persoon = (personId: string, span: Span) => entryFor(directory, region, personId, span.datum)?.id;
    const make = (span: Span, personId: string): Uitzondering[] => {
      const id = persoon(personId, span);
      return id === undefined
        ? []
        : [
            {
              ...span,
              id: context.world.ids.next(),
              regio: region.code,
              wat: put({ route: isRoute(context, region, span) }, id),
              groep: verzoek.id,
              door: context.person.id,
              op: context.now,
              ongedaan: null,
            },
          ];
    };
    const changes = [...make(verzoek.geef, verzoek.aan), ...(verzoek.krijg ? make(verzoek.krijg, verzoek.van) : [])];
    return changes.length === (verzoek.krijg ? 2 : 1) ? changes : null;
  });

export const verzoekWeigeren: Handler = (context) => decide(context, 'aan', 'geweigerd', () => []);

/** The one who asked takes it back, as long as nobody answered. */
export const verzoekIntrekken: Handler = (context) => decide(context, 'van', 'ingetrokken', () => []);

async function decide(
  context: Context,
  by: 'van' | 'aan',
  stand: Verzoek['stand'],
  changesOf: (verzoek: Verzoek, region: Region) => Uitzondering[] | null,
): Promise<Outcome> {
  const { world, person, intent } = context;
  const [, id = ''] = /\/verzoek\/(.+)$/.exec(context.subject) ?? [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const verzoek = await world.store.verzoek(id);
    const region = verzoek && directoryOf(context).regions.get(verzoek.regio);
    if (!verzoek || !region || verzoek[by] !== person.id) return refuse({ kind: 'knop_onbekend' });
    if (verzoek.stand !== 'open') return refuse({ kind: 'verzoek_vervallen' });
    const changes = stand === 'aanvaard' && !stillTrue(context, region, verzoek) ? null : changesOf(verzoek, region);
    if (changes === null) return refuse({ kind: 'verzoek_vervallen' });
    const next: Verzoek = { ...verzoek, stand };
    const kind =
      changes.length > 0
        ? await saveChanges(context, region, changes, {
            verzoek: { next, was: 'open' },
            refresh: verzoekSubject(verzoek),
          })
        : (
            await world.store.commit({
              once: intent.delivery,
              verzoek: { next, was: 'open' },
              // A card that changes makes no sound, and the day part is still theirs.
              berichten: stand === 'geweigerd' ? [bericht(context, next, verzoek.van, context.now)] : [],
              refresh: [verzoekSubject(verzoek), werkOnderwerp(verzoek.aan)],
              audit: [audit(context, `rooster.${stand}`, verzoek.id)],
            })
          ).kind;
    if (kind === 'al_verwerkt') return { kind: 'nothing' };
    if (kind === 'ok') return { kind: 'replace', view: verzoekView(context, region, next, person.id) };
  }
  return refuse({ kind: 'storing' });
}
