import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monday } from '../world.fixture.ts';
import { type Bewerking, bewerk, onderdeelVan, waarde } from './bewerken.ts';
import { type Sectie, secties } from './onderdelen.ts';
import { itemTerugzetten, onderdelenIn, sectieTerugzetten } from './terugzetten.ts';
import { plan } from './zorgplan.fixture.ts';
import { findActie, type PlanLetter, planLetters, type Zorgplan, type ZorgplanInhoud } from './zorgplan.ts';

const word = fc.constantFrom('een', 'twee', 'drie', '');
const id = (n: string) => fc.constantFrom(`${n}-1`, `${n}-2`, `${n}-3`);
const letter = fc.constantFrom<PlanLetter[]>('a', 'b', 'c');
const bewerking: fc.Arbitrary<Bewerking> = fc.oneof(
  fc.record({
    soort: fc.constant('tekst' as const),
    sectie: fc.constantFrom('zorgen', 'krachten', 'plan_a'),
    tekst: word,
  }),
  fc.record({
    soort: fc.constant('perspectief' as const),
    perspectief: fc.constantFrom(null, 'thuis' as const, 'pleegzorg' as const),
  }),
  fc.record({ soort: fc.constant('doel' as const), doel: fc.record({ id: id('d'), doel: word, zichtbaar: word }) }),
  fc.record({
    soort: fc.constant('actie' as const),
    letter,
    actie: fc.record({
      id: id('a'),
      wat: word,
      wie: word,
      persoonId: fc.constantFrom(null, 'p-ines'),
      tegen: fc.constantFrom(null, '2022-02-01'),
    }),
  }),
  fc.record({
    soort: fc.constant('zorgfiguur' as const),
    zorgfiguur: fc.record({
      id: id('z'),
      wie: word,
      rol: fc.constantFrom('buddy' as const, 'verblijf' as const),
      ondersteuning: word,
    }),
  }),
  fc.record({ soort: fc.constant('weg' as const), item: fc.constant('doel' as const), id: id('d') }),
  fc.record({ soort: fc.constant('weg' as const), item: fc.constant('actie' as const), id: id('a') }),
  fc.record({ soort: fc.constant('weg' as const), item: fc.constant('zorgfiguur' as const), id: id('z') }),
  fc.record({ soort: fc.constant('hoger' as const), sectie: fc.constant('doelen' as const), id: id('d') }),
  fc.record({ soort: fc.constant('hoger' as const), sectie: fc.constantFrom('plan_a', 'plan_b'), id: id('a') }),
);

/** Somebody who read the plan `achter` versions ago changes one part of it. */
const stap = fc.record({
  bewerking,
  door: fc.constantFrom('p-marijke', 'p-ines', 'p-vreemde'),
  achter: fc.nat({ max: 4 }),
});

const inSectie = (inhoud: ZorgplanInhoud, sectie: Sectie) =>
  onderdelenIn(inhoud, sectie).map((o) => {
    const has = waarde(inhoud, o);
    // What was done is a fact, not a word of the section.
    const actie = findActie(inhoud, o.replace(/^actie:/, ''))?.actie;
    return [o, actie ? { ...actie, gedaan: null } : has];
  });

const every = (inhoud: ZorgplanInhoud) => secties.flatMap((s) => onderdelenIn(inhoud, s));

