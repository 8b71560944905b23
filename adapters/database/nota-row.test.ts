import { expect, it } from 'vitest';
import { aCasus, aNota, aTermijn, noon } from '../../test/database-fixtures.ts';
import { eachDatabase } from '../../test/databases.ts';

eachDatabase((_name, open) => {
  it('keeps a note, changes it from the version decided on, and refuses from an older one', async () => {
    const { store } = await open();
    const over = aNota('n-2', { casusId: 'c-1' });
    expect(await store.commit({ notas: [aNota(), over].map((next) => ({ next, was: null })), audit: [] })).toEqual({
      kind: 'ok',
    });
    expect(await store.nota('n-1')).toEqual(aNota());
    const next = aNota('n-1', {
      tekst: 'anders',
      bewerkt: noon.add({ minutes: 1 }),
      ingetrokken: noon.add({ minutes: 2 }),
      gelezen: [{ door: 'p-ines', op: noon.add({ minutes: 3 }), dienst: 'LIM/2026-11-03/09:00' }],
      open: false,
      bij: 'p-ines|LIM/2026-11-03/09:00|straks',
      versie: 2,
    });
    expect(await store.commit({ notas: [{ next, was: 1 }], audit: [] })).toEqual({ kind: 'ok' });
    expect(await store.nota('n-1')).toEqual(next);
    // Two at once: one of them, and of the other nothing.
    const both = await Promise.all(
      ['a', 'b'].map((tekst) =>
        store.commit({
          notas: [
            { next: { ...over, tekst, versie: 2 }, was: 1 },
            { next: aNota(`n-${tekst}`), was: null },
          ],
          audit: [],
        }),
      ),
    );
    expect(both.map((r) => r.kind).sort()).toEqual(['ok', 'verouderd']);
    expect((await store.notas('LIM', noon)).map((n) => n.id)).toHaveLength(3);
    expect((await store.notasOver('c-1')).map((n) => n.id)).toEqual(['n-2']);
    // What is open stays within reach however old it is; what is done only as far back as asked.
    expect((await store.notas('LIM', noon.add({ hours: 1 }))).map((n) => n.open)).toEqual([true, true]);
    expect(await store.notas('OVL', noon)).toEqual([]);
    expect(await store.nota('n-9')).toBeNull();
  });

  it('finds the open cases of a region by deadline, and the running clocks that end on a day', async () => {
    const { store } = await open();
    const put = (id: string, hours: number, over = {}) =>
      store.commit({
        newCasus: { casus: aCasus(id, over), prefix: 'LIM-2026' },
        termijnen: [aTermijn(id, { einde: noon.add({ hours }) })],
        audit: [],
      });
    await put('c-late', 30);
    await put('c-soon', 2);
    await put('c-done', 3, { stand: 'teruggekoppeld' });
    await put('c-far', 1, { regio: 'OVL' });
    expect((await store.openCasussen('LIM', 9)).map((o) => o.casus.id)).toEqual(['c-soon', 'c-late']);
    expect(await store.openCasussen('LIM', 1)).toHaveLength(1);
    const day = await store.termijnenTussen('LIM', noon, noon.add({ hours: 24 }), 9);
    expect(day).toEqual([
      {
        referentie: 'LIM-2026-0002',
        aanspreekpunt: 'p-marijke',
        soort: 'terugkoppeling',
        einde: noon.add({ hours: 2 }),
      },
      {
        referentie: 'LIM-2026-0003',
        aanspreekpunt: 'p-marijke',
        soort: 'terugkoppeling',
        einde: noon.add({ hours: 3 }),
      },
    ]);
    // Whose contact is not in the team [A3]: what nobody took up waits elsewhere.
    await put('c-taken', 4, { stand: 'opgenomen', aanspreekpunt: 'p-weg' });
    expect((await store.zonderAanspreekpunt('LIM', ['p-marijke'], 9)).map((c) => c.id)).toEqual(['c-taken']);
    expect(await store.zonderAanspreekpunt('LIM', ['p-marijke', 'p-weg'], 9)).toEqual([]);
    expect(await store.zonderAanspreekpunt('OVL', [], 9)).toEqual([]);
    expect(await store.termijnenTussen('LIM', noon.add({ hours: 2 }), noon.add({ hours: 3 }), 9)).toHaveLength(1);
  });
});
