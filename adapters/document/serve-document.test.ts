import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { documentOf } from '../../cards/document-of.ts';
import { put, wachtend } from '../../src/casus/casus.fixture.ts';
import { see } from '../../src/casus/see.ts';
import { type CasusDocumentSoort, type DocumentSoort, isRegioDocument } from '../../src/document/document-soort.ts';
import { documentView } from '../../src/document/document-view.ts';
import type { Log, LogFields } from '../../src/ports.ts';
import { memoryWorld } from '../../src/world.fixture.ts';
import { plan } from '../../src/zorgplan/zorgplan.fixture.ts';
import type { Zorgplan } from '../../src/zorgplan/zorgplan.ts';
import { deelnemer, tafel } from '../../src/zorgtafel/zorgtafel.fixture.ts';
import { renderPdf } from './render-pdf.ts';
import { serveDocument } from './serve-document.ts';

const token = (n: number) => `${n}`.padStart(43, 'x');
const casus = {
  ...wachtend,
  stand: 'teruggekoppeld' as const,
  uitkomst: 'zorgtafel' as const,
  betrokkenen: ['p-vreemde'],
};

/** Words of a PDF, by a reader nobody here wrote. */
function wordsOf(pdf: Buffer): { text: string; pages: number } {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    writeFileSync(join(folder, 'a.pdf'), pdf);
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
    return { text, pages: text.split('\f').length - 1 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hasReader = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

async function serving(zorgplan: Zorgplan = plan) {
  const world = memoryWorld();
  await put(world, casus);
  world.kept.zorgplannen.push(zorgplan);
  const lines: string[] = [];
  const line = (event: string, fields?: LogFields) => void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const server = createServer(serveDocument({ ...world, log, hash: (t) => `hash-${t}` }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  let count = 0;
  const address = (persoonId: string, soort: DocumentSoort = 'zorgplan', minutes = 30) => {
    const secret = token(++count);
    const verlooptOp = world.clock.now().add({ minutes });
    world.kept.documentAdressen.set(`hash-${secret}`, {
      hash: `hash-${secret}`,
      soort,
      over: isRegioDocument(soort) ? 'LIM/2022' : casus.id,
      persoonId,
      verlooptOp,
    });
    return `http://127.0.0.1:${port}/document/${secret}`;
  };
  const fetched = () => world.kept.audit.filter((a) => a.wat === 'document.ophalen').map((a) => a.resultaat);
  return { world, lines, address, fetched, port };
}

describe('een document ophalen', () => {
  it('geeft wie vooruitkijkt enkel een bladzijde zonder inhoud, en wie drukt het document; elke keer genoteerd [S13]', async () => {
    const { address, fetched, lines } = await serving();
    const url = address('p-marijke');
    for (const method of ['GET', 'HEAD']) {
      const page = await fetch(url, { method });
      expect(page.status).toBe(200);
      expect(await page.text()).not.toMatch(/LIM-|zorgplan|oma/i);
    }
    expect(fetched()).toEqual([]);
    for (let n = 0; n < 2; n++) {
      const pdf = await fetch(url, { method: 'POST' });
      expect(pdf.headers.get('content-type')).toBe('application/pdf');
      expect(pdf.headers.get('cache-control')).toBe('no-store');
      expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="LIM-2022-0001.pdf"');
      expect(
        Buffer.from(await pdf.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-');
    }
    expect(fetched()).toEqual(['toegestaan', 'toegestaan']);
    expect(lines.join()).not.toMatch(/xxx|oma/);
  });

  it('geeft hetzelfde antwoord voor onbekend, verlopen, misvormd, en wie het recht verloor [S5, S7]', async () => {
    const { address, world, fetched, port } = await serving();
    const gone = address('p-marijke', 'zorgplan', 0);
    const stranger = address('p-planner');
    const lost = address('p-vreemde');
    world.kept.casussen.set(casus.id, { ...casus, betrokkenen: [] });
    const answers = await Promise.all(
      [
        gone,
        stranger,
        lost,
        `http://127.0.0.1:${port}/document/${token(99)}`,
        `http://127.0.0.1:${port}/document/kort`,
      ].map(async (url) => {
        const answer = await fetch(url, { method: 'POST' });
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 .*Vraag in de chat een nieuw/);
    expect(fetched()).toEqual(['geweigerd', 'geweigerd']);
  });

  it('maakt hetzelfde werkboek één keer, en hooguit twee tegelijk; wie te veel is leest wanneer wel [S19]', async () => {
    const { address, fetched, world } = await serving();
    const asked: string[] = [];
    const held = Promise.withResolvers<void>();
    const { rugzakMaanden } = world.store;
    world.store.rugzakMaanden = async (regio, jaar) => {
      // Once for each workbook that is made: what it compares its own year with.
      if (jaar === 2021) asked.push(regio);
      await held.promise;
      return rugzakMaanden(regio, jaar);
    };
    const [first, second, third] = [1, 2, 3].map(() => address('p-provinciaal', 'rugzak_regio')) as [
      string,
      string,
      string,
    ];
    const post = (url: string) => fetch(url, { method: 'POST' });
    const being = [post(first), post(first), post(second)];
    await expect.poll(() => fetched().length).toBe(3);
    await expect.poll(() => asked.length).toBe(2);
    const refused = await post(third);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
    expect(await refused.text()).toMatch(/Wacht een minuut[\s\S]*<button>Document ophalen/);
    // A small document is not in the way of the large ones.
    expect((await post(address('p-marijke'))).status).toBe(200);
    held.resolve();
    const answers = await Promise.all(being);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const [one, again] = await Promise.all(
      answers.map(async (a) => Buffer.from(await a.arrayBuffer()).toString('hex')),
    );
    expect(one).toBe(again);
    expect(asked).toHaveLength(2);
    expect((await post(third)).status).toBe(200);
  });

  it('geeft niets als het niet genoteerd kan worden [S13]', async () => {
    const { address, world } = await serving();
    const url = address('p-marijke');
    world.store.commit = async () => {
      throw new Error('database is away');
    };
    const answer = await fetch(url, { method: 'POST' });
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('PDF');
  });
});

describe.skipIf(!hasReader && process.env.CI !== 'true')('wat er in het document staat (pdftotext)', () => {
  const textFor = async (persoonId: string, soort: CasusDocumentSoort, zorgplan: Zorgplan = plan) => {
    const { world } = await serving(zorgplan);
    // Who was at the table reads the plan with it.
    const verslag = {
      ...{ door: 'p-marijke', op: world.clock.now(), aanwezig: ['vreemde'] },
      ...{ zonderOuders: 'Ziek.', veiligheid: 'Oma helpt.', besluit: 'We gaan door.' },
    };
    const held = { ...tafel, stand: 'gehouden' as const, deelnemers: [deelnemer('vreemde')], verslag };
    world.kept.zorgtafels.set('tafel-1', held);
    const seen = await see(world, casus, persoonId, world.clock.now());
    const view = seen && documentView(seen, soort);
    return view && wordsOf(await renderPdf(documentOf(view), world.clock.now()));
  };

  it('toont elk deel aan het team, en zonder de beschermde delen aan het gezin en de tafel [S8]', async () => {
    const team = (await textFor('p-marijke', 'zorgplan'))?.text ?? '';
    const family = (await textFor('p-marijke', 'zorgplan_gezin'))?.text ?? '';
    const table = (await textFor('p-vreemde', 'zorgplan'))?.text ?? '';
    expect(team).toContain(plan.inhoud.zorgen.slice(0, 40));
    expect(team).toContain('Bij paniek belt mama eerst oma.');
    for (const text of [family, table]) {
      expect(text).not.toContain(plan.inhoud.zorgen.slice(0, 40));
      expect(text).not.toContain('Bij paniek');
      expect(text).toContain('Vaste dagindeling');
    }
    expect(await textFor('p-vreemde', 'zorgplan_gezin')).toBeNull();
    expect(team).toMatch(/Bladzijde 1 van \d/);
  });

  it('maakt van een lang plan bladzijden die samen alles dragen', async () => {
    const { inhoud } = plan;
    const long = (words: string, n: number) => Array.from({ length: n }, (_, i) => `${words} ${i + 1}.`).join(' ');
    const acties = Array.from({ length: 60 }, (_, n) => ({
      id: `a-${n}`,
      wat: long(`Stap ${n} van het plan`, 6),
      wie: 'Marie-Antoinette Vandenbroucke-Van den Eynde',
      persoonId: null,
      tegen: '2026-03-09',
      gedaan: null,
    }));
    const big = {
      ...plan,
      inhoud: {
        ...inhoud,
        krachten: long('Oma springt elke week bij', 80),
        plannen: { ...inhoud.plannen, a: { omschrijving: long('Zo doen we het', 60), acties } },
      },
    };
    const read = await textFor('p-marijke', 'zorgplan', big);
    expect(read?.pages).toBeGreaterThanOrEqual(6);
    for (const n of [0, 30, 59]) expect(read?.text).toContain(`Stap ${n} van het plan 1.`);
  });
});
