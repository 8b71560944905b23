import { parentPort, workerData } from 'node:worker_threads';
import { renderXlsx } from './render-xlsx.ts';

// A year of lines takes seconds to write down: on a thread of its own, so that nobody else waits for it.
parentPort?.postMessage(await renderXlsx(workerData));
