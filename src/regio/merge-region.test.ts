import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onDutyAt, phoneAt } from '../permanentie/on-duty.ts';
import { bewaartermijnOp } from './bewaartermijn.ts';
import { describeChange } from './describe-change.ts';
import { limburg2022 } from './limburg-2022.fixture.ts';
import { mergeRegion } from './merge-region.ts';
import type { Region } from './region.ts';
import { rugzakBeleidOp } from './rugzak-beleid.ts';

const today = '2022-05-02';
const applied = mergeRegion(null, limburg2022, '2022-03-01').next;
/** What a changed file does on `today`: the next region and the lines the operator reads. */
const merge = (change: (file: Region) => Partial<Region>, on = today, current = applied) => {
  const file = { ...limburg2022, ...change(structuredClone(limburg2022)) };
  const { next, changes } = mergeRegion(current, file, on);
  expect(mergeRegion(next, file, on).changes).toEqual([]);
  expect(mergeRegion(next, file, '2023-01-01').changes).toEqual([]);
  return { next, lines: changes.map((change) => describeChange(change).replaceAll('\u00a0', ' ')) };
};
const none: ReadonlySet<string> = new Set();
const who = (region: Region, wall: string) => {
  const duty = onDutyAt(region, () => none, Temporal.ZonedDateTime.from(`${wall}[Europe/Brussels]`).toInstant());
  return duty && (duty.kind === 'persoon' ? duty.persoon : duty.route);
};

describe('a region file', () => {
  it('is taken over as it is the first time, and told as new', () => {
    const { next, changes } = mergeRegion(null, limburg2022, today);
    expect(next).toEqual(limburg2022);
    const lines = changes.map(describeChange);
    expect(lines[0]).toBe('+ nieuwe regio LIM: Limburg');
    expect(lines).toContain('+ persoon Marijke <marijke@example.org>, casuscoordinator');
    expect(lines).toContain('+ telefoonnummer 0490 44 82 58 tot en met 6 maart 2022');
    expect(lines).toContain('+ route Jeugdhulpregie – algemene permanentie ACT, 011 30 31 40');
    expect(lines.at(-1)).toMatch(/^\+ rooster van de permanentie vanaf 1 januari 2022: ma 09:00-12:00 marijke; ma 14/);
  });

  it('changes nothing the second time, and hands back the same region [P3]', () => {
    expect(merge(() => ({}))).toEqual({ next: applied, lines: [] });
    expect(mergeRegion(applied, structuredClone(limburg2022), today).next).toBe(applied);
  });
});

describe('what is no longer in the file', () => {
  it('ends yesterday and stays known [P3]', () => {
    const { next, lines } = merge((file) => ({
      personen: file.personen.filter((p) => p.id !== 'ines'),
      permanentie: file.permanentie.map((r) => ({
        ...r,
        dagdelen: r.dagdelen.filter((d) => !('persoon' in d) || d.persoon !== 'ines'),
      })),
    }));
    expect(next.personen.find((p) => p.id === 'ines')).toMatchObject({ naam: 'Ines', tot: '2022-05-01' });
    expect(who(next, '2022-04-26T09:00')).toBe('ines');
    expect(who(next, '2022-05-03T09:00')).toBeNull();
    expect(lines).toEqual([
      '- persoon Ines <ines@example.org>, casuscoordinator: geldt nu tot en met 1 mei 2022 (was onbeperkt)',
      '- rooster van de permanentie: geldt nu vanaf 1 januari 2022 tot en met 1 mei 2022 (was vanaf 1 januari 2022)',
      '+ rooster van de permanentie vanaf 2 mei 2022: di 09:00-12:00 ines → niemand; vr 09:00-12:00 ines → niemand',
    ]);
  });

  it('stays as it was when it had ended already [P3]', () => {
    const { next, lines } = merge((file) => ({ contact: { telefoon: file.contact.telefoon.slice(1) } }));
    expect(phoneAt(next, '2022-03-06')).toBe('0490 44 82 58');
    expect(lines).toEqual([]);
  });

  it('goes when it was yet to start', () => {
    const soon = { id: 'noor', naam: 'Noor', email: 'noor@example.org', rollen: [], van: '2022-06-01' };
    const current = { ...applied, personen: [...applied.personen, soon] };
    const { next, lines } = merge(() => ({}), today, current);
    expect(next.personen.map((p) => p.id)).not.toContain('noor');
    expect(lines).toEqual(['- persoon Noor <noor@example.org> vanaf 1 juni 2022 vervalt']);
  });
});

