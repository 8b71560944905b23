import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { actionIds } from '../src/actions.ts';
import type { Values } from '../src/intent.ts';
import { openQuickest } from './databases.ts';
import { accountOf, auditOf, count, meet, opener, pagesFor, press, reference, wizard } from './security-stage.ts';
import { walkForms } from './security-walk.ts';
import { settledDump } from './security-wire.ts';
import { textFields } from './text-fields.ts';

vi.mock('../adapters/database/open-database.ts', async (real) =>
  (await import('./security-watch.ts')).watchDatabase(await real()),
);

/** What pressing may change of its own, whatever the answer: who pressed, that it was noted, a card drawn anew. */
const kept = /^public\.(?!audit|verwerkt|account|persoon|stand$|bericht$)/;

it('doet met tafel, plan, rugzak, nota’s en concepten van iemand anders niets, ook niet achter een eigen casus [S6]', async () => {
  const { stage, database } = await opener(openQuickest)('slack');
  const { aanmelder, bot } = stage;
  const { store } = bot.world;
  await meet(aanmelder);
  const own = pagesFor('E.I.', (id) => `Eigen ${id}.`);
  const ownId = (await store.casusByReferentie(reference(await wizard(aanmelder, own))))?.id ?? '';
  const stranger = accountOf(stage, 'aanmelder@example.org');
  const strangerId = store.directory().personIdByEmail.get('aanmelder@example.org') ?? '';
  const secret = `Geheim${randomUUID()}`;
  let pressed = 0;

  /** Everything there is about a case, by its id. */
  async function idsOf(casusId: string): Promise<{ alone: string[]; behind: string[] }> {
    const [tafel] = await store.zorgtafels(casusId);
    const plan = await store.zorgplan(casusId);
    const rugzak = await store.rugzak(casusId);
    const [aanvraag] = rugzak?.aanvragen ?? [];
    const drafts = await Promise.all(
      ['zorgtafel.plannen', 'rugzak.aanvragen'].map(async (action) => {
        const opened = await press(stage, accountOf(stage, 'marijke@example.org'), action, casusId, {}, 'card');
        return 'view' in opened && 'draftId' in opened.view ? String(opened.view.draftId) : '';
      }),
    );
    const notes = await store.notas('LIM', stage.clock.now().subtract({ hours: 24 * 7 }));
    const known = (ids: (string | undefined)[]) => ids.flatMap((id) => id ?? []);
    const [seat, question] = [tafel?.deelnemers[0]?.id, aanvraag?.vragen?.[0]?.id];
    const found = {
      alone: [...drafts, ...drafts.map((id) => `${id}/1`), ...notes.slice(0, 2).map((n) => n.id)],
      behind: [
        ...known([tafel?.id, seat, tafel?.momenten[0]?.id, plan?.inhoud.evaluaties[0]?.id]),
        ...known([aanvraag?.id, question, rugzak?.facturen[0]?.id]),
        ...[`${tafel?.id}/${seat}`, `${aanvraag?.id}/${question}`],
      ],
    };
    expect(found.behind).toHaveLength(9);
    return found;
  }

  async function tryAll(casusId: string): Promise<void> {
    const { alone, behind } = await idsOf(casusId);
    const ids = [...alone, ...behind];
    // Behind the id of the case itself nobody gets further than the case; behind one's own they might.
    const subjects = [casusId, ...alone, ...['doel:d-1/1/a', ...ids].map((id) => `${ownId}/${id}`)];
    const values: Values = {
      ...Object.fromEntries([...textFields].map((field) => [field.split(':')[1], 'vreemd'])),
      ...{
        uitkomst: 'advies',
        naar: strangerId,
        datum: '2026-03-20',
        uur: '10:00',
        hoe: 'vast',
        delen: 'niet',
        plan: 'b',
      },
      ...{
        gehouden: 'nee',
        soort: 'netwerk',
        start: '2026-03-10',
        pleegzorg: 'ja',
        resultaat: 'bereikt',
        woont: 'thuis',
      },
    };
    const before = await settledDump(database, kept);
    const audits = (await auditOf(database)).length;
    for (const action of actionIds)
      await Promise.all(
        subjects.map(async (subject) => {
          const outcome = await press(stage, stranger, action, subject, values);
          expect(JSON.stringify(outcome), `${action} ${subject}`).not.toContain(secret);
          pressed += 1;
        }),
      );
    // What the stranger did with their own case is theirs.
    const lines = (dump: Map<string, string>) =>
      [...dump].map(([table, rows]) => [
        table,
        rows.split('\n').filter((row) => !row.includes(ownId) && !row.includes(strangerId)),
      ]);
    expect(lines(await settledDump(database, kept))).toEqual(lines(before));
    const done = (await auditOf(database)).slice(audits).filter((row) => row.resultaat === 'toegestaan');
    const about = done.filter((r) => r.waarover !== null && [casusId, ...ids].some((id) => r.waarover?.includes(id)));
    expect(about).toEqual([]);
  }

  await walkForms(
    stage,
    {
      text: (id) => `${secret}${id}`.slice(0, 60),
      initialen: () => 'J.V.',
      telefoon: () => '0470 11 22 33',
      bedrag: () => '1.200',
    },
    async (who, action, subject, values) => {
      // All there is to a case is there, and it goes on.
      if (action === 'casus.afsluiting_bewaren') await tryAll(subject);
      const account = accountOf(stage, `${who}@example.org`);
      return press(stage, account, action, subject, values, values ? 'form' : 'card');
    },
  );
  expect(pressed).toBeGreaterThan(1_000);
  count(`S6: ${pressed} presses of a stranger on what belongs to a whole case: nothing shown, nothing changed`);
}, 240_000);
