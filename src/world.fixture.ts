import type { Draft } from './aanmelding/draft.ts';
import { type Bericht, berichtKey } from './berichten/bericht.ts';
import type { Casus, Gebeurtenis } from './casus/casus.ts';
import { ended, isOpen } from './casus/ended.ts';
import { isGeldklok, type TePresteren, type Termijn, tePresteren } from './casus/termijn.ts';
import type { Nota } from './overdracht/nota.ts';
import type { Agenda } from './permanentie/agenda.ts';
import type { Holidays } from './permanentie/on-duty.ts';
import type { Verzoek } from './permanentie/verzoek.ts';
import { accountKey, type Directory, type KnownAccount, type Person } from './personen/directory.ts';
import type {
  Aanwezigheid,
  AgendaAddresses,
  AuditEntry,
  ChatPlatform,
  Commit,
  CommitResult,
  DocumentAdres,
  Log,
  Outbox,
  Posted,
  Store,
} from './ports.ts';
import { limburg2022 } from './regio/limburg-2022.fixture.ts';
import type { Region } from './regio/region.ts';
import type { Boeking } from './rugzak/boeking.ts';
import { gebondenPerJaar } from './rugzak/kas.ts';
import { maandSommen } from './rugzak/maand-sommen.ts';
import { boven, casusSom, spreiding } from './rugzak/opvallend.fixture.ts';
import type { RugzakRegioMelding } from './rugzak/regio-melding.ts';
import type { Rugzak } from './rugzak/rugzak.ts';
import type { Clock, Ids, Instant } from './time.ts';
import { isBefore } from './time.ts';
import type { View } from './view.ts';
import type { Zorgplan } from './zorgplan/zorgplan.ts';
import { aanTafel, loopt, type Zorgtafel } from './zorgtafel/zorgtafel.ts';

/** Limburg with the default ladder, a channel, a planner and an expert: for tests. */
export const regio: Region = {
  ...limburg2022,
  personen: [
    ...limburg2022.personen,
    { id: 'planner', naam: 'Planner', email: 'planner@example.org', rollen: ['beheerder'] },
    { id: 'expert', naam: 'Expert', email: 'expert@example.org', rollen: ['expert'] },
  ],
  ladder: {
    terugkoppeling: [
      { na: 'PT12H', soort: 'herinnering', aan: 'aanspreekpunt' },
      { na: 'PT20H', soort: 'herinnering', aan: 'aanspreekpunt' },
      { na: 'PT22H', soort: 'escalatie', aan: 'coordinatoren' },
      { na: 'PT24H', soort: 'escalatie', aan: 'provinciaal' },
    ],
  },
  kanalen: { permanentie: [{ platform: 'groen', ref: 'kanaal-lim' }] },
};

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id: `p-${id}`,
  naam: id.slice(0, 1).toUpperCase() + id.slice(1),
  email: `${id}@example.org`,
  organisatie: null,
  functie: null,
  sector: null,
  regio: 'LIM',
  voorkeur: null,
  ...more,
});

/** The people of the region file, and somebody of a hospital and somebody of a CKG who are not in it. */
export const people: readonly Person[] = [
  person('marijke'),
  person('ines'),
  person('provinciaal', { email: 'prov@example.org' }),
  person('planner'),
  person('expert'),
  person('melder', { sector: 'basisvoorziening', organisatie: 'Materniteit', functie: 'Vroedvrouw' }),
  person('vreemde', { sector: 'ckg_cig' }),
];

/** Each has one account, on `groen`; its address is not its ref. */
export const account = (id: string, platform = 'groen', reachable = true): KnownAccount => ({
  platform,
  ref: `${platform}-${id}`,
  address: `adres-${platform}-${id}`,
  personId: `p-${id}`,
  reachable,
});

