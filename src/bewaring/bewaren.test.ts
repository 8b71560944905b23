import { describe, expect, it } from 'vitest';
import { klok, wachtend } from '../casus/casus.fixture.ts';
import type { Casus } from '../casus/casus.ts';
import type { Termijn } from '../casus/termijn.ts';
import type { Region } from '../regio/region.ts';
import type { Boeking } from '../rugzak/boeking.ts';
import { rugzak } from '../rugzak/rugzak.fixture.ts';
import type { Factuur, Rugzak } from '../rugzak/rugzak.ts';
import { monday, regio } from '../world.fixture.ts';
import { bewaardTot, bewaring } from './bewaren.ts';

/** Monday is 10 January 2022. */
const dated = (...terms: NonNullable<Region['bewaring']>) => ({ ...regio, bewaring: terms });
const P5Y = dated({ casus: 'P5Y' });
const later = (years: number, days = 0) =>
  monday.toZonedDateTimeISO('Europe/Brussels').add({ years, days }).toInstant();
const stopped: Termijn[] = [{ ...klok, gestopt: { op: monday, reden: 'x' } }];
const none = { termijnen: stopped, kas: null };

const with_ = (stand: Casus['stand'], more: Partial<Casus['inhoud']> = {}, uitkomst: Casus['uitkomst'] = 'advies') => ({
  ...wachtend,
  stand,
  uitkomst,
  inhoud: { ...wachtend.inhoud, ...more },
});
const closed = with_('afgesloten', {
  afsluiting: { door: 'p', op: monday, resultaat: 'bereikt', woont: 'thuis', opvolging: '', openPunten: '' },
});

describe('hoelang een casus bewaard blijft [S17]', () => {
  it('telt vanaf het afsluiten of het intrekken, en de laatste dag hoort erbij', () => {
    const withdrawn = with_('ingetrokken', { intrekking: { door: 'p', op: monday, reden: 'x' } });
    for (const casus of [closed, withdrawn]) {
      expect(bewaring(casus, later(3), none, P5Y, later(5))).toEqual({
        kind: 'binnen_termijn',
        sinds: '2022-01-10',
        tot: '2027-01-10',
      });
      expect(bewaring(casus, later(3), none, P5Y, later(5, 1)).kind).toBe('verwijderen');
    }
  });

  it('telt een beantwoorde casus vanaf wat er het laatst mee gebeurde, en een die nog loopt helemaal niet', () => {
    const answered = with_('teruggekoppeld');
    expect(bewaring(answered, later(3), none, P5Y, later(8)).kind).toBe('binnen_termijn');
    expect(bewaring(answered, later(3), none, P5Y, later(8, 1)).kind).toBe('verwijderen');
    for (const casus of [with_('aangemeld'), with_('opgenomen'), with_('teruggekoppeld', {}, 'zorgtafel')])
      expect(bewaring(casus, monday, none, P5Y, later(50))).toEqual({ kind: 'loopt' });
  });

  it('begint opnieuw als een casus heropend en weer afgesloten werd', () => {
    const reopened = with_('teruggekoppeld', { afsluiting: null }, 'zorgtafel');
    expect(bewaring(reopened, monday, none, P5Y, later(6)).kind).toBe('loopt');
    const again = { ...closed.inhoud.afsluiting, op: later(4) } as NonNullable<Casus['inhoud']['afsluiting']>;
    expect(bewaring(with_('afgesloten', { afsluiting: again }), later(4), none, P5Y, later(6))).toMatchObject({
      kind: 'binnen_termijn',
      tot: '2031-01-10',
    });
  });

  it('houdt zich aan de termijn die gold toen de casus eindigde, en bewaart zonder termijn alles', () => {
    expect(bewaring(closed, monday, none, regio, later(50))).toEqual({ kind: 'zonder_termijn', sinds: '2022-01-10' });
    const changed = dated({ casus: 'P5Y', tot: '2024-12-31' }, { casus: 'P1Y', van: '2025-01-01', tot: '2025-12-31' });
    expect(bewaardTot(changed, monday)).toBe('2027-01-10');
    expect(bewaardTot(changed, later(3))).toBe('2026-01-10');
    // Taken away: what ended after it stays. From before there was any: the first.
    expect(bewaardTot(changed, later(4))).toBeNull();
    expect(bewaardTot(dated({ casus: 'P2Y', van: '2023-01-01' }), monday)).toBe('2024-01-10');
  });

  it('telt de dag op de klok van de regio, en rekent met het einde van een maand', () => {
    const night = Temporal.Instant.from('2022-08-30T22:30:00Z');
    expect(bewaardTot(dated({ casus: 'P6M' }), night)).toBe('2023-02-28');
  });
});

