import { expect, it } from 'vitest';
import { directoryWith, regio } from '../world.fixture.ts';
import { beslissers, mandaatVan } from './mandaat.ts';

const directory = directoryWith();
const day = '2022-01-10';

it('geeft elk het mandaat van zijn rol, en wie geen heeft niets [S16]', () => {
  expect(mandaatVan(regio, directory, 'p-ines', day)).toBe(250_000);
  expect(mandaatVan(regio, directory, 'p-provinciaal', day)).toBeNull();
  expect(mandaatVan(regio, directory, 'p-expert', day)).toBe(0);
  expect(mandaatVan(regio, directory, 'p-melder', day)).toBe(0);
  const strict = {
    ...regio,
    rugzak: { ...regio.rugzak, goedkeuring: { casuscoordinator: 0, provinciaal_coordinator: 1 } },
  };
  expect(mandaatVan(strict, directory, 'p-ines', day)).toBe(0);
  expect(mandaatVan(strict, directory, 'p-provinciaal', day)).toBe(1);
});

it('stuurt een aanvraag naar wie het bedrag mag goedkeuren, nooit naar wie het vroeg [S16]', () => {
  const names = (cents: number, door: string) => beslissers(regio, directory, cents, door, day).map((p) => p.id);
  expect(names(250_000, 'p-marijke')).toEqual(['p-ines', 'p-provinciaal']);
  expect(names(250_001, 'p-marijke')).toEqual(['p-provinciaal']);
  expect(names(250_001, 'p-provinciaal')).toEqual([]);
});
