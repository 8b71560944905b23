import type { RegioDocumentSoort } from '../document/document-soort.ts';
import type { BoekingMetReferentie, MaandSom, Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';
import { bewijzen } from './bewijzen.ts';
import { type Boeking, type Categorie, categorieen } from './boeking.ts';
import { type Bedragen, type Jaaroverzicht, jaaroverzicht } from './jaaroverzicht.ts';
import { type PerCasus, verborgen } from './kleine-aantallen.ts';
import { kwartaalVan } from './looptijd.ts';
import { maandSommen } from './maand-sommen.ts';
import { budgetOf, structureelVan } from './regio-view.ts';
import type { Aanvraag } from './rugzak.ts';
import { gebonden, type Saldo, saldo } from './saldo.ts';

/** Lines read at once. */
const PAGE = 5_000;
/** Cases whose proofs are read at once. */
const CASES = 500;

/** A year budget as a workbook, as plain data: everything in it comes from the same lines. Integer cents. */
export type RegioDocumentView = {
  document: RegioDocumentSoort;
  regio: string;
  regioCode: string;
  zone: string;
  /** When it was made. */
  op: string;
  overzicht: Jaaroverzicht;
  /** Cents for structural offer; null: the region does not say [B8]. */
  structureel: number | null;
  samen: Groep;
  perSoort: ({ categorie: Categorie } & Groep)[];
  /** By quarter in which it was booked; `null`: before or after the year. */
  perKwartaal: ({ kwartaal: number | null } & Groep)[];
  /** What of it is of cases that were removed after their term, without lines below; null: nothing, or not for this reader [S17]. */
  verwijderd: Bedragen | null;
  /** Only for the coordinators: nothing that names a case leaves their circle [M2]. */
  regels: Regel[];
  saldi: ({ referentie: string; categorie: Categorie } & Saldo)[];
  /** Invoices, and proofs of help with an invoice by quarter [B7]; dates are ISO. */
  facturen: (VanAanvraag & {
    nummer: string;
    cents: number;
    ontvangen: string;
    vervalt: string;
    betaaldOp: string | null;
  })[];
  bewijzen: (VanAanvraag & { kwartaal: string; tegen: string; bezorgdOp: string | null })[];
};

/** Which request something is about. */
type VanAanvraag = { referentie: string; categorie: Categorie; aanbieder: string };

/** What lines come to, of how many cases, and which of both amounts may not leave the circle of the coordinators [M2]. */
export type Groep = Bedragen & { casussen: number; verborgen: Record<keyof Bedragen, boolean> };

/** One line of the ledger; `nummer` from 1, `draaitTerug`: the number of the line it takes back. */
type Regel = Pick<Boeking, 'datum' | 'van' | 'naar' | 'categorie' | 'cents'> & {
  nummer: number;
  referentie: string;
  /** What it adds to what is bound. */
  erbij: number;
  door: string;
  draaitTerug: number | null;
};

export async function regioDocumentView(
  store: Store,
  region: Region,
  jaar: number,
  soort: RegioDocumentSoort,
  now: Instant,
): Promise<RegioDocumentView> {
  const [{ lines, removed }, vorig] = await Promise.all([
    ledger(store, region.code, jaar),
    store.rugzakMaanden(region.code, jaar - 1),
  ]);
  const all = [...lines, ...removed];
  const today = dateIn(region.tijdzone, now);
  const intern = soort === 'rugzak_regio';
  const { persons } = store.directory();
  const numbers = new Map(lines.map((b, n) => [b.id, n + 1]));
  const quarter = ({ datum }: Rest) => (datum.startsWith(`${jaar}-`) ? kwartaalVan(datum).kwartaal : null);
  const byQuarter = Map.groupBy(all, quarter);
  const byCategory = Map.groupBy(all, (b) => b.categorie);
  return {
    document: soort,
    regio: region.naam,
    regioCode: region.code,
    zone: region.tijdzone,
    op: now.toString(),
    overzicht: jaaroverzicht(jaar, today, budgetOf(region, jaar), maandSommen(all), vorig),
    structureel: structureelVan(region, jaar),
    samen: groepen([[null, all]], intern).map(({ sleutel: _, ...g }) => g)[0] ?? geenGroep,
    perSoort: groepen(
      categorieen.map((c) => [c, byCategory.get(c) ?? []]),
      intern,
    ).map(({ sleutel, ...g }) => ({ categorie: sleutel, ...g })),
    perKwartaal: groepen(
      ([1, 2, 3, 4, null] as const).map((q) => [q, byQuarter.get(q) ?? []]),
      intern,
    ).map(({ sleutel, ...g }) => ({ kwartaal: sleutel, ...g })),
    verwijderd: intern && removed.length > 0 ? amounts(removed) : null,
    regels: intern
      ? lines.map((b, n) => ({
          nummer: n + 1,
          datum: b.datum,
          referentie: b.referentie,
          categorie: b.categorie,
          van: b.van,
          naar: b.naar,
          cents: b.cents,
          erbij: gebonden(saldo([b])),
          door: persons.get(b.door)?.naam ?? 'Onbekend',
          draaitTerug: b.corrigeert === null ? null : (numbers.get(b.corrigeert) ?? null),
        }))
      : [],
    ...(intern ? await invoicesAndProofs(store, lines, jaar) : { facturen: [], bewijzen: [] }),
    saldi: intern
      ? [...Map.groupBy(lines, (b) => `${b.referentie}|${b.categorie}`).values()]
          .flatMap(([first, ...others]) =>
            first ? [{ referentie: first.referentie, categorie: first.categorie, ...saldo([first, ...others]) }] : [],
          )
          .sort((a, b) => (`${a.referentie}${a.categorie}` < `${b.referentie}${b.categorie}` ? -1 : 1))
      : [],
  };
}

/** Of the requests of this year alone: each has its lines in one year. */
async function invoicesAndProofs(
  store: Store,
  lines: readonly BoekingMetReferentie[],
  jaar: number,
): Promise<Pick<RegioDocumentView, 'facturen' | 'bewijzen'>> {
  const waiting = [
    ...new Set(lines.filter((b) => b.naar === 'gefactureerd' || b.naar === 'betaald').map((b) => b.casusId)),
  ];
  const byCase = Map.groupBy(lines, (b) => b.casusId);
  const facturen: RegioDocumentView['facturen'] = [];
  const proofs: RegioDocumentView['bewijzen'] = [];
  while (waiting.length > 0)
    for (const rugzak of await store.rugzakken(waiting.splice(0, CASES))) {
      const boekingen = byCase.get(rugzak.casusId) ?? [];
      const of = ({ categorie, aanbieder }: Pick<Aanvraag, 'categorie' | 'aanbieder'>): VanAanvraag => ({
        referentie: boekingen[0]?.referentie ?? 'Onbekend',
        categorie,
        aanbieder,
      });
      const thisYear = new Map(
        rugzak.aanvragen.filter((a) => a.van.startsWith(`${jaar}-`)).map((a) => [a.id, a] as const),
      );
      for (const { aanvraagId, nummer, cents, ontvangen, vervalt, betaald, ingetrokken } of rugzak.facturen) {
        const aanvraag = thisYear.get(aanvraagId);
        if (aanvraag && !ingetrokken)
          facturen.push({ ...of(aanvraag), nummer, cents, ontvangen, vervalt, betaaldOp: betaald?.datum ?? null });
      }
      for (const { aanvraag, kwartaal, tegen, bezorgd } of bewijzen({ rugzak, boekingen }))
        proofs.push({ ...of(aanvraag), kwartaal, tegen, bezorgdOp: bezorgd?.datum ?? null });
    }
  return {
    facturen: sorted(facturen, (f) => `${f.vervalt}|${f.referentie}|${f.nummer}`),
    bewijzen: sorted(proofs, (b) => `${b.kwartaal}|${b.referentie}|${b.categorie}|${b.aanbieder}`),
  };
}

const sorted = <T>(all: T[], order: (one: T) => string): T[] => all.sort((a, b) => (order(a) < order(b) ? -1 : 1));

/** Stands for every case that was removed: nobody knows any more how many there were. */
const REMOVED = '';

/** A line of which only what it adds to a phase in a month is known. */
type Rest = Pick<Boeking, 'casusId' | 'categorie' | 'van' | 'naar' | 'cents' | 'datum'>;

/**
 * The lines of a year, and what the year has on top of them: cases that were removed after their term left their amounts
 * in its sums and no lines [S17]. The sums are read before and after, for somebody may book meanwhile.
 */
async function ledger(store: Store, regio: string, jaar: number) {
  for (let attempt = 1; ; attempt++) {
    const before = await store.rugzakMaanden(regio, jaar);
    const lines = await allLines(store, regio, jaar);
    const after = await store.rugzakMaanden(regio, jaar);
    if (attempt < 5 && JSON.stringify(before) !== JSON.stringify(after)) continue;
    const key = ({ maand, categorie, fase }: Omit<MaandSom, 'cents'>) => `${maand}|${categorie}|${fase}`;
    const known = new Map(maandSommen(lines).map((s) => [key(s), s.cents]));
    const removed = after.flatMap((s): Rest[] => {
      const cents = s.cents - (known.get(key(s)) ?? 0);
      const phase = cents < 0 ? { van: s.fase, naar: null } : { van: null, naar: s.fase };
      return cents === 0
        ? []
        : [{ casusId: REMOVED, categorie: s.categorie, ...phase, cents: Math.abs(cents), datum: `${s.maand}-01` }];
    });
    return { lines, removed };
  }
}

async function allLines(store: Store, regio: string, jaar: number): Promise<BoekingMetReferentie[]> {
  const lines: BoekingMetReferentie[] = [];
  for (;;) {
    const page = await store.boekingenVanJaar(regio, jaar, lines.at(-1) ?? null, PAGE);
    lines.push(...page);
    if (page.length < PAGE) return lines;
  }
}

/** Groups of lines that come to something; outside the circle those of too few cases are hidden [M2]. */
function groepen<K>(groups: readonly (readonly [K, readonly Rest[]])[], intern: boolean): ({ sleutel: K } & Groep)[] {
  const rows = groups
    .map(([sleutel, lines]) => ({
      sleutel,
      lines,
      gebonden: perCasus(lines, 'gebonden'),
      betaald: perCasus(lines, 'betaald'),
    }))
    .filter((r) => r.gebonden.size + r.betaald.size > 0);
  const [bound, paid] = [verborgen(rows.map((r) => r.gebonden)), verborgen(rows.map((r) => r.betaald))];
  return rows.map(({ sleutel, lines, gebonden, betaald }, n) => ({
    sleutel,
    ...amounts(lines),
    casussen: new Set([...gebonden.keys(), ...betaald.keys()].filter((id) => id !== REMOVED)).size,
    verborgen: { gebonden: !intern && bound[n] === true, betaald: !intern && paid[n] === true },
  }));
}

const geenGroep: Groep = { gebonden: 0, betaald: 0, casussen: 0, verborgen: { gebonden: false, betaald: false } };

const perCasus = (lines: readonly Rest[], what: keyof Bedragen): PerCasus =>
  new Map(
    [...Map.groupBy(lines, (b) => b.casusId)]
      .map(([id, those]) => [id, amounts(those)[what]] as const)
      .filter(([, cents]) => cents !== 0),
  );

const amounts = (lines: readonly Rest[]): Bedragen => {
  const total = saldo(lines);
  return { gebonden: gebonden(total), betaald: total.betaald };
};
