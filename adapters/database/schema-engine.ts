import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';

// Node has it; the type library without the DOM does not.
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: Record<string, object>): Promise<{ instance: { exports: Exports } }>;
};
type Exports = { __wbindgen_start(): void };

/** Nothing in the database is left to others: every table counts. */
export const everything = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine, as WebAssembly: applies migrations and compares schemas without the native
 * engine that `prisma migrate` would download. Loading it takes about 0.2 s, so load it only when needed.
 */
export async function loadSchemaEngine(
  factory: SqlMigrationAwareDriverAdapterFactory,
  schemaFile: string,
): Promise<SchemaEngine> {
  loading ??= instantiate();
  const engine = await loading;
  const schema = await readFile(schemaFile, 'utf8');
  return engine.new(
    { datamodels: [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(factory),
  );
}

// Once per process: the package keeps views on the memory of the first instance it saw.
let loading: Promise<typeof SchemaEngine> | undefined;

async function instantiate(): Promise<typeof SchemaEngine> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg'));
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  // The package imports its .wasm as a module, which Node does not do without a flag: wire it by hand.
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const imports = Object.fromEntries(Object.entries(engine).filter(([, value]) => typeof value === 'function'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': imports,
  });
  const glue = engine as unknown as { __wbg_set_wasm(exports: Exports): void };
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine;
}
