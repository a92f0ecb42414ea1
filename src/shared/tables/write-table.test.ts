import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvText, writeCsv } from './write-table'

describe('csvText', () => {
  it('quotes what RFC 4180 asks to quote', () => {
    for (const text of ['plain', 'a,b', 'say "no"', 'two\nlines', 'one\r\ntwo', '', ' padded ']) {
      expect(parse(`${csvText(text)},end\r\n`)).toEqual([[text, 'end']])
    }
  })

  it('never lets a spreadsheet run what a person typed', () => {
    for (const text of ['=1+1', '+49 30 1', '-x', '@SUM(A1)', '\t=1', '＝1+1']) {
      expect(parse(`${csvText(text)},end\r\n`)).toEqual([[`'${text}`, 'end']])
    }
  })
})

it('a table as CSV keeps negative numbers as numbers', () => {
  expect(writeCsv(['客户', 'Total'], [['=A1', '-12.05']])).toBe('\uFEFF客户,Total\r\n"\'=A1",-12.05\r\n')
})
