import { Worker } from 'node:worker_threads';
import type { Werkboek } from '../../cards/werkboek.ts';

/** A workbook as .xlsx, made on a thread of its own. */
export function xlsxBeside(werkboek: Werkboek): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const worker = new Worker(new URL('./xlsx-thread.ts', import.meta.url), { workerData: werkboek });
  worker.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes)));
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  return promise;
}
