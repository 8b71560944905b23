import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Input } from '../cards/card.ts';
import { cardOf } from '../cards/card-of.ts';
import { actionIds } from '../src/actions.ts';
import type { Values } from '../src/intent.ts';
import { rugzak } from '../src/rugzak/rugzak.fixture.ts';
import { plan } from '../src/zorgplan/zorgplan.fixture.ts';
import { planWorld } from '../src/zorgplan/zorgplan-world.fixture.ts';
import { deelnemer, tafel } from '../src/zorgtafel/zorgtafel.fixture.ts';
import { allSamples } from './sample-views.ts';

/** A case with everything there is to one: a table that runs, a plan that is followed, a request that waits. */
async function vol() {
  const made = await planWorld();
  const { kept, clock } = made.world;
  const now = clock.now();
  kept.zorgtafels.set('tafel-1', { ...tafel, deelnemers: [...tafel.deelnemers, deelnemer('ander')] });
  kept.zorgplannen.push({
    ...plan,
    inhoud: {
      ...plan.inhoud,
      vastgelegd: { door: 'p-marijke', op: now },
      evaluaties: [
        {
          id: 'e-1',
          datum: '2022-02-21',
          stand: 'gepland',
          door: null,
          op: null,
          scores: {},
          notas: {},
          nota: '',
          zonderGezin: null,
          overstap: null,
        },
      ],
    },
  });
  kept.rugzakken.set('casus-1', {
    ...rugzak,
    aanvragen: [
      {
        id: 'aanvraag-1',
        categorie: 'begeleiding',
        doel: 'Voeding',
        aanbieder: 'CKG',
        cents: 100_000,
        van: '2022-01-10',
        tot: '2022-03-10',
        waaromNietRegulier: 'Te laat.',
        door: 'p-marijke',
        op: now,
        stand: 'aangevraagd',
        beslissing: null,
        vragen: [{ id: 'v-1', door: 'p-ines', op: now, tekst: 'Waarom?', antwoord: null }],
      },
    ],
  });
  for (const form of ['zorgtafel', 'rugzak'] as const)
    kept.drafts.set(`concept-${form}`, {
      id: `concept-${form}`,
      personId: 'p-marijke',
      form: `${form}:casus-1`,
      page: 1,
      values: {},
      casusId: 'casus-1',
      expires: now.add({ hours: 48 }),
    });
  return made;
}

/** What somebody, or a program, fills in: mostly what the form offers, sometimes anything. */
const filled = (input: Input) => {
  const any = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }));
  const fits =
    'options' in input
      ? fc.constantFrom(...input.options.map((o) => o.value))
      : {
          date: fc.constantFrom('2022-01-10', '2022-01-12', '2022-02-30'),
          time: fc.constantFrom('10:00', '25:00'),
          text: fc.constantFrom('Goed.', '1.200,50', 'x'.repeat(5_000), '85.07.30-033.28'),
        }[input.kind];
  return fc.oneof({ weight: 5, arbitrary: fits as fc.Arbitrary<string> }, { weight: 1, arbitrary: any });
};

const forms = allSamples.flatMap(([, view]) => {
  const { form, parts } = cardOf(view);
  const inputs = parts.filter((p): p is Input => p.type === 'input');
  const values = fc.record(Object.fromEntries(inputs.map((i) => [i.id, filled(i)])), { requiredKeys: [] });
  return form
    ? [fc.tuple(fc.constantFrom(...[form.submit, form.back, form.autosave].flatMap((b) => b?.action ?? [])), values)]
    : [];
});

/** Mostly something that is there, for who is on it: only that gets past the first refusal. */
const subjects = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'casus-1',
      'casus-1/tafel-1',
      'casus-1/tafel-1',
      'casus-1/tafel-1/ander',
      'casus-1/tafel-1/m-1',
      'casus-1/e-1',
      'casus-1/0',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'casus-1/aanvraag-1',
      'casus-1/aanvraag-1',
      'casus-1/aanvraag-1',
      'casus-1/aanvraag-1/v-1',
      'casus-1/zorgen/1/a',
      'casus-1/doel:d-1/1/a',
      'casus-1/actie:a-1/1/a',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...['zorgtafel', 'rugzak'].flatMap((f) => [1, 2, 3, 4].map((n) => `concept-${f}/${n}`)),
      'concept-zorgtafel',
      'concept-rugzak',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('LIM', 'LIM/2022-01-10', 'LIM/2022-01-11/extra/x', 'LIM/2022', '', '/') },
  { weight: 1, arbitrary: fc.string() },
);

it('geeft voor elke knop en elk formulier over een volledige casus een duidelijk antwoord, nooit een fout', async () => {
  const plain = fc.tuple(fc.constantFrom(...actionIds), fc.constant({}));
  const pressed = fc.oneof({ weight: forms.length, arbitrary: plain }, ...forms);
  const given = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      pressed,
      subjects,
      fc.constantFrom('marijke', 'marijke', 'marijke', 'ines', 'melder', 'vreemde'),
      async ([action, values], subject, who) => {
        const { as } = await vol();
        const outcome = await as(who, action, subject, values as Values);
        expect(['answer', 'form', 'replace', 'nothing']).toContain(outcome.kind);
        if ('view' in outcome) {
          cardOf(outcome.view);
          given.add(outcome.view.view);
        }
      },
    ),
    { numRuns: 8_000 },
  );
  // Most of it gets further than the first refusal.
  for (const view of [
    'tafel_plan',
    'tafel_formulier',
    'tafel_kaart',
    'zorgplan',
    'zorgplan_formulier',
    'rugzak_pagina',
    'rugzak_formulier',
    'rugzak_aanvraag',
  ])
    expect([...given]).toContain(view);
});
