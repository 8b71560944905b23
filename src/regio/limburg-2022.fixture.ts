import type { Dagdeel, Region } from './region.ts';
import { usualHerinneringen } from './usual-herinneringen.ts';

const mornings = { ma: 'marijke', di: 'ines', wo: 'marijke', do: 'marijke', vr: 'ines' } as const;
const days = ['ma', 'di', 'wo', 'do', 'vr'] as const;

/** The reference rota and phone numbers of domain.md, section P, as a region: for tests. */
export const limburg2022: Region = {
  code: 'LIM',
  naam: 'Limburg',
  tijdzone: 'Europe/Brussels',
  gemeenten: ['Genk', 'Hasselt', 'Heusden-Zolder', 'Sint-Truiden'],
  postcodes: [{ van: 3500, tot: 3999 }],
  contact: {
    telefoon: [
      { nummer: '0490 44 82 58', tot: '2022-03-06' },
      { nummer: '02 243 55 05', van: '2022-03-07' },
    ],
  },
  personen: [
    { id: 'marijke', naam: 'Marijke', email: 'marijke@example.org', rollen: ['casuscoordinator'] },
    { id: 'ines', naam: 'Ines', email: 'ines@example.org', rollen: ['casuscoordinator'] },
    { id: 'provinciaal', naam: 'Provinciaal', email: 'prov@example.org', rollen: ['provinciaal_coordinator'] },
  ],
  organisaties: [],
  permanentie: [
    {
      van: '2022-01-01',
      dagdelen: days.flatMap((dag): Dagdeel[] => [
        { dag, van: '09:00', tot: '12:00', persoon: mornings[dag] },
        { dag, van: '14:00', tot: '17:00', route: 'act', eigenaar: mornings[dag] },
      ]),
    },
  ],
  routes: [{ id: 'act', naam: 'Jeugdhulpregie – algemene permanentie ACT', telefoon: '011 30 31 40' }],
  herinneringen: usualHerinneringen,
  termijnen: { terugkoppeling: 'PT24H', zorgtafel: 'PT48H', evaluatie: 'P6W', rekening: 'klokuren' },
  ladder: { terugkoppeling: [{ na: 'PT24H', soort: 'escalatie', aan: 'provinciaal' }] },
  rugzak: {
    maximum: 2_000_000,
    verblijf: 5000,
    duur: 'P3M',
    verlengingen: 1,
    drempels: [5000, 7500, 9000, 10000],
    jaarbudget: { 2022: 40_000_000 },
  },
  kanalen: { permanentie: [] },
  deuren: { kind_en_gezin_lijn: { naam: 'Kind en Gezin-Lijn', telefoon: '078 150 100' } },
  sluitingsdagen: [],
};
