import { describe, expect, it } from 'vitest';
import { CHECK_PAGE, type FieldId, fields, fieldsOf, pageTitles } from './fields.ts';

const coordinator = { coordinator: true, basisvoorziening: false };
const hospital = { coordinator: false, basisvoorziening: true };
const other = { coordinator: false, basisvoorziening: false };
const ids = (page: number, asker: typeof other) => fieldsOf(page, asker, {}).map((f) => f.id);
const byId = (id: FieldId) => fields.find((f) => f.id === id);

describe('velden van de aanmelding', () => {
  it('hebben elk een eigen id, een label, een regel uitleg en de regel waar ze van komen', () => {
    expect(new Set(fields.map((f) => f.id)).size).toBe(fields.length);
    for (const f of fields) {
      expect(f.id).toMatch(/^[a-z_]+$/);
      expect(f.label.length).toBeGreaterThan(3);
      // Both chat platforms cut a label or a placeholder that is longer.
      expect(f.label.length).toBeLessThanOrEqual(75);
      expect(f.hint.length).toBeLessThanOrEqual(150);
      expect(f.rule).toMatch(/^[DVASU]\d+(, [DVASU]\d+)*$/);
      if ('options' in f) {
        expect(new Set(f.options.map((o) => o.value)).size).toBe(f.options.length);
        for (const o of f.options) expect(o.label.length).toBeLessThanOrEqual(75);
      }
      if (f.kind === 'text') expect(f.maxLength).toBeLessThanOrEqual(3000);
    }
  });

  it('vragen samen alles wat het voortraject vraagt [V1, V2, V3, V4, V5, V6, D1, D2, D3, D4, D5, D6, A5, A6]', () => {
    const rules = new Set(fields.flatMap((f) => f.rule.split(', ')));
    for (const rule of ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'A5', 'A6', 'A7', 'A8'])
      expect(rules, rule).toContain(rule);
  });

  it('vragen enkel een coördinator wie er belde [A7]', () => {
    expect(ids(1, coordinator)).toContain('namens');
    expect(ids(1, coordinator)).not.toContain('beller_naam');
    expect(fieldsOf(1, coordinator, { namens: 'beller' }).map((f) => f.id)).toContain('beller_naam');
    for (const asker of [hospital, other]) expect(ids(1, asker).filter((id) => /beller|namens/.test(id))).toEqual([]);
  });

  it('vragen naar het lokaal team waar dat eerst komt, en aan een coördinator die voor zo iemand noteert [V6]', () => {
    expect(ids(3, hospital)).toContain('lokaal_team');
    expect(ids(3, coordinator)).toContain('lokaal_team');
    expect(ids(3, other)).not.toContain('lokaal_team');
  });

  it('vragen geen naam en geen nummer van een kind [S10]', () => {
    for (const f of fields) expect(f.label).not.toMatch(/rijksregister|achternaam|voornaam|naam van het kind/i);
    expect(byId('initialen')?.hint).toContain('Geen volledige naam');
  });

  it('passen op de bladzijden: elke bladzijde een titel, de laatste kijkt na', () => {
    expect(pageTitles).toHaveLength(CHECK_PAGE);
    expect(ids(CHECK_PAGE, coordinator)).toEqual([]);
    for (const page of [1, 2, 3]) expect(ids(page, other).length).toBeGreaterThan(3);
  });

  it('zijn op één bladzijde even veel, wat er ook ingevuld is: enkel wie opschrijft voor een beller krijgt er bij [A7]', () => {
    for (const page of [1, 2, 3])
      for (const [id, value] of [
        ['kind', 'ongeboren'],
        ['besproken_met_ouders', 'nee'],
      ] as const)
        expect(fieldsOf(page, coordinator, { [id]: value })).toEqual(fieldsOf(page, coordinator, {}));
  });
});
