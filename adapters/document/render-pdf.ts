import { createRequire } from 'node:module';
import type { Definition } from 'pdfmake';
import type { Document, DocumentDeel } from '../../cards/document.ts';

const require = createRequire(import.meta.url);

const ink = '#1f2933';
const quiet = '#5f6c7b';
const line = '#c5ced8';

/** One pdfmake for the process, loaded when the first document is asked for: it reads fonts and takes a while. */
let loaded: Promise<typeof import('pdfmake')['default']> | undefined;

async function load() {
  loaded ??= import('pdfmake').then(({ default: pdfmake }) => {
    const folder = require.resolve('pdfmake/package.json').replace('package.json', 'fonts/Roboto/');
    pdfmake.setFonts({
      Roboto: {
        normal: `${folder}Roboto-Regular.ttf`,
        bold: `${folder}Roboto-Medium.ttf`,
        italics: `${folder}Roboto-Italic.ttf`,
        bolditalics: `${folder}Roboto-MediumItalic.ttf`,
      },
    });
    // A document is made of text alone: it fetches nothing, and opens no file but its fonts.
    pdfmake.setUrlAccessPolicy(() => false);
    pdfmake.setLocalAccessPolicy((path: string) => path.startsWith(folder));
    return pdfmake;
  });
  return loaded;
}

/** A document as PDF: A4, Dutch, page numbers. Nothing in its metadata but the title and the moment `at`. */
export async function renderPdf(document: Document, at: Temporal.Instant): Promise<Buffer> {
  const pdfmake = await load();
  return pdfmake.createPdf(definition(document, at)).getBuffer();
}

const definition = (document: Document, at: Temporal.Instant): Definition => ({
  pageSize: 'A4',
  pageMargins: [56, 56, 56, 64],
  info: { title: document.titel, creationDate: new Date(at.epochMilliseconds), producer: 'zorggarantie-bot' },
  language: 'nl-BE',
  displayTitle: true,
  defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.25, color: ink },
  styles: {
    titel: { fontSize: 20, bold: true, margin: [0, 0, 0, 4] },
    kop: { fontSize: 14, bold: true, margin: [0, 16, 0, 6] },
    tussenkop: { fontSize: 11, bold: true, margin: [0, 8, 0, 3] },
    stil: { color: quiet },
    cel: { fontSize: 9.5 },
  },
  content: [
    { text: document.titel, style: 'titel' },
    ...document.onderschrift.map((text) => ({ text, style: 'stil' })),
    ...document.delen.map(draw),
  ],
  // A heading never stands alone at the foot of a page.
  pageBreakBefore: (node, nodes) =>
    (node.headlineLevel ?? 0) > 0 &&
    nodes.getFollowingNodesOnPage().length === 0 &&
    nodes.getNodesOnNextPage().length > 0,
  footer: (page, pages) => ({
    margin: [56, 20, 56, 0],
    fontSize: 8.5,
    color: quiet,
    columns: [
      { text: document.voet, width: '*' },
      { text: `Bladzijde ${page} van ${pages}`, width: 'auto' },
    ],
  }),
});

function draw(deel: DocumentDeel): Definition['content'][number] {
  switch (deel.soort) {
    case 'kop':
      return { text: deel.tekst, style: 'kop', headlineLevel: 1 };
    case 'tussenkop':
      return { text: deel.tekst, style: 'tussenkop', headlineLevel: 2 };
    case 'alinea':
      return { text: deel.tekst, margin: [0, 0, 0, 5], ...(deel.stil && { style: 'stil' }) };
    case 'lijst':
      return { ul: deel.items, margin: [0, 0, 0, 6] };
    case 'tabel':
      return {
        margin: [0, 2, 0, 8],
        table: {
          headerRows: 1,
          dontBreakRows: true,
          widths: deel.breedtes.map((share) => `${share}%`),
          body: [
            deel.kolommen.map((text) => ({ text, bold: true, style: 'cel' })),
            ...deel.rijen.map((row) => row.map((text) => ({ text, style: 'cel' }))),
          ],
        },
        layout: {
          hLineColor: () => line,
          vLineWidth: () => 0,
          hLineWidth: (n: number) => (n === 0 ? 0 : 0.5),
          paddingLeft: (n: number) => (n === 0 ? 0 : 6),
          paddingTop: () => 3,
          paddingBottom: () => 3,
        },
      };
    default:
      throw new Error(deel satisfies never);
  }
}
