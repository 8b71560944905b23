/** The database could not do what was asked: away, full, out of order, or a key is unknown. Never a refusal. */
export class StoreError extends Error {
  override name = 'StoreError';
}

const passing = new Set(['40001', '40P01']);

/** SQLSTATE of a fault, wherever Prisma or a driver put it; undefined when it is not about SQL. */
export function sqlState(error: unknown): string | undefined {
  for (let at = error; isRecord(at); at = at.cause) {
    const meta = isRecord(at.meta) ? at.meta : undefined;
    const adapterError = isRecord(meta?.driverAdapterError) ? meta.driverAdapterError : undefined;
    for (const holder of [at, meta, isRecord(adapterError?.cause) ? adapterError.cause : undefined])
      for (const code of [holder?.originalCode, holder?.code])
        if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith('P2')) return code;
    if (at.code === 'P2034') return '40001';
    if (at.code === 'P2002') return '23505';
  }
  return undefined;
}

/** A deadlock or a serialization failure: the same transaction again will probably pass. */
export const isPassing = (error: unknown) => passing.has(sqlState(error) ?? '');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

type Method = (...args: never[]) => unknown;

/** The same object, with every fault of its asynchronous methods thrown as StoreError that names the method. */
export function faultsAsStoreError<T extends Record<string, Method>>(name: string, methods: T): T {
  const wrap =
    (key: string, method: Method) =>
    (...args: never[]) => {
      const result = method(...args);
      if (!(result instanceof Promise)) return result;
      return result.catch((cause: unknown) => {
        throw cause instanceof StoreError ? cause : new StoreError(`${name}.${key} failed`, { cause });
      });
    };
  return Object.fromEntries(Object.entries(methods).map(([key, method]) => [key, wrap(key, method)])) as T;
}
