import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Letters of ours under the names that Slack and Teams ask for: what fits here does so on every machine. */
export const slackFonts = faces('Lato', 'lato', [400, 700, 900]);
/** Of the free ones the nearest to Segoe UI; some five percent wider, of which most stays as room to spare. */
export const teamsFonts = faces('Segoe UI', 'open-sans', [400, 600, 700], '98%');

function faces(family: string, folder: string, weights: number[], size = '100%'): string {
  const subsets = [
    ['latin-ext', 'U+0100-024F, U+1E00-1EFF'],
    ['latin', 'U+0000-00FF, U+0131, U+0152-0153, U+2000-206F, U+20AC, U+2122, U+2190-2193, U+2212'],
  ];
  return weights
    .flatMap((weight) =>
      subsets.map(([subset, range]) => {
        const file = readFileSync(resolve(`@fontsource/${folder}/files/${folder}-${subset}-${weight}-normal.woff2`));
        const source = `url(data:font/woff2;base64,${file.toString('base64')}) format('woff2')`;
        return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: ${source}; unicode-range: ${range}; size-adjust: ${size}; }`;
      }),
    )
    .join('\n');
}
