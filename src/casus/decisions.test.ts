import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voorbeeld } from '../aanmelding/aanmelding.fixture.ts';
import { aanvullen, intrekken, verbeteren } from '../aanmelding/bijwerken.ts';
import { monday } from '../world.fixture.ts';
import { wachtend } from './casus.fixture.ts';
import type { Casus, Uitkomst } from './casus.ts';
import type { Change, Decision } from './change.ts';
import { opnemen } from './opnemen.ts';
import { overdragen } from './overdragen.ts';
import { teruggeven } from './teruggeven.ts';
import { terugkoppelen } from './terugkoppelen.ts';
import { vraagBeantwoorden, vraagStellen } from './vragen.ts';

const later = monday.add({ hours: 1 });

function change(decision: Decision): Change {
  if ('refusal' in decision) throw new Error(`refused: ${decision.refusal.kind}`);
  return decision;
}
const after = (...steps: ((c: Casus) => Decision)[]): Casus =>
  steps.reduce((casus, step) => change(step(casus)).next, wachtend);
const refusal = (decision: Decision) => ('refusal' in decision ? decision.refusal : null);
const told = (decision: Decision) =>
  change(decision).berichten.map((b) => `${b.soort}:${b.onderwerp}:${'persoon' in b.aan ? b.aan.persoon : 'kanaal'}`);

const taken = after((c) => opnemen(c, 'p-marijke', later));
const answered = after((c) => terugkoppelen(c, 'p-marijke', 'zorgtafel', 'Woensdag.', later));
const withdrawn = after((c) => intrekken(c, 'p-melder', 'Vergissing.', later));

describe('opnemen', () => {
  it('maakt wie opneemt het ene aanspreekpunt en zegt het de aanmelder [A1, A3]', () => {
    const decision = opnemen(wachtend, 'p-ines', later);
    expect(change(decision).next).toMatchObject({ stand: 'opgenomen', aanspreekpunt: 'p-ines', opgenomenOp: later });
    expect(told(decision)).toEqual(['casus_kaart:kaart:p-ines', 'mededeling:opgenomen:p-melder']);
  });

  it('laat maar één coördinator een casus opnemen: de tweede leest wie de eerste was [A1]', () => {
    expect(refusal(opnemen(taken, 'p-ines', later))).toEqual({ kind: 'al_opgenomen', door: 'p-marijke' });
    expect(refusal(opnemen(answered, 'p-ines', later))).toEqual({ kind: 'al_teruggekoppeld', door: 'p-marijke' });
    expect(refusal(opnemen(withdrawn, 'p-ines', later))).toEqual({ kind: 'al_ingetrokken' });
  });

  it('laat de klok lopen: enkel een antwoord aan de aanmelder stopt ze [A2]', () => {
    expect(change(opnemen(wachtend, 'p-ines', later)).stop).toBeUndefined();
  });
});

describe('teruggeven', () => {
  it('zet de casus terug bij de permanentie; klok loopt door, aanmelder weet bij wie [A3, C3]', () => {
    const decision = teruggeven(taken, 'p-marijke', 'p-ines', later);
    expect(change(decision).next).toMatchObject({ stand: 'aangemeld', aanspreekpunt: 'p-ines', opgenomenOp: null });
    expect(change(decision).stop).toBeUndefined();
    expect(told(decision)).toEqual([
      'casus_kaart:kaart:p-ines',
      'mededeling:teruggegeven:p-ines',
      'mededeling:nieuw_aanspreekpunt:p-melder',
    ]);
  });

  it('kan enkel wat opgenomen is en nog geen antwoord kreeg', () => {
    expect(refusal(teruggeven(wachtend, 'p-marijke', 'p-ines', later))).toEqual({ kind: 'eerst_opnemen' });
    expect(refusal(teruggeven(answered, 'p-marijke', 'p-ines', later))?.kind).toBe('al_teruggekoppeld');
    expect(refusal(teruggeven(withdrawn, 'p-marijke', 'p-ines', later))?.kind).toBe('al_ingetrokken');
  });
});

