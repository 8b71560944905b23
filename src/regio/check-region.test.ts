import { expect, it } from 'vitest';
import { checkRegion } from './check-region.ts';
import { limburg2022 } from './limburg-2022.fixture.ts';
import type { Region, Role } from './region.ts';

const today = '2022-05-02';
const complete: Region = {
  ...limburg2022,
  deuren: { ...limburg2022.deuren, crisismeldpunt: { naam: 'Crisismeldpunt' } },
};
const warnings = (more: Partial<Region> = {}, reachable?: (email: string) => boolean) =>
  checkRegion({ ...complete, ...more }, today, reachable).map(({ kind, tekst }) => `${kind}: ${tekst}`);
const rota = (change: (r: Region['permanentie'][number]) => object) => ({
  permanentie: limburg2022.permanentie.map((r) => ({ ...r, ...change(r) })),
});

it('has nothing to say about the reference region', () => {
  expect(warnings()).toEqual([]);
  expect(warnings({}, () => true)).toEqual([]);
});

it('names the hours of a working day that others fill [P1, P6]', () => {
  expect(warnings(rota((r) => ({ dagdelen: r.dagdelen.filter((d) => d.dag !== 'wo') })))).toEqual([
    'gat: Rooster vanaf 2022-01-01: wo 09:00-12:00 en 14:00-17:00 heeft niemand, andere werkdagen wel.',
  ]);
  const shorter = rota((r) => ({
    dagdelen: r.dagdelen.map((d) => (d.dag === 'vr' ? { ...d, tot: d.van < '12' ? '11:00' : d.tot } : d)),
  }));
  expect(warnings(shorter)).toEqual([
    'gat: Rooster vanaf 2022-01-01: vr 11:00-12:00 heeft niemand, andere werkdagen wel.',
  ]);
});

it('does not look at rotas that are over', () => {
  const old = { van: '2021-01-01', dagdelen: limburg2022.permanentie[0]?.dagdelen.slice(0, 1) ?? [] };
  expect(warnings({ permanentie: [old, ...limburg2022.permanentie] })).toEqual([]);
});

it('names who is planned after leaving, owners and routes included [P1, P3]', () => {
  const personen = limburg2022.personen.map((p) => (p.id === 'ines' ? { ...p, tot: '2022-06-30' } : p));
  const routes = limburg2022.routes.map((r) => ({ ...r, van: '2022-06-01' }));
  expect(warnings({ personen, routes })).toEqual([
    'niet_meer_geldig: Persoon ines staat in het rooster, maar geldt niet op 2022-07-01: die dagdelen heeft dan niemand.',
    'niet_meer_geldig: Eigenaar van een route ines staat in het rooster, maar geldt niet op 2022-07-01: die dagdelen heeft dan niemand.',
    'niet_meer_geldig: Route act staat in het rooster, maar geldt niet op 2022-05-02: die dagdelen heeft dan niemand.',
  ]);
  expect(warnings({ personen, ...rota(() => ({ tot: '2022-06-30' })) })).toEqual([]);
});

it('names who the bot cannot reach, and what that means for the rota', () => {
  expect(warnings({}, (email) => email !== 'ines@example.org')).toEqual([
    'onbereikbaar: Ines (ines@example.org) staat in het rooster, maar de bot kan die persoon niet bereiken: aanmeldingen gaan naar de volgende coördinator.',
  ]);
  expect(warnings({}, (email) => email !== 'prov@example.org')[0]).toContain('nog geen contact op een chatplatform');
});

it('misses a coordinator, a provincial one, a number, doors, a rota, and a reminder in time', () => {
  const kinds = checkRegion(
    {
      ...complete,
      personen: limburg2022.personen.map((p) => ({ ...p, rollen: ['expert' as const] })),
      contact: { telefoon: [] },
      deuren: {},
      permanentie: limburg2022.permanentie.map((r) => ({ ...r, van: '2022-06-01' })),
      ladder: { terugkoppeling: [{ na: 'P2D', soort: 'herinnering', aan: 'aanspreekpunt' }] },
    },
    today,
  ).map(({ kind }) => kind);
  expect(kinds).toEqual([
    'geen_rooster',
    'geen_casuscoordinator',
    'geen_casuscoordinator',
    'niemand_volgt_op',
    'geen_telefoon',
    'geen_deur',
    'geen_deur',
    'ladder_na_termijn',
  ]);
});

it('says what becomes of messages in a region where nobody follows cases up, or plans [A3, C4]', () => {
  const only = (...rollen: Role[]) =>
    warnings({ ...rota(() => ({ dagdelen: [] })), personen: limburg2022.personen.map((p) => ({ ...p, rollen })) });
  expect(only('beheerder')).toEqual([expect.stringMatching(/^niemand_volgt_op: .* De beheerders horen enkel /)]);
  expect(only('expert')).toEqual([expect.stringMatching(/^niemand_volgt_op: .* bereiken niemand\./)]);
  expect(only('casuscoordinator')).toEqual([
    'geen_provinciaal_coordinator: Niemand is vandaag provinciaal_coordinator: de laatste trap van de ladder gaat naar de casuscoördinatoren.',
  ]);
  expect(only('provinciaal_coordinator')).toEqual([]);
});

it('asks whether a case is really to be removed within a year after it ended [S17]', () => {
  const kept = (casus: string) => warnings({ bewaring: [{ casus }] });
  expect([kept('P1Y'), kept('P12M')]).toEqual([[], []]);
  expect(kept('P5M')).toEqual([
    'kort_bewaard: Een casus wordt al P5M na het einde verwijderd, en dat kan niet ongedaan gemaakt worden. Bedoelde je jaren (P5Y)?',
  ]);
});