export function directoryWith(
  regions: readonly Region[] = [regio],
  persons: readonly Person[] = people,
  accounts: readonly KnownAccount[] = people.map((p) => account(p.id.slice(2))),
  version = 1,
): Directory {
  return {
    version,
    regions: new Map(regions.map((r) => [r.code, r])),
    persons: new Map(persons.map((p) => [p.id, p])),
    accountsByKey: new Map(accounts.map((a) => [accountKey(a), a])),
    accountsByPerson: Map.groupBy(accounts, (a) => a.personId),
    personIdByEmail: new Map(persons.flatMap((p) => (p.email ? [[p.email, p.id]] : []))),
  };
}

/** New Year, Easter Monday and Labour Day of every year: enough for tests of 2022. */
export const holidays: Holidays = (year) => new Set([`${year}-01-01`, '2022-04-18', `${year}-05-01`]);

/** Monday morning of the reference rota: Marijke is on duty. */
export const monday = Temporal.Instant.from('2022-01-10T09:00:00Z');

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Shown = { ref: string; to: string; view: View; times: number };

/** A chat platform that remembers what it shows. `next`: what becomes of the next attempts, then all goes well. */
export type FakeChat = ChatPlatform & {
  /** Calls to show a home. */
  homes: { account: string; view: View }[];
  shown: Map<string, Shown>;
  next: Posted[];
  failFor: Map<string, Posted>;
};

export function fakeChat(
  platform: string,
  profiles: Record<string, { naam: string; email: string | null }> = {},
): FakeChat {
  const shown = new Map<string, Shown>();
  const next: Posted[] = [];
  const failFor = new Map<string, Posted>();
  return {
    platform,
    shown,
    next,
    failFor,
    homes: [],
    async post(to, view, key) {
      const where = 'account' in to ? to.account : to.channel;
      const failed = next.shift() ?? failFor.get(where);
      if (failed && failed.kind !== 'posted') return failed;
      const ref = `${platform}:${key}`;
      shown.set(ref, { ref, to: where, view, times: (shown.get(ref)?.times ?? 0) + 1 });
      return { kind: 'posted', ref };
    },
    async update(ref, view) {
      const message = shown.get(ref);
      const failed = next.shift() ?? (message && failFor.get(message.to));
      if (failed && failed.kind !== 'posted') return failed;
      if (!message) return { kind: 'unreachable', reason: 'no such message' };
      shown.set(ref, { ...message, view, times: message.times + 1 });
      return { kind: 'posted', ref };
    },
    profile: async (ref) => profiles[ref] ?? null,
    find: async () => null,
  };
}

/** Clocks in the order in which the database gives them: by their end, stopped ones too. */
export const byEinde = (a: Termijn, b: Termijn): number =>
  Temporal.Instant.compare(a.einde, b.einde) || (a.id < b.id ? -1 : 1);

const byVolgende = (a: Pick<Termijn, 'id' | 'volgende'>, b: typeof a): number =>
  (a.volgende?.epochMilliseconds ?? 0) - (b.volgende?.epochMilliseconds ?? 0) ||
  (a.id < b.id ? -1 : Number(a.id > b.id));

/** Everything a store keeps, in memory, with the semantics the ports promise. */
export type MemoryWorld = {
  store: Store;
  outbox: Outbox;
  clock: Clock & { set(at: Instant): void };
  ids: Ids;
  holidays: Holidays;
  agenda: AgendaAddresses;
  documenten: AgendaAddresses;
  log: Log;
  chats: Map<string, FakeChat>;
  digest: (text: string) => string;
  /** What is in it now. */
  kept: {
    casussen: Map<string, Casus>;
    termijnen: Map<string, Termijn>;
    berichten: Map<string, Bericht>;
    gebeurtenissen: Gebeurtenis[];
    zorgtafels: Map<string, Zorgtafel>;
    zorgplannen: Zorgplan[];
    rugzakken: Map<string, Rugzak>;
    documentAdressen: Map<string, DocumentAdres>;
    boekingen: (Boeking & { regio: string })[];
    /** By region and year. */
    rugzakRegioMeldingen: Map<string, RugzakRegioMelding>;
    drafts: Map<string, Draft>;
    audit: AuditEntry[];
    refreshed: string[];
    resent: string[];
    /** Commits that changed something. */
    rooster: Map<string, Instant>;
    aanwezig: Map<string, Aanwezigheid>;
    verzoeken: Map<string, Verzoek>;
    /** When a message changes by itself, by id. */
    wekkers: Map<string, Instant>;
    /** In use, by digest. */
    agendas: Map<string, Agenda>;
    notas: Map<string, Nota>;
    commits: number;
  };
  /** Replaces the picture of people and regions. */
  know(directory: Directory): void;
  /** Runs once, before the next commit is looked at: somebody who is faster. */
  beforeCommit(run: () => Promise<void>): void;
};