describe('terugkoppelen', () => {
  it('stopt de klok van de terugkoppeling en geeft de aanmelder het antwoord [A2]', () => {
    const decision = terugkoppelen(taken, 'p-marijke', 'advies', 'Bel ons.', later);
    expect(change(decision)).toMatchObject({
      stop: [{ soort: 'terugkoppeling' }],
      next: { stand: 'teruggekoppeld', uitkomst: 'advies', teruggekoppeldOp: later },
    });
    expect(told(decision)).toEqual(['mededeling:teruggekoppeld:p-melder']);
  });

  it('neemt meteen op wie antwoordt zonder op te nemen, en geeft een kaart aan wie er geen had [A3]', () => {
    const decision = terugkoppelen(wachtend, 'p-ines', 'advies', 'Bel ons.', later);
    expect(change(decision).next).toMatchObject({ aanspreekpunt: 'p-ines', opgenomenOp: later });
    expect(told(decision)).toContain('casus_kaart:kaart:p-ines');
  });

  it('laat enkel het aanspreekpunt antwoorden, en later verbeteren [A3]', () => {
    expect(refusal(terugkoppelen(taken, 'p-ines', 'advies', 'x', later))).toEqual({
      kind: 'al_opgenomen',
      door: 'p-marijke',
    });
    expect(refusal(terugkoppelen(answered, 'p-ines', 'advies', 'x', later))?.kind).toBe('al_teruggekoppeld');
    const again = change(terugkoppelen(answered, 'p-marijke', 'advies', 'Toch niet.', later.add({ hours: 1 })));
    expect(again.gebeurtenissen.map((g) => g.soort)).toEqual(['terugkoppeling_verbeterd']);
    expect(again.next.teruggekoppeldOp).toEqual(later);
  });

  it('noteert één keer wanneer een gemandateerde voorziening erbij kwam [A5]', () => {
    const first = change(terugkoppelen(taken, 'p-marijke', 'gemandateerde_voorziening', 'OCJ.', later));
    expect(first.gebeurtenissen.map((g) => g.soort)).toContain('gemandateerde_voorziening_ingeschakeld');
    const again = change(terugkoppelen(first.next, 'p-marijke', 'gemandateerde_voorziening', 'OCJ Genk.', later));
    expect(again.gebeurtenissen.map((g) => g.soort)).not.toContain('gemandateerde_voorziening_ingeschakeld');
  });
});

describe('vragen', () => {
  it('brengt de vraag bij de aanmelder en het antwoord bij wie dan aanspreekpunt is [A3]', () => {
    const asked = vraagStellen(taken, 'p-marijke', 'v1', 'Wie kookt?', later);
    expect(told(asked)).toEqual(['vraag:v1:p-melder']);
    const moved = change(overdragen(change(asked).next, 'p-marijke', 'p-ines', '', later)).next;
    const answer = vraagBeantwoorden(moved, 'p-melder', 'v1', 'Oma.', later);
    expect(told(answer)).toEqual(['mededeling:beantwoord:p-ines']);
    expect(refusal(vraagBeantwoorden(change(answer).next, 'p-melder', 'v1', 'Opa.', later))?.kind).toBe(
      'al_beantwoord',
    );
  });

  it('laat van een opgenomen casus enkel het aanspreekpunt vragen stellen [A3]', () => {
    expect(refusal(vraagStellen(taken, 'p-ines', 'v1', 'x', later))).toEqual({
      kind: 'al_opgenomen',
      door: 'p-marijke',
    });
    expect(refusal(vraagStellen(wachtend, 'p-ines', 'v1', 'x', later))).toBeNull();
  });

  it('stelt geen vraag in de chat aan wie belde: die bel je terug [A7]', () => {
    const rang = { naam: 'An', organisatie: 'CKG', telefoon: '0470 00 00 00' };
    const casus = { ...wachtend, inhoud: { ...wachtend.inhoud, aanmelding: { ...voorbeeld, namens: rang } } };
    expect(refusal(vraagStellen(casus, 'p-marijke', 'v1', 'x', later))?.kind).toBe('telefonisch_gemeld');
  });

  it('kent geen vraag die niet gesteld werd', () => {
    expect(refusal(vraagBeantwoorden(taken, 'p-melder', 'v9', 'x', later))?.kind).toBe('niet_gevonden');
  });
});

