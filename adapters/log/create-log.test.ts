import { describe, expect, it } from 'vitest';
import { createLog } from './create-log.ts';

describe('createLog', () => {
  it('laat alleen velden van de lijst door, wat men ook meegeeft [S14]', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const typed = { casusId: 'c1', naam: 'Sentinel', tekst: 'Sentinel' };
    log.info('casus.opgenomen', typed);
    expect(lines.join('')).toContain('c1');
    expect(lines.join('')).not.toContain('Sentinel');
  });

  it('valt terug op info bij een onbekend niveau', () => {
    const lines: string[] = [];
    const log = createLog('luid', { write: (line) => void lines.push(line) });
    log.debug('a');
    log.info('b');
    expect(lines).toHaveLength(1);
  });
});