describe('wat een casus langer bewaart [S17, B7]', () => {
  const line = (van: Boeking['van'], naar: Boeking['naar'], cents = 100): Boeking => ({
    id: 'b',
    casusId: 'casus-1',
    aanvraagId: 'a-1',
    factuurId: null,
    van,
    naar,
    categorie: 'begeleiding',
    cents,
    jaar: 2022,
    door: 'p',
    op: monday,
    datum: '2022-01-10',
    corrigeert: null,
  });
  const factuur: Factuur = {
    id: 'f-1',
    aanvraagId: 'a-1',
    nummer: '1',
    cents: 100,
    ontvangen: '2022-02-01',
    vervalt: '2022-03-03',
    betaald: { op: monday, door: 'p', datum: '2022-02-10' },
    ingetrokken: null,
  };
  const money: Rugzak = {
    ...rugzak,
    aanvragen: [
      {
        id: 'a-1',
        categorie: 'begeleiding',
        doel: '',
        aanbieder: '',
        cents: 100,
        van: '2022-01-10',
        tot: '2022-02-10',
        waaromNietRegulier: '',
        door: 'p',
        op: monday,
        stand: 'goedgekeurd',
        beslissing: null,
      },
    ],
    facturen: [factuur],
    bewijzen: [{ aanvraagId: 'a-1', kwartaal: '2022K1', door: 'p', op: monday, datum: '2022-04-01' }],
  };
  const paid = [
    line(null, 'aangevraagd'),
    line('aangevraagd', 'vastgelegd'),
    line('vastgelegd', 'gefactureerd'),
    line('gefactureerd', 'betaald'),
  ];
  const found = (rest: Partial<Rugzak>, boekingen: Boeking[], termijnen = stopped) => {
    const kas = { rugzak: { ...money, ...rest }, boekingen };
    const besluit = bewaring(closed, monday, { termijnen, kas }, P5Y, later(6));
    return besluit.kind === 'blijft' ? besluit.redenen : besluit.kind;
  };

  it.each([
    ['alles is betaald en bewezen', {}, paid, 'verwijderen'],
    ['een factuur is niet betaald', { facturen: [{ ...factuur, betaald: null }] }, paid.slice(0, 3), ['factuur']],
    ['er is meer goedgekeurd dan gefactureerd', {}, [...paid, line(null, 'vastgelegd')], ['middelen']],
    ['er wacht nog een aanvraag', {}, [...paid, line(null, 'aangevraagd')], ['middelen']],
    ['een bewijs is niet bezorgd', { bewijzen: [] }, paid, ['bewijs']],
    [
      'een teruggenomen factuur telt niet',
      { facturen: [{ ...factuur, betaald: null, ingetrokken: { op: monday, door: 'p' } }] },
      paid,
      'verwijderen',
    ],
  ] as [string, Partial<Rugzak>, Boeking[], unknown][])('%s', (_why, rest, boekingen, expected) => {
    expect(found(rest, boekingen)).toEqual(expected);
  });

  it('noemt een klok die nog loopt, en niet nog eens als het geld het al zegt', () => {
    expect(found({}, paid, [klok])).toEqual(['klok']);
    expect(found({ bewijzen: [] }, paid, [klok])).toEqual(['bewijs']);
  });
});