describe('een plan waar meer mensen aan schrijven', () => {
  it('verliest geen wijziging, wat er ook door elkaar gebeurt [Z1]', () => {
    fc.assert(
      fc.property(fc.array(stap, { maxLength: 25 }), (steps) => {
        let now: Zorgplan = plan;
        // By part: what was written last, and in which version.
        const written = new Map<string, { value: unknown; versie: number }>();
        for (const { bewerking: change, door, achter } of steps) {
          const onderdeel = onderdeelVan(change);
          const basis = Math.max(1, now.versie - achter);
          const before = now;
          const result = bewerk(now, change, basis, door, monday);
          const last = written.get(onderdeel);
          if (result.kind === 'gewijzigd') {
            // Only what somebody else wrote since is a reason to ask, and then nothing is changed.
            expect(last?.versie).toBeGreaterThan(basis);
            expect(result.stempel).toMatchObject({ versie: last?.versie });
            continue;
          }
          expect(result.kind).toBe('ok');
          if (result.kind !== 'ok') continue;
          now = result.plan;
          if (result.zelfde) {
            expect(now).toBe(before);
            continue;
          }
          // What was written after the version this was based on was asked about first.
          expect(last === undefined || last.versie <= basis).toBe(true);
          expect(now.versie).toBe(before.versie + 1);
          written.set(onderdeel, { value: waarde(now.inhoud, onderdeel), versie: now.versie });
          expect(now.inhoud.gewijzigd[onderdeel]).toMatchObject({ versie: now.versie, door });
          for (const other of new Set([...every(before.inhoud), ...every(now.inhoud)]))
            if (other !== onderdeel) expect(waarde(now.inhoud, other)).toEqual(waarde(before.inhoud, other));
        }
        // What came or went since is in the order too.
        for (const [onderdeel, { value }] of written)
          if (!onderdeel.startsWith('volgorde:'))
            expect(waarde(now.inhoud, onderdeel as ReturnType<typeof onderdeelVan>)).toEqual(value);
      }),
      { numRuns: 300 },
    );
  });

  it('zet een onderdeel terug precies zoals het was, en raakt de andere niet', () => {
    fc.assert(
      fc.property(
        fc.array(stap, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.constantFrom(...secties),
        (steps, n, sectie) => {
          const versions: Zorgplan[] = [plan];
          for (const { bewerking: change, door } of steps) {
            const last = versions.at(-1) ?? plan;
            const result = bewerk(last, change, last.versie, door, monday);
            if (result.kind === 'ok' && !result.zelfde) versions.push(result.plan);
          }
          const now = versions.at(-1) ?? plan;
          const old = versions[n % versions.length] ?? plan;
          const back = sectieTerugzetten(now, old, sectie, 'p-ines', monday);
          expect(back).not.toBe('vol');
          const next = back === null || back === 'vol' ? now : back;
          expect(inSectie(next.inhoud, sectie)).toEqual(inSectie(old.inhoud, sectie));
          if (back !== null && back !== 'vol') expect(next.versie).toBe(now.versie + 1);
          const ids = planLetters.flatMap((l) => next.inhoud.plannen[l].acties.map((a) => a.id));
          expect(new Set(ids).size).toBe(ids.length);
          for (const other of secties)
            if (other !== sectie && !other.startsWith('plan_'))
              expect(inSectie(next.inhoud, other)).toEqual(inSectie(now.inhoud, other));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('haalt één verwijderd item terug zoals het was', () => {
    fc.assert(
      fc.property(fc.array(stap, { maxLength: 12 }), (steps) => {
        let now: Zorgplan = plan;
        for (const { bewerking: change, door } of steps) {
          const result = bewerk(now, change, now.versie, door, monday);
          if (result.kind === 'ok') now = result.plan;
        }
        for (const doel of now.inhoud.doelen) {
          const gone = bewerk(now, { soort: 'weg', item: 'doel', id: doel.id }, now.versie, 'p-ines', monday);
          if (gone.kind !== 'ok') throw new Error('not removed');
          const back = itemTerugzetten(gone.plan, now, `doel:${doel.id}`, 'p-ines', monday);
          if (back === null || back === 'vol') throw new Error('not put back');
          expect(back.inhoud.doelen).toContainEqual(doel);
        }
      }),
    );
  });

  it('houdt wat gedaan is gedaan, ook als een oudere tekst terugkomt', () => {
    const done = { ...plan.inhoud.plannen.a.acties[0], gedaan: { door: 'p-ines', op: monday } };
    const later: Zorgplan = {
      ...plan,
      versie: 2,
      inhoud: {
        ...plan.inhoud,
        plannen: { ...plan.inhoud.plannen, a: { omschrijving: 'Anders', acties: [done as never] } },
      },
    };
    const back = sectieTerugzetten(later, plan, 'plan_a', 'p-ines', monday);
    expect(back).toMatchObject({
      versie: 3,
      inhoud: { plannen: { a: { omschrijving: plan.inhoud.plannen.a.omschrijving, acties: [done] } } },
    });
  });
});
