import type { Cell } from 'write-excel-file/node';
import type { Cel, Werkboek } from '../../cards/werkboek.ts';
import { decimaal } from '../../src/rugzak/bedrag.ts';

/** Amounts as they are written in Belgium (0x813), whatever computer opens the file. */
const EURO = '[$€-813] #,##0.00;[Red]-[$€-813] #,##0.00';
const DATE = 'dd/mm/yyyy';
/** Shows what is typed and never works it out, also when somebody edits the cell. */
const TEXT = '@';
const MOST_CHARACTERS = 32_000;

/** A workbook as .xlsx: numbers are numbers, dates dates, and what people typed is only ever text [S18]. */
export async function renderXlsx({ bladen }: Werkboek): Promise<Buffer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    bladen.map(({ naam, kolommen, rijen }) => ({
      sheet: naam,
      stickyRowsCount: 1,
      columns: kolommen.map(({ breedte }) => ({ width: breedte })),
      data: [
        kolommen.map(({ kop }): Cell => ({ ...textCell(kop), fontWeight: 'bold', backgroundColor: '#e4e9ee' })),
        ...rijen.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
}

function cellOf(cel: Cel): Cell {
  if (cel === null) return null;
  const bold = 'vet' in cel && cel.vet ? { fontWeight: 'bold' as const } : {};
  switch (cel.soort) {
    case 'tekst':
      return { ...textCell(cel.tekst), ...bold };
    case 'euro':
      // The nearest number a cell can hold: rounded to cents it is the amount itself.
      return { type: Number, value: Number(decimaal(cel.cents)), format: EURO, align: 'right', ...bold };
    case 'aantal':
      return { type: Number, value: cel.aantal, format: '0', ...bold };
    case 'datum':
      return { type: Date, value: new Date(`${cel.datum}T00:00:00Z`), format: DATE };
    default:
      throw new Error(cel satisfies never);
  }
}

const textCell = (text: string) => ({ type: String, value: literal(harmless(text)), format: TEXT });

/** `_x003D_` in a workbook stands for `=`: what somebody typed so stays what it is. */
const literal = (text: string) => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/**
 * What starts like a formula gets a character before it that takes no room: a reader sees no difference, and no
 * program takes it for a formula, also after the sheet went through CSV.
 */
export function harmless(text: string): string {
  // Control characters and half a pair have no place in XML; the library drops the sign that stands for such a half.
  const clean = text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|\p{Noncharacter_Code_Point}|\ufffd/gu, '');
  const short = clean.slice(0, MOST_CHARACTERS);
  // The library keeps texts by name in a plain object: `toString` would be one that is there already.
  if (short in Object.prototype) return `\u200b${short}`;
  return /^[\s\u200b]*[=+\-@＝＋－＠]|^[\t\r]/.test(short) ? `\u200b${short}` : short;
}
