import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBankFile } from '../../src/shared/bank-files'
import { Refusal } from '../../src/shared/errors'
import { readTable, TABLE_LIMITS, writeCsv, writeWorkbook } from '../../src/shared/tables'
import { harmlessFileName } from '../../src/shared/values/file-name'
import { csvCell } from '../../src/main/edge/damage/leave-store'

/** Everything that comes from outside as a file is read in the sandboxed window; this is what it may meet there. */
const SMALL = { ...TABLE_LIMITS, unpackedBytes: 5_000_000 }

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

const workbook = (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  writeWorkbook([{ name: 'Sheet', columns: [{ title: 'Code' }, { title: 'Name' }], rows }])

describe('sizes', () => {
  it('a file that is too large is refused before it is read', async () => {
    const large = new Uint8Array(1000)
    expect(await codeOf(() => readTable(large, 'a.csv', { ...TABLE_LIMITS, bytes: 999 }))).toBe('tables.tooLarge')
    expect(await codeOf(() => readBankFile(new Uint8Array(TABLE_LIMITS.bytes + 1), 'a.txt', 2))).toBe('tables.tooLarge')
  })

  it('more cells than any company has are refused', async () => {
    const wide = strToU8(Array.from({ length: 201 }, (_, at) => `c${at}`).join(','))
    expect(await codeOf(() => readTable(wide, 'a.csv'))).toBe('tables.tooManyCells')
    const long = strToU8('a,b\n'.repeat(50))
    expect(await codeOf(() => readTable(long, 'a.csv', { ...TABLE_LIMITS, rows: 49 }))).toBe('tables.tooManyCells')
  })
})

describe('zip bombs', () => {
  it('are found by unpacking and counting, whatever sizes they claim', async () => {
    const files = unzipSync(await workbook([['A', 'b']]))
    const bomb = zipSync({ ...files, 'xl/media/zeros.bin': new Uint8Array(6_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(50_000)
    expect(await codeOf(() => readTable(bomb, 'a.xlsx', SMALL))).toBe('tables.tooLarge')
    // The same with the claimed sizes set to one byte.
    const liar = bomb.slice()
    const view = new DataView(liar.buffer)
    for (let at = 0; at + 30 < liar.length; at += 1) {
      const signature = view.getUint32(at, true)
      if (signature === 0x04034b50) view.setUint32(at + 22, 1, true)
      if (signature === 0x02014b50) view.setUint32(at + 24, 1, true)
    }
    expect(await codeOf(() => readTable(liar, 'a.xlsx', SMALL))).not.toBe('read')
  })

  it('may not be one stream that the directory names a hundred times', async () => {
    const bytes = overlapping(new Uint8Array(3_000_000), 100)
    expect(bytes.length).toBeLessThan(20_000)
    expect(await codeOf(() => readTable(bytes, 'a.xlsx', SMALL))).toMatch(/^tables\.(unreadable|tooLarge)$/)
  })

  it('that are no archive at all are refused in words', async () => {
    for (const bytes of [
      strToU8('PK'),
      strToU8('PK\u0003\u0004 and then nothing'),
      new Uint8Array([0x50, 0x4b, 5, 6]),
    ]) {
      expect(await codeOf(() => readTable(bytes, 'a.xlsx'))).toBe('tables.unreadable')
    }
  })
})

/** One compressed stream, named many times by the central directory (D. Fifield, A better zip bomb, 2019). */
function overlapping(content: Uint8Array, times: number): Uint8Array {
  const one = zipSync({ 'xl/a.xml': content }, { level: 9 })
  const view = new DataView(one.buffer, one.byteOffset, one.length)
  const end = one.length - 22
  const start = view.getUint32(end + 16, true)
  const entry = one.subarray(start, end)
  const out = new Uint8Array(start + entry.length * times + 22)
  out.set(one.subarray(0, start))
  for (let at = 0; at < times; at += 1) {
    out.set(entry, start + at * entry.length)
    // Each its own name: xl/a.xml, xl/b.xml ...
    out[start + at * entry.length + 46 + 3] = 0x21 + (at % 90)
  }
  out.set(one.subarray(end), start + entry.length * times)
  const tail = new DataView(out.buffer, out.length - 22)
  tail.setUint16(8, times, true)
  tail.setUint16(10, times, true)
  tail.setUint32(12, entry.length * times, true)
  return out
}

describe('XML', () => {
  const LAUGHS = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">${Array.from(
    { length: 9 },
    (_, at) => `<!ENTITY ${String.fromCodePoint(98 + at)} "${`&${String.fromCodePoint(97 + at)};`.repeat(10)}">`,
  ).join('')}<!ENTITY file SYSTEM "file:///etc/passwd">]>`

  it('entities of a workbook expand into nothing and reach no file', async () => {
    const files = unzipSync(await workbook([['A', 'b']]))
    const sheet = Object.keys(files).find((name) => name.includes('worksheets/'))
    if (sheet === undefined) throw new Error('no sheet')
    for (const part of [sheet, Object.keys(files).find((name) => name.includes('sharedStrings'))]) {
      if (part === undefined) continue
      const text = new TextDecoder().decode(files[part])
      const hostile = text.replace(/<\?xml[^>]*\?>/, '').replace(/>A</, '>&j;&file;<')
      const bytes = zipSync({ ...files, [part]: strToU8(LAUGHS + hostile) })
      const started = process.memoryUsage().heapUsed
      const rows = await readTable(bytes, 'a.xlsx').catch((error: unknown) => (error as Refusal).code)
      expect(JSON.stringify(rows)).not.toContain('root:')
      expect(JSON.stringify(rows).length).toBeLessThan(2000)
      expect(process.memoryUsage().heapUsed - started).toBeLessThan(200_000_000)
    }
  })

  it('a bank statement with a document type is refused', async () => {
    const camt = `${LAUGHS}<Document><BkToCstmrStmt><Stmt>&j;&file;</Stmt></BkToCstmrStmt></Document>`
    expect(await codeOf(() => readBankFile(strToU8(camt), 'a.xml', 2))).toBe('bankFiles.broken')
  })
})

describe('formulas', () => {
  const HOSTILE = [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '＝1+1',
    '=cmd|\u0027/C calc\u0027!A0',
    '=HYPERLINK("x")',
  ]

  it('typed as a name never run in a file that leaves', async () => {
    for (const name of HOSTILE) {
      for (const written of [writeCsv(['n'], [[name]]).split('\r\n')[1] ?? '', csvCell(name)]) {
        expect(written.replace(/^"/, ''), JSON.stringify(name)).toMatch(/^'/)
      }
    }
    const sheet = unzipSync(await workbook(HOSTILE.map((name) => [name, 'x'])))
    const xml = Object.entries(sheet)
      .filter(([name]) => name.includes('worksheets/'))
      .map(([, bytes]) => new TextDecoder().decode(bytes))
      .join('')
    expect(xml).not.toMatch(/<f[ >]/)
    // A negative number is no formula.
    expect(writeCsv(['n'], [['-12.05']])).toContain('\r\n-12.05\r\n')
  })

  it('in a workbook that comes are read as what they show, never computed', async () => {
    const files = unzipSync(await workbook([['A', 'b']]))
    const sheet = Object.keys(files).find((name) => name.includes('worksheets/')) ?? ''
    const text = new TextDecoder().decode(files[sheet])
    const bytes = zipSync({
      ...files,
      [sheet]: strToU8(text.replace('</sheetData>', '<row r="3"><c r="A3"><f>1+1</f><v>5</v></c></row></sheetData>')),
    })
    expect((await readTable(bytes, 'a.xlsx')).at(-1)?.[0]).toBe('5')
  })
})

describe('names of files', () => {
  it('leave no folder, are no device and show what they are', () => {
    for (const [given, harmless] of [
      ['../../etc/passwd', '-..-etc-passwd'],
      ['C:\\Windows\\system.ini', 'C--Windows-system.ini'],
      ['..', 'file'],
      ['.bashrc', 'bashrc'],
      ['CON.xlsx', '_CON.xlsx'],
      ['nul', '_nul'],
      ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
      ['a\u0000b\nc.pdf', 'abc.pdf'],
      ['ends with a dot. ', 'ends with a dot'],
      ['', 'file'],
      ['发票 2026-03.xlsx', '发票 2026-03.xlsx'],
    ] as const) {
      expect(harmlessFileName(given), given).toBe(harmless)
    }
    const long = harmlessFileName(`${'长'.repeat(300)}.xlsx`)
    expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(200)
    expect(long.endsWith('.xlsx')).toBe(true)
  })
})

describe('encodings', () => {
  it('GB18030 and UTF-8 are told apart, with and without their marks', async () => {
    // 品名,数量 / 扳手,12 as Excel in China saves it
    const gb = Uint8Array.from([
      0xc6, 0xb7, 0xc3, 0xfb, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x0d, 0x0a, 0xb0, 0xe2, 0xca, 0xd6, 0x2c, 0x31, 0x32,
    ])
    const wanted = [
      ['品名', '数量'],
      ['扳手', '12'],
    ]
    const text = '品名,数量\r\n扳手,12'
    const utf16 = new Uint8Array(2 + text.length * 2)
    utf16.set([0xff, 0xfe])
    for (const [at, unit] of [...text].entries()) {
      utf16[2 + at * 2] = (unit.codePointAt(0) ?? 0) & 0xff
      utf16[3 + at * 2] = (unit.codePointAt(0) ?? 0) >> 8
    }
    for (const bytes of [gb, strToU8(text), strToU8(`\uFEFF${text}`), utf16]) {
      expect(await readTable(bytes, 'a.csv')).toEqual(wanted)
    }
    expect(await codeOf(() => readTable(Uint8Array.from([0x61, 0x00, 0x62]), 'a.csv'))).toBe('tables.unreadable')
  })
})

describe('HTML in names', () => {
  it('has no way into the page: nothing in it writes HTML', () => {
    const folder = resolve(import.meta.dirname, '../../src/renderer')
    const writers = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes('.test.'))
      .filter((path) =>
        /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(/.test(
          readFileSync(path, 'utf8'),
        ),
      )
    expect(writers).toEqual([])
  })
})
