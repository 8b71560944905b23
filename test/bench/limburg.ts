import { fileURLToPath } from 'node:url';
import { readRegionFile } from '../../adapters/region/read-region-file.ts';

export const limburgFile = fileURLToPath(new URL('../../adapters/region/limburg.yaml', import.meta.url));

const read = await readRegionFile(limburgFile);
if (read.kind !== 'ok') throw new Error(`${limburgFile}: ${read.problems[0]?.message}`);

/** The demo region with the reference rota. */
export const limburg = read.region;