describe('what changes', () => {
  it('in the rota holds from today on; the days before keep theirs [P3]', () => {
    const { next, lines } = merge((file) => ({
      permanentie: file.permanentie.map((r) => ({
        ...r,
        dagdelen: r.dagdelen.map((d) => (d.dag === 'wo' && 'persoon' in d ? { ...d, persoon: 'ines' } : d)),
      })),
    }));
    expect(who(next, '2022-04-27T09:00')).toBe('marijke');
    expect(who(next, '2022-05-04T09:00')).toBe('ines');
    expect(lines.at(-1)).toBe('+ rooster van de permanentie vanaf 2 mei 2022: wo 09:00-12:00 marijke → ines');
  });

  it('in a phone number without a date holds from today on [P3]', () => {
    const { next } = merge(() => ({ contact: { telefoon: [{ nummer: '112' }] } }));
    expect(['2022-03-06', '2022-05-01', today].map((d) => phoneAt(next, d))).toEqual([
      '0490 44 82 58',
      '02 243 55 05',
      '112',
    ]);
  });

  it('in the roles of somebody holds from today on [P3]', () => {
    const { next } = merge((file) => ({
      personen: file.personen.map((p) => (p.id === 'ines' ? { ...p, rollen: ['planmaker', 'casuscoordinator'] } : p)),
    }));
    expect(next.personen.filter((p) => p.id === 'ines')).toMatchObject([
      { rollen: ['casuscoordinator'], tot: '2022-05-01' },
      { rollen: ['planmaker', 'casuscoordinator'], van: today },
    ]);
  });

  it('in a name or an e-mail address is who somebody is, also before', () => {
    const { next, lines } = merge((file) => ({
      personen: file.personen.map((p) =>
        p.id === 'ines' ? { ...p, naam: 'Ines D.', email: 'ines.d@example.org' } : p,
      ),
    }));
    expect(next.personen.filter((p) => p.id === 'ines')).toEqual([
      { id: 'ines', naam: 'Ines D.', email: 'ines.d@example.org', rollen: ['casuscoordinator'] },
    ]);
    expect(lines).toEqual([
      '~ persoon Ines <ines@example.org>, casuscoordinator → Ines D. <ines.d@example.org>, casuscoordinator',
    ]);
  });

  it('in everything else is as the file says, and told by its key', () => {
    const { next, lines } = merge((file) => ({
      naam: 'Limburg Noord',
      gemeenten: ['Genk', 'Pelt', 'Heusden-Zolder', 'Sint-Truiden'],
      contact: { ...file.contact, email: 'limburg@example.org' },
      termijnen: { ...file.termijnen, rekening: 'werkuren' },
      rugzak: {
        ...file.rugzak,
        maximum: 1_250_050,
        verblijf: 4000,
        jaarbudget: { 2023: 500_000_00 },
        structureel: { 2023: 500_000_00 },
      },
      ladder: { terugkoppeling: [] },
      deuren: {},
    }));
    expect(lines).toEqual([
      '- rugzak van een casus € 20.000, 50% voor verblijf, duur P3M, 1 keer te verlengen, melding bij 50%, 75%, 90%, 100%: geldt nu tot en met 1 mei 2022 (was onbeperkt)',
      '+ rugzak van een casus € 12.500,50, 40% voor verblijf, duur P3M, 1 keer te verlengen, melding bij 50%, 75%, 90%, 100% vanaf 2 mei 2022',
      '~ naam: Limburg → Limburg Noord',
      '~ termijnen.rekening: klokuren → werkuren',
      '~ rugzak.jaarbudget.2022: € 400.000 → (niets)',
      '~ deuren.kind_en_gezin_lijn.naam: Kind en Gezin-Lijn → (niets)',
      '~ deuren.kind_en_gezin_lijn.telefoon: 078 150 100 → (niets)',
      '~ contact.email: (niets) → limburg@example.org',
      '~ rugzak.jaarbudget.2023: (niets) → € 500.000',
      '~ rugzak.jaarbudget.2023.structureel: (niets) → € 500.000',
      '~ gemeenten: erbij Pelt; eruit Hasselt',
      '~ ladder.terugkoppeling: eruit na PT24H escalatie aan provinciaal',
    ]);
    expect(next.naam).toBe('Limburg Noord');
  });

  it('keeps what held for cases of before, and what was announced for later [P3, B1]', () => {
    const on = (region: Region, date: string) => rugzakBeleidOp(region, date).maximum;
    const later = (file: Region, maximum: number, van: string) => {
      const { jaarbudget, ...always } = file.rugzak;
      return { rugzak: { ...file.rugzak, beleid: [always, { ...always, maximum, van }] } };
    };
    // Announced ahead: nothing changes until then, also after an older file is applied on a later day.
    const ahead = merge((file) => later(file, 2_500_000, '2023-01-01')).next;
    expect(['2022-05-02', '2022-12-31', '2023-01-01'].map((d) => on(ahead, d))).toEqual([2e6, 2e6, 2_500_000]);
    expect(ahead.rugzak.maximum).toBe(2e6);
    // An old kind of file, without dates: from the day it is applied on.
    const old = merge((file) => ({ rugzak: { ...file.rugzak, maximum: 1_000_000 } })).next;
    expect(['2021-01-01', '2022-05-01', today, '2024-01-01'].map((d) => on(old, d))).toEqual([2e6, 2e6, 1e6, 1e6]);
    expect(old.rugzak.maximum).toBe(1e6);
  });

  it('keeps the term that held on the day a case ended, also once the file says another or none [S17]', () => {
    const first = merge(() => ({ bewaring: [{ casus: 'P5Y' }] }));
    expect(first.lines).toEqual(['+ bewaartermijn van een casus P5Y']);
    const other = merge(() => ({ bewaring: [{ casus: 'P10Y' }] }), '2022-06-01', first.next);
    expect(other.lines.join()).toMatch(/bewaartermijn van een casus P10Y vanaf 1 juni 2022/);
    const gone = merge(() => ({}), '2022-07-01', other.next).next;
    const days = ['2022-01-01', '2022-05-31', '2022-06-01', '2022-06-30', '2022-07-01'];
    expect(days.map((day) => bewaartermijnOp(gone, day))).toEqual(['P5Y', 'P5Y', 'P10Y', 'P10Y', null]);
  });

  it('leaves the budgets of past years and past closing days as they were [P3, B8]', () => {
    const current = { ...applied, sluitingsdagen: ['2022-04-01', today, '2022-05-27'] };
    const { next } = merge(
      (file) => ({ sluitingsdagen: ['2022-01-03', '2022-12-27'], rugzak: { ...file.rugzak, jaarbudget: {} } }),
      '2023-01-02',
      current,
    );
    expect(next.rugzak.jaarbudget).toEqual({ 2022: 40_000_000 });
    expect(next.sluitingsdagen).toEqual(['2022-04-01', today, '2022-05-27']);
    expect(merge(() => ({ sluitingsdagen: ['2022-01-03', '2022-12-27'] }), today, current).next.sluitingsdagen).toEqual(
      ['2022-04-01', '2022-12-27'],
    );
  });
});

it('after any row of files, on any days, every past day answers as it did then [P3]', () => {
  const person = fc.constantFrom('marijke', 'ines');
  const file = fc.record({ monday: person, gone: fc.boolean(), van: fc.constantFrom('2022-01-01', '2022-02-15') }).map(
    ({ monday, gone, van }): Region => ({
      ...limburg2022,
      personen: limburg2022.personen.filter((p) => !(gone && p.id === 'ines')),
      permanentie: [{ van, dagdelen: [{ dag: 'ma', van: '09:00', tot: '12:00', persoon: gone ? 'marijke' : monday }] }],
    }),
  );
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 8 }), (files) => {
      let region: Region | null = null;
      const seen = new Map<string, string | null>();
      let monday = Temporal.PlainDate.from('2022-02-28');
      for (const next of files) {
        region = mergeRegion(region, next, monday.toString()).next;
        const wall = `${monday}T10:00`;
        seen.set(wall, who(region, wall));
        for (const [then, answer] of seen) expect(who(region, then)).toBe(answer);
        monday = monday.add({ weeks: 1 });
      }
    }),
  );
});
