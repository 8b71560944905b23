import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from '../intent.ts';
import { voorbeeldPaginas } from './aanmelding.fixture.ts';
import { checkPage, RIJKSREGISTER_GEWEIGERD } from './check-page.ts';
import { fields, fieldsOf } from './fields.ts';

const asker = { coordinator: false, basisvoorziening: true };
const coordinator = { coordinator: true, basisvoorziening: false };
const today = '2022-01-10';
const [page1, page2, page3] = voorbeeldPaginas;
const first = (more: Values) => checkPage(1, { ...page1, ...more }, asker, today);

describe('nakijken van een bladzijde', () => {
  it('vindt niets mis met een volledig ingevulde aanmelding', () => {
    for (const [n, values] of voorbeeldPaginas.entries()) expect(checkPage(n + 1, values, asker, today)).toEqual({});
  });

  it('zegt bij elk verplicht veld dat leeg bleef wat er ontbreekt, en zwijgt over de andere', () => {
    for (const page of [1, 2, 3]) {
      const errors = checkPage(page, {}, asker, today);
      const required = fieldsOf(page, asker, {}).filter((f) => f.required === true);
      expect(Object.keys(errors).sort()).toEqual(required.map((f) => f.id).sort());
      for (const sentence of Object.values(errors)) expect(sentence).toMatch(/^(Dit ontbreekt|Duid|Kies).+\.$/);
    }
  });

  it('ziet enkel spaties als leeg', () => {
    expect(checkPage(2, { ...page2, krachten: '  \n ' }, asker, today)).toEqual({ krachten: expect.any(String) });
  });

  it('vraagt waarom er (nog) niet met de ouders gesproken is, en anders niet [V3]', () => {
    expect(checkPage(3, { ...page3, besproken_met_ouders: 'nee' }, asker, today)).toHaveProperty(
      'waarom_niet_besproken',
    );
    expect(checkPage(3, { ...page3, besproken_met_ouders: 'deels' }, asker, today)).toHaveProperty(
      'waarom_niet_besproken',
    );
    expect(checkPage(3, page3, asker, today)).toEqual({});
  });

  it('vraagt welk aanbod bekeken werd als het niet genoeg is [V4]', () => {
    expect(checkPage(3, { ...page3, regulier_aanbod: 'onvoldoende' }, asker, today)).toHaveProperty(
      'regulier_toelichting',
    );
  });

  it('vraagt van wie belde naam en nummer, enkel als er iemand belde [A7]', () => {
    expect(checkPage(1, { ...page1, namens: 'mezelf' }, coordinator, today)).toEqual({});
    const errors = checkPage(1, { ...page1, namens: 'beller' }, coordinator, today);
    expect(Object.keys(errors).sort()).toEqual(['beller_naam', 'beller_telefoon']);
    const rang = { ...page1, namens: 'beller', beller_naam: 'An', beller_telefoon: '0470 00 00 00' };
    expect(checkPage(1, rang, coordinator, today)).toEqual({});
    expect(checkPage(1, { ...rang, beller_telefoon: 'bel maar' }, coordinator, today)).toHaveProperty(
      'beller_telefoon',
    );
  });

  it('weigert nooit een kind dat te oud is of elders woont: dat legt de triage uit [D8]', () => {
    expect(first({ geboortedatum: '2015-05-05' })).toEqual({});
    expect(first({ gemeente: 'Oostende' })).toEqual({});
  });

  it('wijst een geboortedatum in de toekomst of van een volwassene aan als vergissing [D1]', () => {
    expect(first({ geboortedatum: '2022-01-11' }).geboortedatum).toContain('moet nog komen');
    expect(first({ geboortedatum: today })).toEqual({});
    expect(first({ geboortedatum: '1990-01-01' }).geboortedatum).toContain('jaartal');
  });

  it('neemt voor een ongeboren kind een datum tot negen maanden vooruit [D1]', () => {
    const unborn = (geboortedatum: string) => first({ kind: 'ongeboren', geboortedatum });
    expect(unborn('2022-10-10')).toEqual({});
    expect(unborn('2022-10-11').geboortedatum).toContain('negen maanden');
    expect(unborn('2021-12-13')).toEqual({});
    expect(unborn('2021-12-12').geboortedatum).toContain('al een tijd voorbij');
  });

  it('weigert een datum die niet bestaat', () => {
    for (const geboortedatum of ['2021-02-29', '1 november', '01/11/2021'])
      expect(first({ geboortedatum }).geboortedatum).toContain('bestaat niet');
  });

  it.each(['J.V.', 'JV', 'j v', 'J.-V.', 'É.Ç.', 'A.B.C.D.', 'JVD'])('neemt de initialen %s', (initialen) => {
    expect(first({ initialen })).toEqual({});
  });

  it.each(['Jan', 'emma', 'Noah', 'Jan Vos', 'A.B.C.D.E.', 'J1', '...'])(
    'weigert %s als initialen: de naam blijft in het eigen dossier [S10]',
    (initialen) => {
      expect(first({ initialen })).toHaveProperty('initialen');
    },
  );

  it('weigert een rijksregisternummer in elk tekstveld, met uitleg [S10]', () => {
    for (const field of fields.filter((f) => f.kind === 'text')) {
      const values = { ...page1, ...page2, ...page3, namens: 'beller', [field.id]: 'zie 85.07.30-033.28' };
      expect(checkPage(field.page, values, { coordinator: true, basisvoorziening: true }, today)[field.id]).toBe(
        RIJKSREGISTER_GEWEIGERD,
      );
    }
  });

  it('houdt elk tekstveld onder zijn lengte', () => {
    for (const field of fields.filter((f) => f.kind === 'text' && f.multiline)) {
      if (field.kind !== 'text') continue;
      const at = (length: number) =>
        checkPage(field.page, { ...page1, ...page2, ...page3, [field.id]: 'x'.repeat(length) }, asker, today)[field.id];
      expect(at(field.maxLength)).toBeUndefined();
      expect(at(field.maxLength + 1)).toContain(`${field.maxLength}`);
    }
  });

  it('neemt geen antwoord dat niet in de lijst staat [S8]', () => {
    expect(first({ gevaar_nu: 'misschien' })).toHaveProperty('gevaar_nu');
    expect(checkPage(2, { ...page2, signalen: ['verwaarlozing', 'iets'] }, asker, today)).toHaveProperty('signalen');
  });

  it('geeft voor om het even wat iemand typt zinnen, nooit een fout', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...fields.map((f) => f.id), 'vreemd'),
      fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }), fc.constantFrom('ja', 'geboren', '2021-11-01')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(1, 2, 3, 4), fc.constantFrom(asker, coordinator), (values, page, who) => {
        const known = new Set<string>(fieldsOf(page, who, values).map((f) => f.id));
        for (const [id, sentence] of Object.entries(checkPage(page, values, who, today))) {
          expect(known.has(id)).toBe(true);
          expect(sentence.endsWith('.') || sentence.endsWith(').')).toBe(true);
        }
      }),
    );
  });
});
