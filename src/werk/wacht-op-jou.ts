import type { Casus } from '../casus/casus.ts';
import { nameOf } from '../casus/casus-views.ts';
import type { Termijn } from '../casus/termijn.ts';
import { stapKlok, stapKnop } from '../casus/volgende-stap.ts';
import { teamVan } from '../casus/volgt-op.ts';
import { vangtOpIn } from '../context.ts';
import { aanwezigVanaf } from '../permanentie/aanwezig-melden.ts';
import { verzoekSubject } from '../permanentie/verzoek.ts';
import { stillTrue } from '../permanentie/verzoek-actions.ts';
import { startOf } from '../permanentie/verzoek-reminder.ts';
import type { Person } from '../personen/directory.ts';
import { wachtOpMij } from '../rugzak/wachtende.ts';
import { type Instant, isBefore } from '../time.ts';
import { isOnCase } from '../toegang/policy.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { World } from '../world.ts';
import { zonderAntwoord } from '../zorgtafel/antwoorden.ts';
import { ontvanger } from '../zorgtafel/tafel-change.ts';
import { loopt, momentenVooruit } from '../zorgtafel/zorgtafel.ts';
import type { MijnDagdeel } from './mijn-dagdelen.ts';
import { wachtOpPlan } from './wacht-op-plan.ts';
import type { WachtOpJou } from './werk-view.ts';

/** What the sources of things that wait for somebody look at. */
export type Werk = {
  world: World;
  person: Person;
  now: Instant;
  /** Open cases this person reported. */
  aanmeldingen: readonly Casus[];
  /** Open cases this person is on in any way. */
  gelezen: readonly { casus: Casus; termijnen: Termijn[] }[];
  dagdelen: readonly MijnDagdeel[];
};

/** Something that waits for somebody; `verandert`: when that changes by itself. */
export type Wachtend = { item: WachtOpJou | null; verandert: Instant | null };

/**
 * Everything that waits for one person, the most pressing first. Each kind has its source: what comes later
 * (an invitation, an answer) is one more function in this list and one more member of `WachtOpJou`.
 */
export async function wachtOpJou(werk: Werk): Promise<Wachtend[]> {
  return (
    await Promise.all([
      bevestigen(werk),
      zonder(werk),
      vragen(werk),
      middelen(werk),
      zorgtafels(werk),
      verzoeken(werk),
      stappen(werk),
      wachtOpPlan(werk),
    ])
  ).flat();
}

/** A day part that runs or starts soon, and nobody heard yet that this person is there [P7]. */
async function bevestigen({ world, person, now, dagdelen }: Werk): Promise<Wachtend[]> {
  const [first] = dagdelen.filter((d) => d.route === null);
  if (!first) return [];
  const { region, datum, van, tot } = first;
  const from = aanwezigVanaf(region, first.start);
  if (isBefore(now, from)) return [{ item: null, verandert: from }];
  const present = await world.store.aanwezig(region.code, datum, van);
  if (present?.persoonId === person.id) return [];
  const subject = `${region.code}/${datum}/${van}`;
  return [{ item: { soort: 'bevestigen', subject, regio: region.naam, datum, van, tot }, verandert: first.end }];
}

/** Most cases without a contact that are asked for at once. */
const ORPHANS = 5;

/** Cases whose contact left the team: who takes those up transfers them, to themselves or to a colleague [A3]. */
async function zonder({ world, person, now }: Werk): Promise<Wachtend[]> {
  const directory = world.store.directory();
  const found = vangtOpIn(directory, person.id, now).map((region) =>
    world.store.zonderAanspreekpunt(region.code, teamVan(directory, region, now), ORPHANS),
  );
  return (await Promise.all(found)).flat().map((casus) => ({
    item: {
      soort: 'zonder_aanspreekpunt',
      subject: casus.id,
      referentie: casus.referentie,
      was: nameOf(directory, casus.aanspreekpunt),
    },
    verandert: null,
  }));
}

