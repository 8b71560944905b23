import { expect, it } from 'vitest';
import { auditEntry } from '../../test/database-fixtures.ts';
import { eachDatabase } from '../../test/databases.ts';

eachDatabase((_name, open) => {
  it('houdt één adres per persoon en agenda; wat ingetrokken is komt niet terug', async () => {
    const { store, clock } = await open();
    const op = clock.now();
    const make = (hash: string, was: string | null, regio: string | null = null, persoonId = 'p-ines') =>
      store.commit({
        agenda: { was, next: { hash, persoonId, regio, gemaaktOp: op }, op },
        audit: [auditEntry()],
      });
    expect(await store.agendaVan('p-ines', null)).toBeNull();
    expect(await make('een', null)).toEqual({ kind: 'ok' });
    expect(await make('regio', null, 'LIM')).toEqual({ kind: 'ok' });
    expect(await make('ander', null, null, 'p-marijke')).toEqual({ kind: 'ok' });
    expect(await store.agendaByHash('een')).toEqual({ hash: 'een', persoonId: 'p-ines', regio: null, gemaaktOp: op });
    expect((await store.agendaVan('p-ines', 'LIM'))?.hash).toBe('regio');

    expect(await make('twee', null)).toEqual({ kind: 'verouderd' });
    expect(await make('regio2', null, 'LIM')).toEqual({ kind: 'verouderd' });
    expect(await make('twee', 'weg')).toEqual({ kind: 'verouderd' });
    expect(await make('twee', 'een')).toEqual({ kind: 'ok' });
    expect(await store.agendaByHash('een')).toBeNull();
    expect((await store.agendaVan('p-ines', null))?.hash).toBe('twee');
    expect(await make('drie', 'een')).toEqual({ kind: 'verouderd' });

    const stop = () => store.commit({ agenda: { was: 'twee', next: null, op }, audit: [auditEntry()] });
    expect(await stop()).toEqual({ kind: 'ok' });
    expect(await stop()).toEqual({ kind: 'verouderd' });
    expect(await store.agendaByHash('twee')).toBeNull();
    expect((await store.agendaByHash('regio'))?.regio).toBe('LIM');
    expect((await store.agendaByHash('ander'))?.persoonId).toBe('p-marijke');
  });

  it('laat van twintig tegelijk er precies één gelden', async () => {
    const { store, clock, database } = await open();
    const op = clock.now();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        store.commit({
          agenda: { was: null, next: { hash: `h-${n}`, persoonId: 'p-ines', regio: null, gemaaktOp: op }, op },
          audit: [auditEntry()],
        }),
      ),
    );
    expect(results.filter((r) => r.kind === 'ok')).toHaveLength(1);
    expect(results.filter((r) => r.kind === 'verouderd')).toHaveLength(19);
    const { rows } = await database.executor.executeSql('SELECT hash FROM agenda');
    expect(rows).toHaveLength(1);
  });
});
