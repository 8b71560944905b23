import { describe, expect, it } from 'vitest';
import { renderMessage, renderModal } from '../adapters/slack/render.ts';
import { asText } from '../cards/as-text.ts';
import { cardOf } from '../cards/card-of.ts';
import { type PlanVeld, planVelden } from '../src/toegang/zorgplan-velden.ts';
import type { View } from '../src/view.ts';
import { secties } from '../src/zorgplan/onderdelen.ts';
import { type PlanWorld, planWorld } from '../src/zorgplan/zorgplan-world.fixture.ts';
import { blockProblems, viewProblems } from './stand-ins/slack-limits.ts';
import { zorgplanSamples } from './zorgplan-samples.ts';

/** A word for every field of a plan, to be recognised wherever it is shown. */
const woord = (veld: PlanVeld) => `ZZ${veld.replaceAll('_', '')}`;

/** A plan that is followed and was evaluated once, each field with its own word, and nothing left of the aanmelding. */
async function gemerkt(): Promise<PlanWorld> {
  const p = await planWorld();
  const save = (onderdeel: string, values: Record<string, string>) =>
    p.as('marijke', 'zorgplan.bewaren', `casus-1/${onderdeel}/${p.plan().versie}/a`, values);
  await p.as('marijke', 'zorgplan.maken_bewaren', 'casus-1', { reden: 'ZZongezien' });
  p.gehouden();
  await save('zorgen', { tekst: 'ZZgeschiedenis' });
  for (const veld of ['zorgen', 'krachten', 'plan_a', 'plan_b', 'plan_c', 'veiligheidsplan', 'minimale_eisen'] as const)
    await save(veld, { tekst: woord(veld) });
  await save('veilige_haven', { tekst: woord('veilige_haven') });
  await save('doel:d-1', { doel: woord('doelen'), zichtbaar: 'te zien' });
  await save('zorgfiguur:z-1', { wie: woord('zorgfiguren'), rol: 'buddy', ondersteuning: '' });
  await save('perspectief', { perspectief: 'netwerk' });
  await p.as('marijke', 'zorgplan.vastleggen_bewaren', 'casus-1', { datum: '2022-02-21' });
  p.world.clock.set(Temporal.Instant.from('2022-02-21T09:00:00Z'));
  const [first] = p.plan().inhoud.evaluaties;
  await p.as('marijke', 'zorgplan.evaluatie_bewaren', `casus-1/${first?.id}`, {
    gehouden_op: '2022-02-21',
    'score_d-1': '7',
    'nota_d-1': woord('verslagen'),
    nota: woord('verslagen'),
    gezin: 'nee',
    zonder_gezin: woord('verslagen'),
    plan: 'b',
    overstap_reden: woord('verslagen'),
    volgende: '2022-04-04',
  });
  return p;
}

/** Everything somebody gets to see of a plan, whatever they press. */
async function allesVan(p: PlanWorld, who: string): Promise<string> {
  const { evaluaties } = p.plan().inhoud;
  const asked = [
    ['zorgplan.tonen', 'casus-1'],
    ...secties.flatMap((s) => [
      ['zorgplan.sectie', `casus-1/${s}`],
      ['zorgplan.wijzigingen', `casus-1/${s}`],
      ['zorgplan.bewerken', `casus-1/${s}`],
    ]),
    ['zorgplan.wijzigingen', 'casus-1'],
    ...evaluaties.map((e) => ['zorgplan.evaluatie', `casus-1/${e.id}`]),
  ];
  const shown: string[] = [];
  for (const [action = '', subject = ''] of asked) {
    const outcome = await p.as(who, action, subject);
    if (outcome.kind !== 'nothing') shown.push(asText(cardOf(outcome.view)));
  }
  return shown.join('\n');
}

const teken: Record<PlanVeld, RegExp> = {
  ...(Object.fromEntries(secties.map((s) => [s, new RegExp(woord(s))])) as Record<(typeof secties)[number], RegExp>),
  perspectief: /In het eigen netwerk/,
  evaluatiedag: /4 april 2022/,
  scores: /Doelen over de tijd/,
  verslagen: /ZZverslagen/,
  ontbreekt: /Nog niet ingevuld/,
  geschiedenis: /ZZgeschiedenis/,
};

describe('wat wie van een zorgplan leest', () => {
  it.each([
    ['aanspreekpunt', 'marijke', 'team'],
    ['coördinator', 'ines', 'team'],
    ['wie aan tafel zat', 'vreemde', 'tafel'],
    ['aanmelder', 'melder', 'tafel'],
  ] as const)('is voor %s precies wat de tabel zegt [S8]', async (_, who, lezer) => {
    const p = await gemerkt();
    const text = await allesVan(p, who);
    const seen = Object.entries(teken).filter(([, mark]) => mark.test(text));
    const wanted = Object.entries(planVelden).filter(([, readers]) => (readers as readonly string[]).includes(lezer));
    expect(seen.map(([veld]) => veld).sort()).toEqual(wanted.map(([veld]) => veld).sort());
    expect(/ZZongezien/.test(text)).toBe(lezer === 'team');
  });

  it('is niets voor wie niet bij de casus is, en niets als het niet gedeeld is', async () => {
    const p = await gemerkt();
    expect(await allesVan(p, 'expert')).not.toMatch(/ZZ|april/);
    await p.as('marijke', 'zorgplan.delen_bewaren', 'casus-1', { delen: 'niet' });
    for (const who of ['vreemde', 'melder']) expect(await allesVan(p, who)).not.toMatch(/ZZ|april/);
  });
});

describe('een zorgplan op zijn grootst', () => {
  const largest: [string, View][] = Object.values(zorgplanSamples).flatMap((byName) =>
    Object.entries(byName)
      .filter(([name]) => name.includes('maximaal'))
      .map(([name, view]): [string, View] => [`${view.view} ${name}`, view]),
  );

  it.each(largest)(
    '%s blijft binnen de grenzen van een bericht en een venster, met elke knop en elk veld',
    (_, view) => {
      const card = cardOf(view);
      const message = renderMessage(card);
      expect(blockProblems(message.blocks, 'message')).toEqual([]);
      const modal = renderModal(card);
      expect(viewProblems(modal)).toEqual([]);
      const drawn = JSON.stringify(modal);
      for (const part of card.parts) {
        if (part.type === 'buttons') for (const b of part.buttons) expect(drawn).toContain(JSON.stringify(b.label));
        if (part.type === 'input' && card.form) expect(drawn).toContain(`"block_id":"${part.id}"`);
      }
    },
  );
});