/** What this person's cases wait for themselves: a zorgtafel, a zorgplan [T1, T7]. */
async function stappen({ world, person, now, gelezen }: Werk): Promise<Wachtend[]> {
  const directory = world.store.directory();
  return gelezen.flatMap(({ casus, termijnen }): Wachtend[] => {
    const klok = stapKlok(termijnen);
    if (!klok || !relationsTo(casus, termijnen, directory, person.id, now).has('aanspreekpunt')) return [];
    const { soort: stap, einde } = klok;
    const teLaat = !isBefore(now, einde);
    return [
      {
        item: {
          ...{ soort: 'stap', subject: casus.id, referentie: casus.referentie, stap, knop: stapKnop[stap] },
          ...{ tegen: einde.toString(), teLaat },
        },
        verandert: teLaat ? null : einde,
      },
    ];
  });
}

/** Questions about what this person reported that have no answer yet. Not the question itself [S9]. */
async function vragen({ world, aanmeldingen }: Werk): Promise<Wachtend[]> {
  return aanmeldingen.flatMap((casus) =>
    casus.inhoud.vragen
      .filter((v) => !v.antwoord)
      .map((v) => ({
        item: {
          soort: 'vraag' as const,
          subject: `${casus.id}/${v.id}`,
          referentie: casus.referentie,
          door: nameOf(world.store.directory(), v.door),
        },
        verandert: null,
      })),
  );
}

/** Questions about means this person asked for, and requests to decide about [S16]; late ones stay until they are. */
async function middelen({ world, person, now }: Werk): Promise<Wachtend[]> {
  const { beslissen, vragen: open } = await wachtOpMij(world.store, person, now);
  return [
    ...open.map((v): Wachtend => ({ item: { soort: 'rugzak_vraag', ...v }, verandert: null })),
    ...beslissen.map(
      ({ einde, ...a }): Wachtend => ({ item: { soort: 'aanvraag', ...a }, verandert: a.teLaat ? null : einde }),
    ),
  ];
}

/** Invitations to a zorgtafel without an answer: one's own, and for who one invites [T4]. */
async function zorgtafels({ world, person, now, gelezen }: Werk): Promise<Wachtend[]> {
  const found = gelezen
    .filter(({ casus: c }) => c.stand !== 'aangemeld' && c.aanspreekpunt !== person.id)
    .filter(({ casus, termijnen }) => isOnCase(relationsTo(casus, termijnen, world.store.directory(), person.id, now)))
    .map(async ({ casus }) =>
      (await world.store.zorgtafels(casus.id)).filter(loopt).flatMap((tafel) =>
        zonderAntwoord(tafel, now)
          .filter((d) => ontvanger(d) === person.id)
          .map((d) => ({
            item: {
              soort: 'zorgtafel' as const,
              subject: `${casus.id}/${tafel.id}/${d.id}`,
              referentie: casus.referentie,
              voor: d.persoonId === null,
            },
            // Once the last moment without an answer is over, nothing is asked any more.
            verandert:
              momentenVooruit(tafel, now)
                .filter((m) => d.antwoorden[m.id] === undefined)
                .map((m) => m.start)
                .sort(Temporal.Instant.compare)
                .at(-1) ?? null,
          })),
      ),
    );
  return (await Promise.all(found)).flat();
}

/** How many open requests are looked through: most that no longer hold are older. */
const REQUESTS = 20;

/** Colleagues who ask to take a day part over, or to swap [P4]. */
async function verzoeken({ world, person, now }: Werk): Promise<Wachtend[]> {
  const directory = world.store.directory();
  return (await world.store.verzoekenAan(person.id, REQUESTS)).flatMap((verzoek): Wachtend[] => {
    const region = directory.regions.get(verzoek.regio);
    if (!region || !stillTrue({ world, now }, region, verzoek)) return [];
    const { geef, krijg } = verzoek;
    return [
      {
        item: { soort: 'verzoek', subject: verzoekSubject(verzoek), van: nameOf(directory, verzoek.van), geef, krijg },
        verandert: startOf(verzoek, region),
      },
    ];
  });
}