export function memoryWorld(start: Directory = directoryWith(), at: Instant = monday): MemoryWorld {
  let directory = start;
  let now = at;
  let counter = 0;
  let interloper: (() => Promise<void>) | undefined;
  const done = new Set<string>();
  const keys = new Set<string>();
  const leased = new Set<string>();
  const references = new Map<string, number>();
  const kept: MemoryWorld['kept'] = {
    casussen: new Map(),
    termijnen: new Map(),
    berichten: new Map(),
    gebeurtenissen: [],
    zorgtafels: new Map(),
    zorgplannen: [],
    rugzakken: new Map(),
    documentAdressen: new Map(),
    boekingen: [],
    rugzakRegioMeldingen: new Map(),
    drafts: new Map(),
    audit: [],
    refreshed: [],
    resent: [],
    rooster: new Map(),
    aanwezig: new Map(),
    verzoeken: new Map(),
    wekkers: new Map(),
    agendas: new Map(),
    notas: new Map(),
    commits: 0,
  };

  async function commit(c: Commit): Promise<CommitResult> {
    const faster = interloper;
    interloper = undefined;
    await faster?.();
    if (c.once !== undefined && done.has(c.once)) return { kind: 'al_verwerkt' };
    if (c.casus && kept.casussen.get(c.casus.next.id)?.versie !== c.casus.was) return { kind: 'verouderd' };
    if (c.newCasus && kept.casussen.has(c.newCasus.casus.id)) return { kind: 'verouderd' };
    for (const [jaar, bound] of gebondenPerJaar(c.rugzak?.boekingen ?? [])) {
      const budget = c.rugzak?.budget.get(jaar);
      const has = gebondenPerJaar(kept.boekingen.filter((b) => b.regio === c.rugzak?.regio)).get(jaar) ?? 0;
      if (bound > 0 && budget !== undefined && has + bound > budget) return { kind: 'verouderd' };
    }
    if (c.rugzakRegioMelding) {
      const { next, was } = c.rugzakRegioMelding;
      const key = `${next.regio}/${next.jaar}`;
      if ((kept.rugzakRegioMeldingen.get(key)?.versie ?? null) !== was) return { kind: 'verouderd' };
      kept.rugzakRegioMeldingen.set(key, next);
    }
    if (c.agenda) {
      const { was, next } = c.agenda;
      const used = [...kept.agendas.values()].find((a) => a.persoonId === next?.persoonId && a.regio === next.regio);
      if (was === null ? used : !kept.agendas.has(was)) return { kind: 'verouderd' };
      if (was !== null) kept.agendas.delete(was);
      if (next) kept.agendas.set(next.hash, next);
    }
    if (c.uitzonderingen && c.uitzonderingen.was !== directory.version) return { kind: 'verouderd' };
    if (c.verzoek && (kept.verzoeken.get(c.verzoek.next.id)?.stand ?? null) !== c.verzoek.was)
      return { kind: 'verouderd' };
    for (const { next, was } of c.notas ?? [])
      if ((kept.notas.get(next.id)?.versie ?? null) !== was) return { kind: 'verouderd' };
    for (const { next } of c.notas ?? []) kept.notas.set(next.id, next);
    if (c.once !== undefined) done.add(c.once);
    if (c.verzoek) kept.verzoeken.set(c.verzoek.next.id, c.verzoek.next);
    if (c.uitzonderingen) {
      const { save } = c.uitzonderingen;
      const others = (r: Region) => (r.uitzonderingen ?? []).filter((u) => !save.some((s) => s.id === u.id));
      const regions = [...directory.regions.values()].map((r) => ({
        ...r,
        uitzonderingen: [...others(r), ...save.filter((u) => u.regio === r.code)],
      }));
      directory = { ...directory, regions: new Map(regions.map((r) => [r.code, r])), version: directory.version + 1 };
    }
    if (c.rooster) {
      const at = kept.rooster.get(c.rooster.regio) ?? null;
      if (at === null ? c.rooster.was !== null : !c.rooster.was?.equals(at)) return { kind: 'verouderd' };
      if (c.rooster.directory !== directory.version) return { kind: 'verouderd' };
      kept.rooster.set(c.rooster.regio, c.rooster.tot);
    }
    if (c.verzoek) kept.verzoeken.set(c.verzoek.next.id, c.verzoek.next);
    if (c.aanwezig) {
      const key = `${c.aanwezig.regio}/${c.aanwezig.datum}/${c.aanwezig.van}`;
      if (kept.aanwezig.get(key)?.persoonId !== c.aanwezig.persoonId) kept.aanwezig.set(key, c.aanwezig);
    }
    kept.commits += 1;
    let referentie: string | undefined;
    if (c.newCasus) {
      const number = (references.get(c.newCasus.prefix) ?? 0) + 1;
      references.set(c.newCasus.prefix, number);
      referentie = `${c.newCasus.prefix}-${String(number).padStart(4, '0')}`;
      kept.casussen.set(c.newCasus.casus.id, { ...c.newCasus.casus, referentie });
    }
    if (c.casus) kept.casussen.set(c.casus.next.id, c.casus.next);
    kept.gebeurtenissen.push(...(c.gebeurtenissen ?? []));
    for (const t of c.termijnen ?? []) kept.termijnen.set(t.id, t);
    if (c.zorgtafel) kept.zorgtafels.set(c.zorgtafel.id, c.zorgtafel);
    if (c.zorgplan) kept.zorgplannen.push(c.zorgplan);
    if (c.documentAdres) kept.documentAdressen.set(c.documentAdres.hash, c.documentAdres);
    if (c.rugzak) {
      const { next, regio, boekingen } = c.rugzak;
      kept.rugzakken.set(next.casusId, next);
      kept.boekingen.push(...boekingen.map((b) => ({ ...b, regio })));
    }
    for (const b of c.berichten ?? []) {
      if (keys.has(berichtKey(b))) continue;
      keys.add(berichtKey(b));
      kept.berichten.set(b.id, { ...b, stand: 'wacht', adres: null, getoond: null, pogingen: 0 });
    }
    if (c.refresh) kept.refreshed.push(...[c.refresh].flat());
    if (c.resend) kept.resent.push(c.resend);
    if (c.draft && 'remove' in c.draft) kept.drafts.delete(c.draft.remove);
    if (c.draft && 'save' in c.draft) {
      const { save } = c.draft;
      for (const d of kept.drafts.values())
        if (d.personId === save.personId && d.form === save.form) kept.drafts.delete(d.id);
      kept.drafts.set(save.id, save);
    }
    if (c.persons || c.accounts) {
      const persons = new Map(directory.persons);
      for (const p of c.persons ?? []) persons.set(p.id, p);
      const accounts = new Map(directory.accountsByKey);
      for (const a of c.accounts ?? []) accounts.set(accountKey(a), a);
      directory = directoryWith(
        [...directory.regions.values()],
        [...persons.values()],
        [...accounts.values()],
        directory.version + 1,
      );
    }
    kept.audit.push(...c.audit);
    return { kind: 'ok', ...(referentie && { referentie }) };
  }

  const casusSommen = (regio: string, vanaf: string) =>
    [
      ...Map.groupBy(
        kept.boekingen.filter((b) => b.regio === regio),
        (b) => b.casusId,
      ),
    ].flatMap(([casusId, lines]) =>
      lines.some((b) => b.datum < vanaf)
        ? []
        : [casusSom(casusId, kept.casussen.get(casusId)?.referentie ?? '?', lines)],
    );
  const clocks = (casusId: string) => [...kept.termijnen.values()].filter((t) => t.casusId === casusId).sort(byEinde);
  /** Open cases with their clocks, the one whose nearest running clock ends first first; without one last. */
  const byDeadline = (which: (casus: Casus) => boolean) => {
    const deadline = (termijnen: Termijn[]) => termijnen.find((t) => !t.gestopt)?.einde.epochMilliseconds ?? Infinity;
    return [...kept.casussen.values()]
      .filter((c) => isOpen(c) && which(c))
      .map((casus) => ({ casus, termijnen: clocks(casus.id) }))
      .sort((a, b) => {
        const [first, second] = [deadline(a.termijnen), deadline(b.termijnen)];
        return first === second
          ? Temporal.Instant.compare(a.casus.aangemeldOp, b.casus.aangemeldOp)
          : first < second
            ? -1
            : 1;
      });
  };
  const store: Store = {
    commit,
    directory: () => directory,
    regionAround: async (code) => directory.regions.get(code),
    casusById: async (id) => kept.casussen.get(id) ?? null,
    casusByReferentie: async (r) => [...kept.casussen.values()].find((c) => c.referentie === r) ?? null,
    casussenVan: async (p, limit) =>
      byDeadline((c) => c.aanspreekpunt === p || c.aanmelder === p || c.betrokkenen.includes(p)).slice(0, limit),
    wachtend: async (codes, limit) =>
      [...kept.casussen.values()]
        .filter((c) => codes.includes(c.regio) && c.stand === 'aangemeld')
        .sort((a, b) => Temporal.Instant.compare(a.aangemeldOp, b.aangemeldOp))
        .slice(0, limit),
    zonderAanspreekpunt: async (code, team, limit) =>
      [...kept.casussen.values()]
        .filter((c) => c.regio === code && isOpen(c) && c.stand !== 'aangemeld' && !team.includes(c.aanspreekpunt))
        .slice(0, limit),
    openCasussen: async (code, limit) => byDeadline((c) => c.regio === code).slice(0, limit),
    zonderTerugkoppeling: async (code, limit) =>
      byDeadline((c) => c.regio === code && clocks(c.id).some((t) => t.soort === 'terugkoppeling' && !t.gestopt)).slice(
        0,
        limit,
      ),
    termijnenTussen: async (code, van, tot, limit) =>
      [...kept.termijnen.values()]
        .filter((t) => !t.gestopt && !isBefore(t.einde, van) && isBefore(t.einde, tot))
        .flatMap(({ casusId, soort, einde }) => {
          const casus = kept.casussen.get(casusId);
          return casus?.regio === code ? [{ ...casus, soort, einde }] : [];
        })
        .map(({ referentie, aanspreekpunt, soort, einde }) => ({ referentie, aanspreekpunt, soort, einde }))
        .slice(0, limit),
    notas: async (code, vanaf) =>
      [...kept.notas.values()].filter((n) => n.regio === code && (n.open || !isBefore(n.op, vanaf))),
    openNotas: async () => [...kept.notas.values()].filter((n) => n.open),
    notasOver: async (id) => [...kept.notas.values()].filter((n) => n.casusId === id),
    nota: async (id) => kept.notas.get(id) ?? null,
    mogelijkDubbel: async () => [],
    gebeurtenissen: async (id, limit, tot = Number.MAX_SAFE_INTEGER) =>
      kept.gebeurtenissen
        .filter((g) => g.casusId === id)
        .map((g, n) => ({ ...g, seq: n + 1 }))
        .filter((g) => g.seq <= tot)
        .slice(-limit),
    termijnen: async (id) => clocks(id),
    zorgtafels: async (id) => [...kept.zorgtafels.values()].filter((z) => z.casusId === id),
    zorgtafelsVan: async (p, ook) =>
      [...kept.zorgtafels.values()].filter(
        (z) => (ook === 'recente' || loopt(z)) && aanTafel(z).some((d) => d.persoonId === p),
      ),
    expertVragen: async (ids, sinds) => {
      const asked = [...kept.zorgtafels.values()]
        .flatMap((z) => z.deelnemers)
        .filter((d) => d.soort === 'expert' && d.uitgenodigdOp && !isBefore(d.uitgenodigdOp, sinds));
      return new Map(
        ids.flatMap((id) => {
          const times = asked
            .filter((d) => d.persoonId === id)
            .flatMap((d) => (d.uitgenodigdOp ? [d.uitgenodigdOp] : []));
          const laatst = times.sort(Temporal.Instant.compare).at(-1);
          return laatst ? [[id, { aantal: times.length, laatst }] as const] : [];
        }),
      );
    },
    tafelAgenda: async (hash) => {
      for (const tafel of kept.zorgtafels.values()) {
        const d = tafel.deelnemers.find((p) => p.agenda.hash === hash);
        if (d) return { tafel, deelnemerId: d.id };
      }
      return null;
    },
    zorgplan: async (id) => kept.zorgplannen.findLast((z) => z.casusId === id) ?? null,
    documentAdres: async (hash) => {
      const adres = kept.documentAdressen.get(hash);
      return adres && isBefore(now, adres.verlooptOp) ? adres : null;
    },
    rugzak: async (id) => kept.rugzakken.get(id) ?? null,
    rugzakken: async (ids) => ids.flatMap((id) => kept.rugzakken.get(id) ?? []),
    boekingen: async (id) => kept.boekingen.filter((b) => b.casusId === id).map(({ regio: _, ...b }) => b),
    rugzakJaren: async (regio) => gebondenPerJaar(kept.boekingen.filter((b) => b.regio === regio)),
    rugzakMaandenVan: async (regios, jaren) => {
      const those = kept.boekingen.filter((b) => regios.includes(b.regio) && jaren.includes(b.jaar));
      const byYear = Map.groupBy(those, (b) => `${b.regio}/${b.jaar}`);
      return new Map([...byYear].map(([key, lines]) => [key, maandSommen(lines)]));
    },
    rugzakMaanden: async (regio, jaar) =>
      maandSommen(kept.boekingen.filter((b) => b.regio === regio && b.jaar === jaar)),
    boekingenVanJaar: async (regio, jaar, na, limit) => {
      const order = (b: Pick<Boeking, 'op' | 'id'>) => `${String(b.op.epochMilliseconds).padStart(15, '0')}|${b.id}`;
      return kept.boekingen
        .filter((b) => b.regio === regio && b.jaar === jaar && (na === null || order(b) > order(na)))
        .sort((a, b) => (order(a) < order(b) ? -1 : 1))
        .slice(0, limit)
        .map(({ regio: _, ...b }) => ({ ...b, referentie: kept.casussen.get(b.casusId)?.referentie ?? 'Onbekend' }));
    },
    wachtendeAanvragen: async (regio, limit, voor) =>
      [...kept.termijnen.values()]
        .filter((t) => t.soort === 'aanvraag' && !t.gestopt)
        .flatMap(({ casusId, over, start, einde }) => {
          const casus = kept.casussen.get(casusId);
          const lines = kept.boekingen.filter((b) => b.aanvraagId === over && b.naar === 'aangevraagd');
          const line = lines.find((b) => b.van === null);
          if (casus?.regio !== regio || !line) return [];
          const { referentie, aanspreekpunt } = casus;
          const { aanvraagId, cents, door, op: gevraagd } = line;
          const back = lines.findLast((b) => b.van === 'vastgelegd');
          const terug = back ? { boekingId: back.id, door: back.door, op: back.op } : null;
          const request = { casusId, referentie, aanspreekpunt, aanvraagId, cents, door, gevraagd, terug, einde };
          return [{ start, request }];
        })
        .sort(
          (a, b) =>
            Temporal.Instant.compare(a.start, b.start) || (a.request.aanvraagId < b.request.aanvraagId ? -1 : 1),
        )
        .map((w) => w.request)
        .filter(
          ({ door, aanspreekpunt, cents }) =>
            !voor || [door, aanspreekpunt].includes(voor.persoon) || voor.mandaat === null || cents <= voor.mandaat,
        )
        .slice(0, limit),
    rugzakRegioMeldingen: async (regios) =>
      [...kept.rugzakRegioMeldingen.values()].filter((m) => regios.includes(m.regio)),
    rugzakSpreiding: async (regio, vanaf) => spreiding(casusSommen(regio, vanaf)),
    rugzakBoven: async (regio, vanaf, limits, limit) => {
      const found = boven(casusSommen(regio, vanaf), limits);
      return { casussen: found.slice(0, limit), aantal: found.length };
    },
    rugzakkenVan: async (p, limit) => {
      const first = (id: string) =>
        Math.min(...clocks(id).flatMap((t) => (!t.gestopt && isGeldklok(t.soort) ? t.einde.epochMilliseconds : [])));
      return [...kept.casussen.values()]
        .filter(
          (c) =>
            kept.rugzakken.has(c.id) &&
            ((isOpen(c) && (c.aanspreekpunt === p || c.betrokkenen.includes(p))) ||
              (c.aanspreekpunt === p && (!ended(c) || first(c.id) < Number.POSITIVE_INFINITY))),
        )
        .sort((a, b) => first(a.id) - first(b.id))
        .slice(0, limit);
    },
    geldTeLaat: async (code, voor, limit) => {
      const late = [...kept.termijnen.values()]
        .filter((t) => !t.gestopt && !isBefore(voor, t.einde))
        .sort((a, b) => Temporal.Instant.compare(a.einde, b.einde))
        .flatMap(({ casusId, soort, over, einde }) => {
          const casus = kept.casussen.get(casusId);
          const kind = tePresteren.find((s) => s === soort);
          return casus?.regio === code && kind
            ? [{ casusId, soort: kind, over, einde, referentie: casus.referentie, aanspreekpunt: casus.aanspreekpunt }]
            : [];
        });
      const count = (soort: TePresteren) => late.filter((l) => l.soort === soort).length;
      const aantal = { te_factureren: count('te_factureren'), factuur: count('factuur'), bewijs: count('bewijs') };
      return { regels: late.slice(0, limit), aantal };
    },
    zorgplanVersies: async (id, limit, voor = Number.POSITIVE_INFINITY) =>
      kept.zorgplannen
        .filter((z) => z.casusId === id && z.versie < voor)
        .slice(-limit)
        .reverse(),
    termijnenDue: async (until, limit, na) =>
      [...kept.termijnen.values()]
        .filter((t) => t.volgende && !isBefore(until, t.volgende) && !t.gestopt && (!na || byVolgende(t, na) > 0))
        .sort(byVolgende)
        .slice(0, limit),
    draft: async (p, form) =>
      [...kept.drafts.values()].find((d) => d.personId === p && d.form === form && isBefore(now, d.expires)) ?? null,
    draftById: async (id) => kept.drafts.get(id) ?? null,
    bericht: async (id) => kept.berichten.get(id) ?? null,
    roosterTot: async () => new Map(kept.rooster),
    verzoek: async (id) => kept.verzoeken.get(id) ?? null,
    verzoekenAan: async (p, limit) =>
      [...kept.verzoeken.values()].filter((v) => v.aan === p && v.stand === 'open').slice(0, limit),
    openVerzoeken: async (vanaf) =>
      [...kept.verzoeken.values()].filter((v) => v.stand === 'open' && v.geef.datum >= vanaf),
    nieuwsteBericht: async (onderwerp, { platform, ref }) =>
      [...kept.berichten.values()]
        .filter(
          (b) =>
            b.onderwerp === onderwerp &&
            'persoon' in b.aan &&
            b.aan.account?.ref === ref &&
            b.aan.account.platform === platform,
        )
        .sort((a, b) => Temporal.Instant.compare(b.op, a.op) || (a.id < b.id ? 1 : -1))[0]?.id ?? null,
    gewekt: async (until, limit) =>
      [...kept.wekkers]
        .filter(([, at]) => !isBefore(until, at))
        .slice(0, limit)
        .map(([id]) => kept.berichten.get(id)?.onderwerp ?? ''),
    agendaByHash: async (hash) => kept.agendas.get(hash) ?? null,
    agendaVan: async (p, regio) =>
      [...kept.agendas.values()].find((a) => a.persoonId === p && a.regio === regio) ?? null,
    aanwezig: async (regio, datum, van) => kept.aanwezig.get(`${regio}/${datum}/${van}`) ?? null,
  };
  const outbox: Outbox = {
    async lease(id) {
      const bericht = kept.berichten.get(id);
      if (!bericht) return 'weg';
      if (leased.has(id)) return 'bezig';
      leased.add(id);
      const tried = { ...bericht, pogingen: bericht.pogingen + 1 };
      kept.berichten.set(id, tried);
      return tried;
    },
    async settle(id, { stand, adres, getoond, wekker }) {
      const bericht = kept.berichten.get(id);
      if (bericht) kept.berichten.set(id, { ...bericht, stand, adres, getoond });
      if (stand !== 'wacht' && stand !== 'verzonden') kept.wekkers.delete(id);
      else if (wekker) kept.wekkers.set(id, wekker);
      else if (wekker === null) kept.wekkers.delete(id);
      leased.delete(id);
    },
    about: async (...subjects) =>
      [...kept.berichten.values()]
        .filter(
          (b) =>
            subjects.includes(b.casusId ?? b.onderwerp) && (b.adres || b.stand === 'wacht') && b.stand !== 'vervallen',
        )
        .map((b) => b.id),
    recipients: async (casusId) =>
      [...kept.berichten.values()].flatMap((b) => (b.casusId === casusId && 'persoon' in b.aan ? b.aan.persoon : [])),
    deadCount: async () => [...kept.berichten.values()].filter((b) => b.stand === 'mislukt').length,
  };
  return {
    store,
    outbox,
    clock: {
      now: () => now,
      set: (to) => {
        now = to;
      },
    },
    ids: { next: () => `id-${String(++counter).padStart(5, '0')}` },
    holidays,
    agenda: {
      isReachable: () => true,
      make: () => ({
        url: `https://bot.example.org/ical/${++counter}.ics`,
        token: `${counter}`,
        hash: `hash-${counter}`,
      }),
      urlOf: (token) => `https://bot.example.org/ical/${token}.ics`,
    },
    documenten: {
      isReachable: () => true,
      make: () => ({
        url: `https://bot.example.org/document/${++counter}`,
        token: `${counter}`,
        hash: `hash-${counter}`,
      }),
      urlOf: (token) => `https://bot.example.org/document/${token}`,
    },
    log: silent,
    chats: new Map([
      ['groen', fakeChat('groen')],
      ['blauw', fakeChat('blauw')],
    ]),
    digest: (text) => text,
    kept,
    know: (next) => {
      directory = next;
    },
    beforeCommit: (run) => {
      interloper = run;
    },
  };
}
