import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from '../intent.ts';
import type { DoorKind } from '../regio/region.ts';
import { directoryWith, regio } from '../world.fixture.ts';
import { voorbeeld, voorbeeldPaginas } from './aanmelding.fixture.ts';
import { checkPage } from './check-page.ts';
import { fields } from './fields.ts';
import { type TriageContext, triage } from './triage.ts';
import { triageOf, triageOfValues } from './triage-of.ts';

const today = '2022-01-10';
const complete: Values = Object.assign({}, ...voorbeeldPaginas);
const plain: TriageContext = {
  values: complete,
  region: regio,
  today,
  gemeente: 'in_regio',
  gemeenteNaam: 'Hasselt',
  basisvoorziening: true,
};
const rulesOf = (more: Partial<TriageContext>) => triage({ ...plain, ...more }).map((m) => m.regel);
const withValues = (values: Values) => rulesOf({ values: { ...complete, ...values } });
const sentence = (more: Partial<TriageContext>, rule: string) =>
  triage({ ...plain, ...more }).find((m) => m.regel === rule)?.tekst ?? '';

describe('triage', () => {
  it('zwijgt over een aanmelding waar niets mee is', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it('zwijgt zolang er niets ingevuld is', () => {
    expect(rulesOf({ values: {}, gemeente: null, gemeenteNaam: '' })).toEqual([]);
  });

  it.each<[string, Values]>([
    ['A6', { gevaar_nu: 'ja' }],
    ['D1', { geboortedatum: '2019-01-10' }],
    ['U1, U2, U3', { kind: 'ongeboren', geboortedatum: '2022-05-01' }],
    ['D6', { oudere_sibling: 'ja' }],
    ['D3', { signalen: [] }],
    ['V3', { besproken_met_ouders: 'nee' }],
    ['D5, V5', { bereidheid: 'nee' }],
    ['V4', { regulier_aanbod: 'voldoende' }],
    ['V4', { regulier_aanbod: 'niet_gezocht' }],
    ['V6', { lokaal_team: 'niet_betrokken' }],
    ['A8', { lokaal_team: 'niet_bereikbaar' }],
    ['A5', { maatschappelijke_noodzaak: 'ja' }],
    ['A5', { maatschappelijke_noodzaak: 'twijfel' }],
  ])('zegt [%s] als, en enkel als, het antwoord er aanleiding toe geeft: %j', (rule, values) => {
    expect(withValues(values)).toEqual([rule]);
  });

  it.each<[string, TriageContext['gemeente']]>([
    ['D2', 'andere_regio'],
    ['D2', 'onbekend'],
    ['D7', 'brussel'],
  ])('zegt [%s] voor een gemeente %s', (rule, gemeente) => {
    expect(rulesOf({ gemeente })).toEqual([rule]);
  });

  it.each<Values>([
    { geboortedatum: '2019-01-11' },
    { kind: 'ongeboren', geboortedatum: '2019-01-01' },
    { geboortedatum: 'geen datum' },
    { bereidheid: 'twijfel' },
    { besproken_met_ouders: 'deels' },
    { regulier_aanbod: 'onvoldoende' },
  ])('noemt een kind niet te oud en ouders niet onwillig waar dat niet zo is: %j [D1, D5]', (values) => {
    expect(withValues(values).filter((r) => r === 'D1' || r === 'D5, V5' || r === 'V3' || r === 'V4')).toEqual([]);
  });

  it('spreekt wie geen basisvoorziening is niet aan over het lokaal team [V6]', () => {
    expect(rulesOf({ values: { ...complete, lokaal_team: 'niet_betrokken' }, basisvoorziening: false })).toEqual([]);
  });

  it('zegt gevaar eerst en het dringendst [A6]', () => {
    const all = triage({
      ...plain,
      gemeente: 'brussel',
      values: { ...complete, gevaar_nu: 'ja', bereidheid: 'nee', oudere_sibling: 'ja', regulier_aanbod: 'voldoende' },
    });
    expect(all[0]).toMatchObject({ regel: 'A6', ernst: 'gevaar' });
    expect(all[0]?.tekst).toContain('112');
    expect(all.filter((m) => m.ernst === 'gevaar')).toHaveLength(1);
  });

  it('wijst wie buiten de doelgroep valt een andere deur, met het nummer van de regio [D8]', () => {
    const kinds: DoorKind[] = [
      'crisismeldpunt',
      'kind_en_gezin_lijn',
      'ocj',
      'vk',
      'm_document',
      'rechtstreekse_hulp',
      'brussel',
    ];
    const region = {
      ...regio,
      deuren: Object.fromEntries(kinds.map((k) => [k, { naam: `deur ${k}`, telefoon: `nr-${k}` }])),
    };
    const says = (values: Values, gemeente: TriageContext['gemeente'] = 'in_regio') =>
      triage({ ...plain, region, gemeente, values: { ...complete, ...values } })
        .map((m) => m.tekst)
        .join('\n');
    expect(says({ geboortedatum: '2018-01-01' })).toContain('deur rechtstreekse_hulp (nr-rechtstreekse_hulp)');
    expect(says({ gevaar_nu: 'ja' })).toContain('nr-crisismeldpunt');
    expect(says({ lokaal_team: 'niet_bereikbaar' })).toContain('nr-kind_en_gezin_lijn');
    expect(says({ bereidheid: 'nee' })).toMatch(/nr-ocj.*nr-vk/);
    expect(says({ maatschappelijke_noodzaak: 'ja' })).toMatch(/nr-ocj.*nr-vk/);
    expect(says({ kind: 'ongeboren' })).toMatch(/nr-kind_en_gezin_lijn.*nr-ocj.*nr-m_document/);
    expect(says({}, 'brussel')).toContain('nr-brussel');
  });

  it('heeft ook woorden voor een regio zonder deuren [D8]', () => {
    const bare = { ...regio, deuren: {} };
    for (const [id, value] of [
      ['gevaar_nu', 'ja'],
      ['kind', 'ongeboren'],
      ['bereidheid', 'nee'],
    ] as const)
      for (const m of triage({ ...plain, region: bare, values: { ...complete, [id]: value } }))
        expect(m.tekst).not.toMatch(/undefined|null|\(\)/);
  });

  it('noemt bij een ongeboren kind de weg via het OCJ, en geen parket voor de geboorte [U1, U2, U3]', () => {
    const text = sentence({ values: { ...complete, kind: 'ongeboren' } }, 'U1, U2, U3');
    expect(text).toContain('M-document');
    expect(text).toContain('beslissing van je team');
    expect(text).toContain('parket komt er vóór de geboorte niet bij');
  });

  it('houdt nooit iemand tegen: wat de triage ook zegt, de bladzijden laten door [D8]', () => {
    const choices = fc.record(
      Object.fromEntries(
        fields.flatMap((f) =>
          'options' in f && f.kind === 'choice' ? [[f.id, fc.constantFrom(...f.options.map((o) => o.value))]] : [],
        ),
      ),
    );
    fc.assert(
      fc.property(
        choices,
        fc.constantFrom('2010-01-01', '2021-11-01'),
        fc.constantFrom('Hasselt', 'Jette', 'Parijs'),
        (chosen, date, gemeente) => {
          const values: Values = {
            ...complete,
            ...chosen,
            geboortedatum: chosen.kind === 'ongeboren' ? '2022-05-01' : date,
            gemeente,
            waarom_niet_besproken: 'onveilig',
            regulier_toelichting: 'bekeken',
            beller_naam: 'An',
            beller_telefoon: '0470 00 00 00',
          };
          for (const m of triageOfValues(values, directoryWith(), regio, 'p-melder', today))
            expect(Object.keys(m).sort()).toEqual(['ernst', 'regel', 'tekst']);
          for (const page of [1, 2, 3])
            for (const coordinator of [true, false])
              expect(checkPage(page, values, { coordinator, basisvoorziening: true }, today)).toEqual({});
        },
      ),
    );
  });

  it('kent de gemeente: eigen regio, andere regio, Brussel of geen van alle [D2, D7]', () => {
    const other = {
      ...regio,
      code: 'VBR',
      naam: 'Vlaams-Brabant',
      gemeenten: ['Leuven'],
      postcodes: [{ van: 3000, tot: 3001 }],
    };
    const directory = directoryWith([regio, other]);
    const at = (gemeente: string) =>
      triageOf({ ...voorbeeld, gemeente }, directory, regio, 'p-melder', today, 'aanmelder').map(
        (m) => `${m.regel} ${m.tekst}`,
      );
    expect(at('Hasselt')).toEqual([]);
    expect(at('3500')).toEqual([]);
    expect(at('Leuven')).toEqual([expect.stringMatching(/^D2 .*Vlaams-Brabant/)]);
    expect(at('Schaarbeek')).toEqual([expect.stringMatching(/^D7 .*Brussel/)]);
    expect(at('Atlantis')).toEqual([expect.stringMatching(/^D2 “Atlantis”.*Kijk de naam na/)]);
    expect(at('Hassel')).toEqual([expect.stringMatching(/^D2 “Hassel”.*Bedoel je Hasselt\?/)]);
  });
});
