import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { may, type Relation } from '../toegang/policy.ts';
import { aanmelderButtons, coordinatorButtons } from './allowed.ts';
import { wachtend } from './casus.fixture.ts';
import type { Stand } from './casus.ts';

const standen: Stand[] = ['aangemeld', 'opgenomen', 'teruggekoppeld', 'ingetrokken', 'afgesloten'];
const at = (stand: Stand) => ({ ...wachtend, stand });
const relations = fc
  .subarray<Relation>(['aanmelder', 'aanspreekpunt', 'coordinator', 'provinciaal', 'budget'])
  .map((list) => new Set(list));

describe('knoppen op een kaart', () => {
  it('zijn er enkel voor wie ze mag gebruiken [S6]', () => {
    fc.assert(
      fc.property(fc.constantFrom(...standen), relations, (stand, who) => {
        for (const action of [...coordinatorButtons(at(stand), who), ...aanmelderButtons(at(stand), who)])
          expect(may(action, who)).toBe(true);
      }),
    );
  });

  it('laten wie van wacht is opnemen, ook als dat geen casuscoördinator is [A1, P1]', () => {
    expect(coordinatorButtons(at('aangemeld'), new Set(['aanspreekpunt']))).toContain('casus.opnemen');
    expect(coordinatorButtons(at('aangemeld'), new Set(['coordinator']))).toContain('casus.opnemen');
  });

  it('laten na het opnemen enkel het aanspreekpunt antwoorden, vragen en teruggeven; overdragen kan elke coördinator [A3, C3]', () => {
    expect(coordinatorButtons(at('opgenomen'), new Set(['coordinator']))).toEqual([
      'casus.overdragen',
      'casus.nota',
      'rugzak.tonen',
      'casus.verloop',
    ]);
    expect(coordinatorButtons(at('opgenomen'), new Set(['coordinator', 'aanspreekpunt']))).toEqual([
      'casus.terugkoppelen',
      'zorgtafel.plannen',
      'casus.vragen',
      'casus.overdragen',
      'casus.teruggeven',
      'casus.nota',
      'rugzak.tonen',
      'casus.verloop',
    ]);
  });

  it('bieden geen vraag aan wie belde: die bel je terug [A7]', () => {
    const { inhoud } = wachtend;
    const rang = { ...inhoud.aanmelding, namens: { naam: 'An', organisatie: '', telefoon: '0470 00 00 00' } };
    for (const stand of standen) {
      const buttons = coordinatorButtons(
        { ...at(stand), inhoud: { ...inhoud, aanmelding: rang } },
        new Set(['coordinator', 'aanspreekpunt']),
      );
      expect(buttons).not.toContain('casus.vragen');
      expect(buttons).toContain('casus.verloop');
    }
  });

  it('tonen wie niets met de casus te maken heeft niets', () => {
    for (const stand of standen) {
      expect(coordinatorButtons(at(stand), new Set())).toEqual([]);
      expect(aanmelderButtons(at(stand), new Set(['coordinator'])).filter((a) => a.startsWith('aanmelding'))).toEqual(
        [],
      );
    }
  });

  it('laten na intrekken enkel nog het verloop en de rugzak zien', () => {
    expect(coordinatorButtons(at('ingetrokken'), new Set(['aanspreekpunt', 'coordinator']))).toEqual([
      'rugzak.tonen',
      'casus.verloop',
    ]);
    expect(aanmelderButtons(at('ingetrokken'), new Set(['aanmelder']))).toEqual(['casus.verloop']);
  });

  it('laten de aanmelder aanvullen, verbeteren en intrekken zolang het loopt', () => {
    expect(aanmelderButtons(at('opgenomen'), new Set(['aanmelder']))).toEqual([
      'aanmelding.aanvullen',
      'aanmelding.verbeteren',
      'aanmelding.intrekken',
      'casus.verloop',
    ]);
  });
});
