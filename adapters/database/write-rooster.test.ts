import { expect, it } from 'vitest';
import type { Uitzondering } from '../../src/permanentie/uitzondering.ts';
import type { Verzoek } from '../../src/permanentie/verzoek.ts';
import { aRegion, noon } from '../../test/database-fixtures.ts';
import { eachDatabase } from '../../test/databases.ts';

const span = { datum: '2026-03-09', van: '09:00', tot: '12:00' };
const verzoek = (id: string, more: Partial<Verzoek> = {}): Verzoek => ({
  id,
  regio: 'LIM',
  van: 'p-1',
  aan: 'p-2',
  geef: span,
  krijg: null,
  stand: 'open',
  op: noon,
  ...more,
});

eachDatabase((_name, open) => {
  it('finds the requests without an answer that are still about something to come [P4]', async () => {
    const { store } = await open();
    const swap = verzoek('ruil', { krijg: { ...span, datum: '2026-03-10' } });
    const refused = verzoek('geweigerd');
    for (const next of [verzoek('open'), swap, verzoek('oud', { geef: { ...span, datum: '2026-03-06' } }), refused])
      await store.commit({ verzoek: { next, was: null }, audit: [] });
    await store.commit({ verzoek: { next: { ...refused, stand: 'geweigerd' }, was: 'open' }, audit: [] });
    const found = await store.openVerzoeken('2026-03-09');
    expect(found.map((v) => v.id).sort()).toEqual(['open', 'ruil']);
    expect(found.find((v) => v.id === 'ruil')).toEqual(swap);
  });

  it('does not read what never got an answer to find what is still to come', async () => {
    const { store, database } = await open();
    await store.commit({ verzoek: { next: verzoek('open'), was: null }, audit: [] });
    await database.executor.executeSql(
      `INSERT INTO verzoek SELECT 'v' || n, 'LIM', 'p-1', 'p-' || n, '{"datum":"2025-03-09"}', NULL, 'open', now()
        FROM generate_series(1, 5000) n`,
    );
    await database.executor.executeSql('ANALYZE verzoek');
    const { rows } = await database.executor.executeSql(
      `EXPLAIN SELECT * FROM verzoek WHERE stand = 'open' AND geef ->> 'datum' >= '2026-03-09'`,
    );
    expect(JSON.stringify(rows)).toContain('verzoek_open_datum');
    expect((await store.openVerzoeken('2026-03-09')).map((v) => v.id)).toEqual(['open']);
  });

  it('keeps who follows a phone route up apart from who is there, and who is away [P1, P4]', async () => {
    const { store } = await open();
    await store.commit({ region: { next: aRegion(), by: 'bot' }, audit: [] });
    const change = { id: 'u-1', regio: 'LIM', ...span, groep: 'g', door: 'p-1', op: noon, ongedaan: null };
    const kinds: Uitzondering['wat'][] = [
      { kind: 'eigenaar', persoon: 'ines' },
      { kind: 'persoon', persoon: 'ines' },
      { kind: 'open', afwezig: 'ines' },
      { kind: 'open' },
      { kind: 'gesloten' },
    ];
    for (const [n, wat] of kinds.entries()) {
      const next: Uitzondering = { ...change, id: `u-${n}`, wat };
      await store.commit({ uitzonderingen: { was: store.directory().version, save: [next] }, audit: [] });
      const again = await store.regionAround('LIM', '2020-03-09');
      expect(again?.uitzonderingen ?? []).toEqual([]);
      expect(
        store
          .directory()
          .regions.get('LIM')
          ?.uitzonderingen?.find((u) => u.id === next.id),
      ).toEqual(next);
    }
  });
});
