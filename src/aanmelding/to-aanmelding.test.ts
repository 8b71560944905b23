import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { voorbeeld, voorbeeldPaginas } from './aanmelding.fixture.ts';
import type { Aanmelding } from './aanmelding.ts';
import { fields } from './fields.ts';
import { toAanmelding, toValues } from './to-aanmelding.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((t) => t.trim());
const filled = text.map((t) => t || 'x');
const yesNo = fc.boolean();

const aanmelding: fc.Arbitrary<Aanmelding> = fc
  .record({
    rang: fc.option(fc.record({ naam: filled, organisatie: text, telefoon: filled })),
    rest: fc.record({
      kind: fc.constantFrom('geboren' as const, 'ongeboren' as const),
      initialen: filled,
      geboortedatum: fc.constantFrom('2021-11-01', '2022-03-09'),
      gemeente: filled,
      oudereSibling: yesNo,
      gevaarNu: yesNo,
      signalen: fc.subarray([
        'intrafamiliaal_geweld' as const,
        'verwaarlozing' as const,
        'mishandeling' as const,
        'verslaving' as const,
        'context' as const,
        'ouders_sluiten_zich_af' as const,
        'comorbiditeit' as const,
      ]),
      verontrusting: text,
      krachten: text,
      minimaalNodig: text,
      waaromUithuisplaatsing: text,
      besprokenMetOuders: fc.constantFrom('ja' as const, 'deels' as const, 'nee' as const),
      waaromNietBesproken: text,
      bereidheid: fc.constantFrom('ja' as const, 'twijfel' as const, 'nee' as const),
      regulierAanbod: fc.constantFrom(
        'geen' as const,
        'onvoldoende' as const,
        'voldoende' as const,
        'niet_gezocht' as const,
      ),
      regulierToelichting: text,
      lokaalTeam: fc.constantFrom('betrokken' as const, 'niet_betrokken' as const, 'niet_bereikbaar' as const),
      maatschappelijkeNoodzaak: fc.constantFrom('ja' as const, 'nee' as const, 'twijfel' as const),
    }),
  })
  .map(({ rang, rest }) => ({ ...(rang && { namens: rang }), ...rest }));

describe('van formulier naar aanmelding', () => {
  it('geeft wat ingevuld werd', () => {
    expect(toAanmelding(Object.assign({}, ...voorbeeldPaginas))).toEqual(voorbeeld);
  });

  it('bewaart heen en terug elk woord: niets wordt opnieuw gevraagd bij een verbetering [A9]', () => {
    fc.assert(
      fc.property(aanmelding, (a) => {
        expect(toAanmelding(toValues(a))).toEqual(a);
      }),
    );
  });

  it('brengt elk veld van het formulier in de aanmelding en terug [A9]', () => {
    const values = toValues({ ...voorbeeld, namens: { naam: 'An', organisatie: 'CKG', telefoon: '0470' } });
    expect(Object.keys(values).sort()).toEqual(fields.map((f) => f.id).sort());
  });

  it('geeft wat niet gevraagd werd de neutrale waarde, nooit een ja', () => {
    const empty = toAanmelding({});
    expect(empty).toMatchObject({
      gevaarNu: false,
      oudereSibling: false,
      signalen: [],
      bereidheid: 'twijfel',
      besprokenMetOuders: 'nee',
      maatschappelijkeNoodzaak: 'nee',
    });
    expect(empty).not.toHaveProperty('namens');
  });
});
