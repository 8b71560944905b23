import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monday } from '../world.fixture.ts';
import { afsluiten, heropenen } from './afsluiten.ts';
import { wachtend } from './casus.fixture.ts';
import type { Casus } from './casus.ts';
import { isOpen } from './ended.ts';

const later = monday.add({ hours: 50 });
const answered: Casus = {
  ...wachtend,
  stand: 'teruggekoppeld',
  uitkomst: 'zorgtafel',
  teruggekoppeldOp: monday,
  betrokkenen: ['p-expert', 'p-vreemde', 'p-melder'],
};
const how = {
  door: 'p-marijke',
  resultaat: 'bereikt',
  woont: 'thuis',
  opvolging: 'Lokaal team',
  openPunten: '',
} as const;
const close = (casus = answered) => afsluiten(casus, how, later);
const refusal = (d: ReturnType<typeof close>) => ('refusal' in d ? d.refusal : null);
const must = (d: ReturnType<typeof close>) => {
  if ('refusal' in d) throw new Error(d.refusal.kind);
  return d;
};

describe('een casus afsluiten', () => {
  it('stopt elke klok en zegt het iedereen één keer [M1]', () => {
    const decision = must(close());
    expect(decision).toMatchObject({ stop: 'alle', next: { stand: 'afgesloten' } });
    expect(decision.berichten.map((b) => ('persoon' in b.aan ? b.aan.persoon : '')).sort()).toEqual([
      'p-expert',
      'p-melder',
      'p-vreemde',
    ]);
    expect(isOpen(decision.next)).toBe(false);
  });

  it('kan enkel na de terugkoppeling, door het aanspreekpunt, en één keer', () => {
    expect(refusal(close({ ...answered, stand: 'opgenomen' }))).toEqual({ kind: 'eerst_terugkoppelen' });
    expect(refusal(close({ ...answered, aanspreekpunt: 'p-ines' }))).toEqual({
      kind: 'al_teruggekoppeld',
      door: 'p-ines',
    });
    expect(refusal(close(must(close()).next))).toEqual({ kind: 'al_afgesloten' });
    expect(refusal(close({ ...answered, stand: 'ingetrokken' }))).toEqual({ kind: 'al_ingetrokken' });
  });

  it('heropent precies wat er was, op de afsluiting na', () => {
    const closed = must(close()).next;
    const again = must(heropenen(closed, 'p-ines', later)).next;
    expect({ ...again, versie: 0, inhoud: { ...again.inhoud, afsluiting: undefined } }).toEqual({
      ...answered,
      versie: 0,
    });
    expect(isOpen(again)).toBe(true);
    expect(refusal(heropenen(again, 'p-ines', later))).toEqual({ kind: 'niet_afgesloten' });
    expect(refusal(heropenen({ ...answered, stand: 'ingetrokken' }, 'p-ines', later))).toEqual({
      kind: 'al_ingetrokken',
    });
  });

  it('laat na elke reeks van sluiten en heropenen één stand over die klopt', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 20 }), (presses) => {
        let casus: Casus = answered;
        for (const closes of presses) {
          const decision = closes ? close(casus) : heropenen(casus, 'p-marijke', later);
          if (!('refusal' in decision)) {
            expect(decision.next.versie).toBe(casus.versie + 1);
            expect(decision.next.stand).not.toBe(casus.stand);
            casus = decision.next;
          }
        }
        expect(Boolean(casus.inhoud.afsluiting)).toBe(casus.stand === 'afgesloten');
      }),
    );
  });
});