describe('overdragen', () => {
  it('zegt iedereen op de casus wie het nieuwe aanspreekpunt is, ook wie het was; de klok loopt door [C3]', () => {
    const byOther = overdragen(taken, 'p-derde', 'p-ines', 'Marijke is ziek.', later);
    expect(told(byOther)).toEqual([
      'casus_kaart:kaart:p-ines',
      'mededeling:overgedragen_aan_jou:p-ines',
      'mededeling:nieuw_aanspreekpunt:p-melder',
      'mededeling:nieuw_aanspreekpunt:p-marijke',
    ]);
    expect(change(byOther)).toMatchObject({ next: { aanspreekpunt: 'p-ines', stand: 'opgenomen' } });
    expect(change(byOther).stop).toBeUndefined();
  });

  it('zegt niemand wat die zelf deed [C3]', () => {
    expect(told(overdragen(taken, 'p-marijke', 'p-ines', '', later))).not.toContain(
      'mededeling:nieuw_aanspreekpunt:p-marijke',
    );
    expect(told(overdragen(wachtend, 'p-ines', 'p-ines', '', later))).not.toContain(
      'mededeling:overgedragen_aan_jou:p-ines',
    );
  });

  it('weigert over te dragen aan wie het al is', () => {
    expect(refusal(overdragen(taken, 'p-ines', 'p-marijke', '', later))).toEqual({
      kind: 'al_opgenomen',
      door: 'p-marijke',
    });
  });
});

describe('aanvullen, verbeteren, intrekken', () => {
  it('voegt toe zonder iets te veranderen aan wat gezegd werd [A9]', () => {
    const more = change(aanvullen(taken, 'p-melder', 'Er is een tante.', later));
    expect(more.next.inhoud.aanmelding).toBe(taken.inhoud.aanmelding);
    expect(more.next.inhoud.aanvullingen).toEqual([{ door: 'p-melder', tekst: 'Er is een tante.', op: later }]);
    expect(more.berichten).toHaveLength(1);
  });

  it('houdt bij een verbetering bij dat en wanneer verbeterd werd [A9]', () => {
    const better = change(verbeteren(taken, 'p-melder', { ...voorbeeld, gemeente: 'Genk' }, later));
    expect(better.next.inhoud.aanmelding.gemeente).toBe('Genk');
    expect(better.gebeurtenissen).toEqual([{ op: later, soort: 'verbeterd', door: 'p-melder' }]);
  });

  it('stopt bij intrekken elke klok: niemand wacht nog [A2]', () => {
    expect(change(intrekken(taken, 'p-melder', 'x', later)).stop).toBe('alle');
    expect(refusal(intrekken(withdrawn, 'p-melder', 'x', later))?.kind).toBe('al_ingetrokken');
    expect(refusal(aanvullen(withdrawn, 'p-melder', 'x', later))?.kind).toBe('al_ingetrokken');
    expect(refusal(verbeteren(withdrawn, 'p-melder', voorbeeld, later))?.kind).toBe('al_ingetrokken');
  });
});

/** One press of somebody, on whatever the case is then. */
type Press = { what: string; decide: (casus: Casus, n: number) => Decision };

const persons = fc.constantFrom('p-marijke', 'p-ines', 'p-derde');
const uitkomst = fc.constantFrom<Uitkomst>('zorgtafel', 'advies', 'gemandateerde_voorziening', 'crisis');
const press: fc.Arbitrary<Press> = fc.oneof(
  persons.map((door): Press => ({ what: `opnemen ${door}`, decide: (c) => opnemen(c, door, later) })),
  fc
    .tuple(persons, persons)
    .map(([door, naar]): Press => ({ what: `teruggeven ${naar}`, decide: (c) => teruggeven(c, door, naar, later) })),
  fc.tuple(persons, uitkomst).map(
    ([door, u]): Press => ({
      what: `terugkoppelen ${door} ${u}`,
      decide: (c) => terugkoppelen(c, door, u, 'nota', later),
    }),
  ),
  persons.map(
    (door): Press => ({ what: `vraag ${door}`, decide: (c, n) => vraagStellen(c, door, `v${n}`, 'x', later) }),
  ),
  fc
    .nat({ max: 12 })
    .map(
      (n): Press => ({ what: `antwoord v${n}`, decide: (c) => vraagBeantwoorden(c, 'p-melder', `v${n}`, 'x', later) }),
    ),
  fc
    .tuple(persons, persons)
    .map(
      ([door, naar]): Press => ({ what: `overdragen ${naar}`, decide: (c) => overdragen(c, door, naar, '', later) }),
    ),
  fc.constant<Press>({ what: 'aanvullen', decide: (c) => aanvullen(c, 'p-melder', 'x', later) }),
  fc.constant<Press>({ what: 'verbeteren', decide: (c) => verbeteren(c, 'p-melder', voorbeeld, later) }),
  {
    weight: 1,
    arbitrary: fc.constant<Press>({ what: 'intrekken', decide: (c) => intrekken(c, 'p-melder', 'x', later) }),
  },
);

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
};

