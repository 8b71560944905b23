import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { rugzak } from '../src/rugzak/rugzak.fixture.ts';
import { plan } from '../src/zorgplan/zorgplan.fixture.ts';
import { tafel } from '../src/zorgtafel/zorgtafel.fixture.ts';
import { aCasus, aNota, anAanmelding, anAanmeldingCommit, auditEntry, noon } from './database-fixtures.ts';
import { eachDatabase } from './databases.ts';
import { everyRow } from './read-everything.ts';

eachDatabase((_name, open) => {
  it('shows nothing a person typed in a dump of every table, in any coat [S11]', async () => {
    const { store, database } = await open();
    const sentinels: string[] = [];
    const sentinel = () => {
      const text = `Zorg${randomUUID().replaceAll('-', '')}`;
      sentinels.push(text);
      return text;
    };
    /** The same with a sentinel for every text of more than one word. */
    const filled = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'string' && / /.test(one) ? sentinel() : one));
    for (let n = 0; n < 20; n++) {
      const casus = aCasus(`c-${n}`);
      casus.inhoud = {
        aanmelding: {
          ...anAanmelding(sentinel()),
          initialen: sentinel(),
          gemeente: sentinel(),
          namens: { naam: sentinel(), organisatie: sentinel(), telefoon: sentinel() },
        },
        aanvullingen: [{ door: 'p', tekst: sentinel(), op: noon }],
        vragen: [
          { id: 'v', door: 'p', tekst: sentinel(), op: noon, antwoord: { door: 'p', tekst: sentinel(), op: noon } },
        ],
        terugkoppeling: { door: 'p', nota: sentinel(), op: noon },
        intrekking: { door: 'p', reden: sentinel(), op: noon },
      };
      await store.commit({
        ...anAanmeldingCommit(`c-${n}`),
        newCasus: { casus, prefix: 'LIM-2026' },
        gebeurtenissen: [{ casusId: `c-${n}`, op: noon, soort: 'aangemeld', door: 'p', detail: sentinel() }],
        notas: [`c-${n}`, null].map((casusId, k) => ({
          next: aNota(`n-${n}-${k}`, { casusId, tekst: sentinel() }),
          was: null,
        })),
        refresh: `c-${n}`,
        draft: {
          save: {
            id: `d-${n}`,
            personId: `p-${n}`,
            form: 'aanmelding',
            page: 1,
            values: { verontrusting: sentinel(), signalen: [sentinel(), sentinel()] },
            casusId: null,
            expires: noon.add({ hours: 48 }),
          },
        },
        audit: [auditEntry()],
      });
      await store.commit({
        casus: { next: { ...casus, referentie: `LIM-2026-${`${n + 1}`.padStart(4, '0')}`, versie: 2 }, was: 1 },
        zorgtafel: {
          ...tafel,
          id: `tafel-${n}`,
          casusId: casus.id,
          plaats: {
            omschrijving: sentinel(),
            adres: sentinel(),
            lokaal: sentinel(),
            link: sentinel(),
            openbaar: false,
          },
          deelnemers: tafel.deelnemers.map((d) => ({
            ...d,
            id: `${d.id}-${n}`,
            naam: sentinel(),
            agenda: { token: sentinel(), hash: `hash-${d.id}-${n}` },
          })),
          reden: sentinel(),
          boodschap: sentinel(),
          expertVraag: sentinel(),
          verslag: {
            door: 'p',
            op: noon,
            aanwezig: [],
            zonderOuders: sentinel(),
            veiligheid: sentinel(),
            besluit: sentinel(),
          },
        },
        zorgplan: { ...plan, casusId: casus.id, inhoud: { ...filled(plan.inhoud), zonderTafel: sentinel() } },
        rugzak: {
          next: {
            ...rugzak,
            casusId: casus.id,
            aanvragen: [
              {
                id: `a-${n}`,
                categorie: 'begeleiding',
                doel: sentinel(),
                aanbieder: sentinel(),
                cents: 100,
                van: '2026-11-02',
                tot: '2026-12-02',
                waaromNietRegulier: sentinel(),
                door: 'p',
                op: noon,
                stand: 'geweigerd',
                beslissing: { door: 'p', op: noon, reden: sentinel() },
                vragen: [
                  {
                    id: 'v',
                    door: 'p',
                    tekst: sentinel(),
                    op: noon,
                    antwoord: { door: 'p', tekst: sentinel(), op: noon },
                  },
                ],
              },
            ],
            facturen: [],
            verlengingen: [{ door: 'p', op: noon, reden: sentinel() }],
          },
          regio: 'LIM',
          boekingen: [],
          budget: new Map(),
        },
        audit: [auditEntry()],
      });
      for (const form of [`zorgtafel:${casus.id}`, `rugzak:${casus.id}`] as const)
        await store.commit({
          draft: {
            save: {
              id: `${form}-${n}`,
              personId: `p-${n}`,
              form,
              page: 1,
              values: { doel: sentinel(), ouders: sentinel() },
              casusId: casus.id,
              expires: noon.add({ hours: 48 }),
            },
          },
          audit: [],
        });
    }
    expect(sentinels.length).toBeGreaterThan(900);

    // Bytes come as hex, as they do in a dump.
    const dump = [...(await everyRow(database)).values()].flat().join('\n');
    expect(dump).toContain('LIM-2026-0020');
    const lower = dump.toLowerCase();
    // The raw bytes too, and what base64 of any of them would show.
    const raw = Buffer.from([...dump.matchAll(/\\x([0-9a-f]+)/g)].map((m) => m[1]).join(''), 'hex').toString('latin1');
    const rawLower = raw.toLowerCase();
    for (const text of sentinels) {
      const small = text.toLowerCase();
      // Without the first and last bytes, base64 reads the same at one of three offsets.
      const coats = [0, 1, 2].map((n) =>
        Buffer.from(text)
          .subarray(n, n + 18)
          .toString('base64'),
      );
      for (const coat of [...coats, Buffer.from(text).toString('hex')])
        if (dump.includes(coat) || raw.includes(coat)) expect.fail(`${text} is there as ${coat}`);
      if (lower.includes(small) || rawLower.includes(small)) expect.fail(`${text} is there in plain text`);
    }
  });
});
