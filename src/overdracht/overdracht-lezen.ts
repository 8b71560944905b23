import { ATTEMPTS, audit, directoryOf, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { dienstView } from '../permanentie/dienst-view.ts';
import { dutiesOn, onDutyAt } from '../permanentie/on-duty.ts';
import { readSubject } from '../permanentie/rooster-views.ts';
import type { Region } from '../regio/region.ts';
import type { World } from '../world.ts';
import { dienstOf, onderwerpen } from './lezer-van.ts';
import { overdrachtView } from './overdracht-views.ts';
import { merkOf, teLezen } from './te-lezen.ts';

/** The day parts a card is about: of one day part, of a whole day; null: a screen, about all of them. */
function dienstenOf(world: World, region: Region, kaart: string): string[] | null {
  const about = readSubject(kaart);
  if (!about) return null;
  return about.van === null ? dutiesOn(region, world.holidays, about.datum).map((d) => dienstOf(region, d)) : [kaart];
}

/**
 * *Gelezen*: confirms the notes that stood on the card, no others. Subject: the card (`<regio>`,
 * `<regio>/<datum>`, `<regio>/<datum>/<van>`), then the mark of what it showed. What came or changed in
 * between is shown instead, to be read first. Only who is on duty or next has something to confirm [P7].
 */
export const overdrachtGelezen: Handler = async (context): Promise<Outcome> => {
  const { world, person, now, intent, subject } = context;
  const { store } = world;
  const [kaart = '', merk = ''] = [subject.slice(0, subject.lastIndexOf('/')), subject.split('/').at(-1)];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const region = directoryOf(context).regions.get(kaart.split('/')[0] ?? '');
    if (!region) return refuse({ kind: 'knop_onbekend' });
    const diensten = dienstenOf(world, region, kaart);
    const { view, notas } = await teLezen(world, region, person.id, diensten, now);
    const same = merk !== '' && merkOf(notas.map((n) => n.nota)) === merk;
    if (!same) {
      const nothing = notas.length === 0 && !view.gelezen && !(await heeftGelezen(region, merk));
      await store.commit({ audit: [audit(context, 'overdracht.gelezen', region.code, 'geweigerd')] });
      // Another's turn since, or never theirs.
      if (nothing) return refuse({ kind: 'niet_jouw_dienst' });
      return show(
        region,
        notas.length > 0 ? 'Er kwam iets bij of er veranderde iets: lees het eerst.' : 'Je bevestigde dit al.',
      );
    }
    const running = onDutyAt(region, world.holidays, now);
    const result = await store.commit({
      once: intent.delivery,
      notas: notas.map(({ nota, dienst }) => ({
        next: {
          ...nota,
          gelezen: [...nota.gelezen, { door: person.id, op: now, dienst }],
          // Read ahead of the day part it stays open: the rota can still change.
          open: !(running && dienstOf(region, running) === dienst),
          versie: nota.versie + 1,
        },
        was: nota.versie,
      })),
      refresh: [
        ...new Set(
          notas.flatMap(({ nota, dienst }) => [
            ...onderwerpen(dienst),
            nota.dienst,
            ...(nota.casusId === null ? [] : [nota.casusId]),
          ]),
        ),
      ],
      audit: notas.map(({ nota }) => audit(context, 'overdracht.gelezen', nota.casusId ?? nota.id)),
    });
    if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
    if (result.kind === 'ok') return show(region);
  }
  return refuse({ kind: 'storing' });

  /** Whether this person is among who read the newest note the card showed: a second press. */
  async function heeftGelezen(region: Region, merk: string): Promise<boolean> {
    const nota = await store.nota(merk.split('.')[0] ?? '');
    return nota?.regio === region.code && nota.gelezen.some((l) => l.door === person.id);
  }

  async function show(region: Region, notice?: string): Promise<Outcome> {
    const about = readSubject(kaart);
    const view = about
      ? await dienstView(world, region, about.van === null ? 'dienst_morgen' : 'dienst_straks', about, person.id, now)
      : await overdrachtView({ world, region, personId: person.id, now }, null);
    return view ? { kind: 'replace', view, ...(notice && { notice }) } : { kind: 'nothing' };
  }
};