describe('een casus, wat er ook gedrukt wordt en in welke volgorde', () => {
  const sequences = fc.array(press, { maxLength: 25 });

  it('heeft altijd één aanspreekpunt en stijgt per wijziging één versie; een weigering verandert niets [A3, S2]', () => {
    fc.assert(
      fc.property(sequences, (presses) => {
        let casus = frozen(structuredCloneOf(wachtend));
        for (const [n, p] of presses.entries()) {
          const decision = p.decide(casus, n);
          if ('refusal' in decision) continue;
          const { next } = decision;
          expect(next.versie).toBe(casus.versie + 1);
          expect(next.aanspreekpunt).toMatch(/^p-(marijke|ines|derde)$/);
          expect([next.id, next.referentie, next.regio, next.aanmelder, next.aangemeldOp]).toEqual([
            casus.id,
            casus.referentie,
            casus.regio,
            casus.aanmelder,
            casus.aangemeldOp,
          ]);
          // Another contact only by taking up, giving back, transferring, or answering what nobody took up yet.
          if (next.aanspreekpunt !== casus.aanspreekpunt)
            expect(p.what).toMatch(
              casus.stand === 'aangemeld' ? /^(opnemen|terugkoppelen|overdragen)/ : /^(teruggeven|overdragen)/,
            );
          casus = frozen(next);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stopt klokken enkel door terugkoppelen of intrekken [A2]', () => {
    fc.assert(
      fc.property(sequences, (presses) => {
        let casus = wachtend;
        for (const [n, p] of presses.entries()) {
          const decision = p.decide(casus, n);
          if ('refusal' in decision) continue;
          if (p.what.startsWith('terugkoppelen')) expect(decision.stop).toEqual([{ soort: 'terugkoppeling' }]);
          else if (p.what === 'intrekken') expect(decision.stop).toBe('alle');
          else expect(decision.stop).toBeUndefined();
          casus = decision.next;
        }
      }),
    );
  });

  it('vergeet nooit wat gezegd, gevraagd of geantwoord is [A9]', () => {
    fc.assert(
      fc.property(sequences, (presses) => {
        let casus = wachtend;
        for (const [n, p] of presses.entries()) {
          const decision = p.decide(casus, n);
          if ('refusal' in decision) continue;
          const { next } = decision;
          expect(decision.gebeurtenissen.length).toBeGreaterThan(0);
          expect(next.inhoud.aanvullingen.length).toBeGreaterThanOrEqual(casus.inhoud.aanvullingen.length);
          expect(next.inhoud.vragen.map((v) => v.id).slice(0, casus.inhoud.vragen.length)).toEqual(
            casus.inhoud.vragen.map((v) => v.id),
          );
          for (const v of casus.inhoud.vragen)
            if (v.antwoord) expect(next.inhoud.vragen.find((w) => w.id === v.id)?.antwoord).toEqual(v.antwoord);
          casus = next;
        }
      }),
    );
  });

  it('blijft ingetrokken: daarna verandert niets meer', () => {
    fc.assert(
      fc.property(press, (p) => {
        expect('refusal' in p.decide(withdrawn, 0)).toBe(true);
      }),
    );
  });

  it('stuurt nooit een bericht aan wie het zelf deed, behalve de eigen kaart [C3]', () => {
    fc.assert(
      fc.property(sequences, (presses) => {
        let casus = wachtend;
        for (const [n, p] of presses.entries()) {
          const decision = p.decide(casus, n);
          if ('refusal' in decision) continue;
          const door = decision.gebeurtenissen[0]?.door;
          for (const b of decision.berichten)
            if (b.soort === 'mededeling' && 'persoon' in b.aan) expect(b.aan.persoon).not.toBe(door);
          casus = decision.next;
        }
      }),
    );
  });
});

/** Instants are immutable and cannot be cloned; the rest is copied so that freezing stays here. */
function structuredCloneOf(casus: Casus): Casus {
  return { ...casus, inhoud: { ...casus.inhoud } };
}
