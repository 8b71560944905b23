import type { RegioDocumentSoort } from '../document/document-soort.ts';
import type { BoekingMetReferentie, Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';
import { bewijzen } from './bewijzen.ts';
import { type Boeking, type Categorie, categorieen } from './boeking.ts';
import { type Bedragen, type Jaaroverzicht, jaaroverzicht } from './jaaroverzicht.ts';
import { saldoVan } from './kas.ts';
import { kwartaalVan } from './looptijd.ts';
import { maandSommen } from './maand-sommen.ts';
import { budgetOf } from './regio-view.ts';
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
  /** Cases behind the whole, and behind each row. */
  casussen: number;
  perSoort: ({ categorie: Categorie; casussen: number } & Bedragen)[];
  /** By quarter in which it was booked; `null`: before or after the year. */
  perKwartaal: ({ kwartaal: number | null; casussen: number } & Bedragen)[];
  /** Only for the coordinators: nothing that names a case leaves their circle [M2]. */
  regels: Regel[];
  saldi: ({ referentie: string; categorie: Categorie } & Saldo)[];
  /** Proofs of help that was paid for, by quarter [B7]; dates are ISO. */
  bewijzen: {
    kwartaal: string;
    referentie: string;
    categorie: Categorie;
    betaald: number;
    tegen: string;
    bezorgdOp: string | null;
  }[];
};

/** One line of the ledger; `nummer` from 1, `draaitTerug`: the number of the line it takes back. */
export type Regel = Pick<Boeking, 'datum' | 'van' | 'naar' | 'categorie' | 'cents'> & {
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
  const [lines, vorig] = await Promise.all([
    allLines(store, region.code, jaar),
    store.rugzakMaanden(region.code, jaar - 1),
  ]);
  const today = dateIn(region.tijdzone, now);
  const intern = soort === 'rugzak_regio';
  const { persons } = store.directory();
  const numbers = new Map(lines.map((b, n) => [b.id, n + 1]));
  const quarter = ({ datum }: Boeking) => (datum.startsWith(`${jaar}-`) ? kwartaalVan(datum).kwartaal : null);
  const byQuarter = Map.groupBy(lines, quarter);
  const byCategory = Map.groupBy(lines, (b) => b.categorie);
  return {
    document: soort,
    regio: region.naam,
    regioCode: region.code,
    zone: region.tijdzone,
    op: now.toString(),
    overzicht: jaaroverzicht(jaar, today, budgetOf(region, jaar), maandSommen(lines), vorig),
    ...countOf(lines),
    perSoort: categorieen.flatMap((categorie) => {
      const those = byCategory.get(categorie);
      return those ? [{ categorie, ...countOf(those), ...amounts(those) }] : [];
    }),
    perKwartaal: [1, 2, 3, 4, null].flatMap((kwartaal) => {
      const those = byQuarter.get(kwartaal as 1 | null);
      return those ? [{ kwartaal, ...countOf(those), ...amounts(those) }] : [];
    }),
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
    bewijzen: intern ? await proofs(store, lines, region.tijdzone) : [],
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
async function proofs(
  store: Store,
  lines: readonly BoekingMetReferentie[],
  zone: string,
): Promise<RegioDocumentView['bewijzen']> {
  const paid = new Set(lines.filter((b) => b.naar === 'betaald').map((b) => b.casusId));
  const byCase = Map.groupBy(lines, (b) => b.casusId);
  const found: RegioDocumentView['bewijzen'] = [];
  const waiting = [...paid];
  while (waiting.length > 0)
    for (const rugzak of await store.rugzakken(waiting.splice(0, CASES))) {
      const boekingen = byCase.get(rugzak.casusId) ?? [];
      for (const { aanvraag, kwartaal, tegen, bezorgd } of bewijzen({ rugzak, boekingen }))
        found.push({
          kwartaal,
          referentie: boekingen[0]?.referentie ?? 'Onbekend',
          categorie: aanvraag.categorie,
          betaald: saldoVan({ boekingen }, aanvraag.id).betaald,
          tegen,
          bezorgdOp: bezorgd && dateIn(zone, bezorgd.op),
        });
    }
  const order = (b: RegioDocumentView['bewijzen'][number]) => `${b.kwartaal}|${b.referentie}|${b.categorie}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

async function allLines(store: Store, regio: string, jaar: number): Promise<BoekingMetReferentie[]> {
  const lines: BoekingMetReferentie[] = [];
  for (;;) {
    const page = await store.boekingenVanJaar(regio, jaar, lines.at(-1) ?? null, PAGE);
    lines.push(...page);
    if (page.length < PAGE) return lines;
  }
}

const countOf = (lines: readonly Boeking[]) => ({ casussen: new Set(lines.map((b) => b.casusId)).size });

const amounts = (lines: readonly Boeking[]): Bedragen => {
  const total = saldo(lines);
  return { gebonden: gebonden(total), betaald: total.betaald };
};
