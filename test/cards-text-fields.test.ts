import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { textField, textFields } from './text-fields.ts';

it('kent elk tekstveld van docs/formulieren.md: wat mensen typen, wordt overal nagekeken [S9, S10]', async () => {
  const table = await readFile(new URL('../docs/formulieren.md', import.meta.url), 'utf8');
  const documented = [...table.matchAll(/^\| `([^`]+)` .*\| tekst, tot /gm)].map(([, id = '']) => id);
  expect(documented.length).toBeGreaterThan(60);
  const ids = new Set([...textFields].map((field) => field.split(':')[1]));
  const stem = (id: string) => textField('', id.replace(/(<[^>]*>|(?<=_)id)$/, '1')).slice(1);
  expect(documented.filter((id) => !ids.has(stem(id)))).toEqual([]);
});

it('laat geen formulier met een tekst buiten de wandeling die alles nakijkt [S9, S10]', async () => {
  // The walk itself looks at every field, and takes minutes on a busy machine: this says it in a second.
  const files = ['security-walk.ts', 'security-text.test.ts'];
  const walks = await Promise.all(files.map((file) => readFile(new URL(file, import.meta.url), 'utf8')));
  const actions = new Set([...textFields].map((field) => field.split(':')[0] ?? ''));
  expect([...actions].filter((action) => !walks.join().includes(`'${action}'`))).toEqual([]);
});
