import { describe, expect, it } from 'vitest';
import { wachtend } from '../casus/casus.fixture.ts';
import type { Casus } from '../casus/casus.ts';
import { monday } from '../world.fixture.ts';
import { voorbeeld } from './aanmelding.fixture.ts';
import { geboorteFout, geboorteMelden } from './geboorte.ts';

const unborn: Casus = {
  ...wachtend,
  stand: 'opgenomen',
  inhoud: { ...wachtend.inhoud, aanmelding: { ...voorbeeld, kind: 'ongeboren', geboortedatum: '2022-02-01' } },
};

describe('een geboorte [U4]', () => {
  it('verandert enkel de datum: alles wat verteld was blijft staan en niets wordt opnieuw gevraagd [A9]', () => {
    const decision = geboorteMelden(unborn, 'p-melder', { datum: '2022-01-09', initialen: '' }, monday);
    if ('refusal' in decision) return expect.fail(decision.refusal.kind);
    expect(decision.next.inhoud.aanmelding).toEqual({
      ...unborn.inhoud.aanmelding,
      kind: 'geboren',
      geboortedatum: '2022-01-09',
    });
    expect({ ...decision.next, versie: 0, inhoud: null }).toEqual({ ...unborn, versie: 0, inhoud: null });
    expect(decision.stop).toBeUndefined();
    expect(decision.berichten.map((b) => b.aan)).toEqual([{ persoon: 'p-marijke' }]);
    const named = geboorteMelden(unborn, 'p-melder', { datum: '2022-01-09', initialen: 'N.' }, monday);
    expect('next' in named && named.next.inhoud.aanmelding.initialen).toBe('N.');
    expect(geboorteMelden(decision.next, 'p-marijke', { datum: '2022-01-09', initialen: '' }, monday)).toEqual({
      refusal: { kind: 'al_geboren' },
    });
    expect(
      geboorteMelden({ ...unborn, stand: 'afgesloten' }, 'p-melder', { datum: '2022-01-09', initialen: '' }, monday),
    ).toEqual({ refusal: { kind: 'al_afgesloten' } });
  });

  it.each([
    ['2022-01-09', null],
    ['2021-09-14', null],
    ['2022-01-11', /moet nog komen/],
    ['2021-09-01', /te ver/],
    ['2022-02-30', /bestaat niet/],
    ['', /bestaat niet/],
  ])('leest %s met gezond verstand', (datum, sentence) => {
    const error = geboorteFout(datum, '2022-02-01', '2022-01-10');
    if (sentence === null) expect(error).toBeNull();
    else expect(error).toMatch(sentence);
  });
});
