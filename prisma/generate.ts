import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const folder = import.meta.dirname;
const schema = join(folder, 'schema.prisma');
const client = join(folder, 'client/client.ts');

/**
 * Writes the Prisma client when schema.prisma is newer than it; otherwise does nothing, in milliseconds.
 * The schema engine that `prisma generate` asks for is not used by it: any file that exists will do,
 * and naming one keeps Prisma from downloading its own.
 */
function generate(): number {
  const prisma = createRequire(import.meta.url).resolve('prisma/package.json');
  const newest = Math.max(statSync(schema).mtimeMs, statSync(prisma).mtimeMs);
  if (existsSync(client) && statSync(client).mtimeMs >= newest) return 0;
  const { status } = spawnSync(
    process.execPath,
    [join(dirname(prisma), 'build/index.js'), 'generate', '--schema', schema, '--no-hints'],
    {
      cwd: join(folder, '..'),
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
    },
  );
  return status ?? 1;
}

process.exitCode = generate();
