import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands.ts';

const root = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', root), 'utf8');

describe('README', () => {
  it('noemt elk commando met de woorden van het register', () => {
    const [, table = ''] = /<!-- commands -->([\s\S]*?)<!-- \/commands -->/.exec(readme) ?? [];
    const cells = table
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .slice(2)
      .map((line) => line.split('|').map((cell) => cell.trim()));
    expect(cells).toEqual(commands.map((c) => ['', `\`${c.usage}\``, c.description, '']));
  });

  it('verwijst alleen naar wat er is', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((to) => !to.startsWith('http') && !existsSync(new URL(to, root)))).toEqual([]);
  });
});
