import type { ConfigProblem } from '../../src/ports.ts';
import { sqlState } from './store-error.ts';

/** The server of `DATABASE_URL` cannot be used. `again`: it may well later, without another setting. */
export class DatabaseAway extends Error {
  override name = 'DatabaseAway';
  problem: ConfigProblem;
  again: boolean;
  constructor(cause: unknown) {
    const state = sqlState(cause) ?? '';
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'geen antwoord';
    const known = wrong[state.slice(0, 2) === '28' ? '28' : state];
    const problem =
      known ?? `wijst naar een databank die niet antwoordt (${code}): kijk adres en poort na, en of de server draait.`;
    super(`DATABASE_URL ${problem}`, { cause });
    this.problem = { variable: 'DATABASE_URL', problem };
    this.again = known === undefined;
  }
}

const wrong: Readonly<Record<string, string>> = {
  '28': 'wordt geweigerd door de databank: kijk gebruiker en wachtwoord na.',
  '3D000': 'noemt een databank die niet bestaat: maak ze aan, of kijk de naam na.',
};
