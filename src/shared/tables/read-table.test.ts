import { array, assert, asyncProperty, integer, string, tuple } from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTable, TABLE_LIMITS } from './read-table'
import { writeCsv, writeWorkbook } from './write-table'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
// 编码,名称 / A1,大米 as Excel in China saves it.
const GB18030 = Uint8Array.from([
  0xb1, 0xe0, 0xc2, 0xeb, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0d, 0x0a, 0x41, 0x31, 0x2c, 0xb4, 0xf3, 0xc3, 0xd7,
])

describe('CSV of any hand', () => {
  const table = [
    ['code', 'name'],
    ['A1', 'rice'],
  ]
  it.each([
    ['commas', bytes('code,name\r\nA1,rice\r\n')],
    ['semicolons', bytes('code;name\nA1;rice\n')],
    ['tabs, a mark of UTF-8, spaces, empty lines', bytes('\uFEFFcode\t name\r\n\r\nA1\trice \r\n\r\n')],
    [
      'UTF-16',
      Uint8Array.from([
        0xff,
        0xfe,
        ...new Uint8Array(Uint16Array.from([...'code,name\nA1,rice'].map((c) => c.charCodeAt(0))).buffer),
      ]),
    ],
  ])('%s', async (_, file) => {
    expect(await readTable(file, 'items.csv')).toEqual(table)
  })

  it('GB18030 is told from UTF-8', async () => {
    const read = [
      ['编码', '名称'],
      ['A1', '大米'],
    ]
    expect(await readTable(GB18030, 'items.csv')).toEqual(read)
    expect(await readTable(bytes('编码,名称\nA1,大米'), 'items.csv')).toEqual(read)
  })
})

describe('workbooks', () => {
  it('text, numbers, dates and emptiness come back as they were', async () => {
    const columns = [{ title: 'code' }, { title: 'price', decimals: 4 }, { title: 'note' }]
    const rows = [
      ['0012', '12.37', '=1+1'],
      ['A', '-0.0001', ''],
      ['B', '123456789.12', '大米 5kg'],
      ['C', '0.1', ' '],
    ]
    const file = await writeWorkbook([{ name: 'a/b: items [1]', columns, rows }])
    expect(await readTable(file, 'items.xlsx')).toEqual([
      ['code', 'price', 'note'],
      ['0012', '12.37', '=1+1'],
      ['A', '-0.0001', ''],
      ['B', '123456789.12', '大米 5kg'],
      ['C', '0.1', ''],
    ])
  })

  it('any text and any amount survive workbook and CSV', async () => {
    const text = string({ unit: 'grapheme', maxLength: 12 }).map((value) => value.replaceAll(/[\p{C}\s\uFFFD]/gu, 'x'))
    const amount = integer({ min: -1e12, max: 1e12 }).map((minor) => (minor / 100).toFixed(2))
    await assert(
      asyncProperty(array(tuple(text, amount), { minLength: 1, maxLength: 8 }), async (rows) => {
        const columns = [{ title: 'text' }, { title: 'amount', decimals: 2 }]
        const plain = rows.map(([cell, value]) => [cell, String(Number(value))])
        const back = await readTable(await writeWorkbook([{ name: 'x', columns, rows }]), 'x.xlsx')
        expect(back.slice(1)).toEqual(plain)
        const csv = await readTable(bytes(writeCsv(['text', 'amount'], rows)), 'x.csv')
        expect(csv.slice(1).map(([cell]) => cell?.replace(/^'(?=[=+\-@＝＋－＠])/, ''))).toEqual(
          rows.map(([cell]) => cell),
        )
      }),
      { numRuns: 100 },
    )
  })
})

describe('refused', () => {
  const entry = (name: string, content: string): Uint8Array => zipSync({ [name]: strToU8(content) })
  it.each([
    ['tables.oldExcel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['tables.empty', bytes('')],
    ['tables.empty', bytes('\n\n')],
    ['tables.unreadable', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['tables.unreadable', entry('word/document.xml', '<w/>')],
    ['tables.unreadable', Uint8Array.from([1, 0, 0, 0, 2])],
    ['tables.unreadable', bytes('a,b\n"never closed,1')],
    ['tables.tooManyCells', bytes('x,'.repeat(500))],
    ['tables.tooLarge', new Uint8Array(50_000_001)],
  ])('%s', async (code, file) => {
    await expect(readTable(file, 'file')).rejects.toMatchObject({ code })
  })

  it('an archive that unpacks to more than any table', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': [new Uint8Array(5_000_000), { level: 9 }] })
    expect(bomb.length).toBeLessThan(10_000)
    const limits = { ...TABLE_LIMITS, unpackedBytes: 2_000_000 }
    await expect(readTable(bomb, 'bomb.xlsx', limits)).rejects.toMatchObject({
      code: 'tables.tooLarge',
      params: { megabytes: 2 },
    })
  })
})
