import writeExcel, { type Cell } from 'write-excel-file/universal'

export interface SheetColumn {
  readonly title: string
  /** Width in characters. */
  readonly width?: number
  /** Numbers are kept as numbers with this many decimals shown; everything else is text. */
  readonly decimals?: number
}

/** One sheet. A cell of a column with `decimals` is decimal text ("-12.05") or ''. */
export interface Sheet {
  readonly name: string
  /** Lines over the table: company, title, period. */
  readonly heading?: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** The bytes of an Excel workbook. Text stays text: nothing that somebody typed is ever a formula. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const blob: { arrayBuffer(): Promise<ArrayBuffer> } = await writeExcel(
    sheets.map((sheet, index) => ({
      sheet: sheetName(sheet.name, index),
      data: [
        ...(sheet.heading ?? []).map((line): Cell[] => [{ value: line, type: String, fontWeight: 'bold' }]),
        sheet.columns.map((column): Cell => ({ value: column.title, type: String, fontWeight: 'bold' })),
        ...sheet.rows.map((row) => sheet.columns.map((column, at) => cellOf(row[at] ?? '', column.decimals))),
      ],
      columns: sheet.columns.map((column) => ({ width: column.width ?? 16 })),
      stickyRowsCount: (sheet.heading?.length ?? 0) + 1,
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function cellOf(text: string, decimals: number | undefined): Cell {
  if (text === '') return null
  // The library keeps texts as keys of a plain object: "constructor" would find what every object has.
  const safe = text in {} ? `${text} ` : text
  if (decimals === undefined || !DECIMAL.test(text)) return { value: safe, type: String }
  return { value: Number(text), type: Number, format: decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}` }
}

/** Excel allows 31 characters and not these. */
const sheetName = (name: string, index: number): string =>
  name
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim() || `Sheet${index + 1}`

/** RFC 4180 text of one table, with the mark that Excel needs to read Chinese. */
export function writeCsv(columns: readonly string[], rows: Iterable<readonly string[]>): string {
  let text = `\uFEFF${columns.map(csvCell).join(',')}\r\n`
  for (const row of rows) text += `${row.map(csvCell).join(',')}\r\n`
  return text
}

const DECIMAL = /^-?\d+(\.\d+)?$/

/** A number stays a number, also a negative one; everything else is guarded text. */
const csvCell = (text: string): string => (DECIMAL.test(text) ? text : csvText(text))

/**
 * A cell of text. Spreadsheets run what starts with one of these signs as a formula; an apostrophe before it makes it
 * text (OWASP, CSV injection).
 */
export function csvText(text: string): string {
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(guarded) || guarded !== guarded.trim() ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
