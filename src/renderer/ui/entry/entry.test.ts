import { describe, expect, it } from 'vitest'
import type { EntryColumn, EntryValue } from './entry-columns'
import { fillDown, moveCell, nextCell, replaceLine, writeCell } from './entry-moves'
import { cellText, meantItem, readCell, readTable, writeTable } from './entry-text'

interface Line {
  readonly text?: EntryValue
  readonly amount?: EntryValue
}

const text: EntryColumn<Line> = {
  key: 'text',
  title: 'Text',
  kind: 'text',
  read: (line) => line.text,
  write: (line, value) => ({ ...line, text: value }),
}
const amount: EntryColumn<Line> = {
  key: 'amount',
  title: 'Amount',
  kind: 'money',
  read: (line) => line.amount,
  write: (line, value) => ({ ...line, amount: value }),
}

describe('cells', () => {
  it('are written and read by their kind', () => {
    expect(cellText({ kind: 'money', currency: 'JPY' }, 1234, 'en')).toBe('1,234')
    expect(cellText({ kind: 'money' }, 123450, 'zh-CN')).toBe('1,234.50')
    expect(cellText({ kind: 'quantity' }, 1_500_000, 'en')).toBe('1.5')
    expect(cellText({ kind: 'percent' }, 130_000, 'en')).toBe('13%')
    expect(cellText({ kind: 'date' }, '2026-11-02', 'en')).toBe('2 Nov 2026')
    expect(cellText({ kind: 'text' }, undefined, 'en')).toBe('')
    expect(readCell({ kind: 'money' }, '1,234.5', '2026-11-22')).toEqual({ ok: true, value: 123450 })
    expect(readCell({ kind: 'percent' }, '13', '2026-11-22')).toEqual({ ok: true, value: 130_000 })
    expect(readCell({ kind: 'date' }, '+1', '2026-11-22')).toEqual({ ok: true, value: '2026-11-23' })
    expect(readCell({ kind: 'text' }, ' a ', '2026-11-22')).toEqual({ ok: true, value: 'a' })
    expect(readCell({ kind: 'quantity' }, ' ', '2026-11-22')).toEqual({ ok: true, value: undefined })
  })

  it('say what is wrong', () => {
    expect(readCell({ kind: 'money' }, '1.005', '2026-11-22')).toMatchObject({
      problem: 'tooManyDecimals',
      decimals: 2,
    })
    expect(readCell({ kind: 'integer' }, '1.5', '2026-11-22')).toMatchObject({
      problem: 'tooManyDecimals',
      decimals: 0,
    })
    expect(readCell({ kind: 'quantity' }, 'x', '2026-11-22')).toMatchObject({ problem: 'notANumber' })
    expect(readCell({ kind: 'date' }, '03/04/2026', '2026-11-22')).toMatchObject({ problem: 'notADate' })
  })
})

describe('a table from a spreadsheet', () => {
  it('is read with quotes, tabs and line breaks', () => {
    expect(readTable('A1\t2\r\n"say ""hi"""\t"two\nlines"\r\n\t\r\n')).toEqual([
      ['A1', '2'],
      ['say "hi"', 'two lines'],
    ])
    expect(readTable('one')).toEqual([['one']])
    expect(readTable('')).toEqual([])
    expect(readTable('5" pipe\t3')).toEqual([['5" pipe', '3']])
  })

  it('comes back as it went', () => {
    const rows = [
      ['a', 'b"c'],
      ['d\te', ''],
      ['', 'f'],
    ]
    expect(readTable(writeTable(rows))).toEqual(rows)
  })
})

describe('a lookup', () => {
  const items = [
    { key: '1', code: 'A-1', name: 'Rice', aliases: ['6901234567892'] },
    { key: '2', code: 'A-10', name: 'Rice noodles' },
    { key: '3', code: 'A-11', name: 'Flour' },
  ]
  it('takes what is meant, and never guesses among several', () => {
    expect(meantItem('a-1', items)?.key).toBe('1')
    expect(meantItem('6901234567892', items)?.key).toBe('1')
    expect(meantItem('rice noodles', items)?.key).toBe('2')
    expect(meantItem('ri', items)).toBeUndefined()
    expect(meantItem('fl', items.slice(2))?.key).toBe('3')
    expect(meantItem('x', [])).toBeUndefined()
  })
})

describe('moving and filling', () => {
  const shape = { rows: 3, columns: 3, canEnter: ({ column }: { column: number }) => column !== 1 }
  it('goes to the next cell that can be typed in, and out at the ends', () => {
    expect(nextCell(shape, { row: 0, column: 0 }, 1)).toEqual({ row: 0, column: 2 })
    expect(nextCell(shape, { row: 0, column: 2 }, 1)).toEqual({ row: 1, column: 0 })
    expect(nextCell(shape, { row: 1, column: 0 }, -1)).toEqual({ row: 0, column: 2 })
    expect(nextCell(shape, { row: 2, column: 2 }, 1)).toBeUndefined()
    expect(nextCell(shape, { row: 0, column: 0 }, -1)).toBeUndefined()
    expect(moveCell(shape, { row: 2, column: 0 }, 1, -1)).toEqual({ row: 2, column: 0 })
  })

  it('fills from above, or a range from its first row', () => {
    const lines: Line[] = [{ amount: 1 }, { amount: 2 }, { amount: 3 }]
    const fill = (column: EntryColumn<Line>, first: number, last: number) =>
      fillDown(lines, column, [first, last], (): Line => ({})).map((line) => line.amount)
    expect(fill(amount, 1, 1)).toEqual([1, 1, 3])
    expect(fill(amount, 0, 2)).toEqual([1, 1, 1])
    expect(fill(amount, 3, 3)).toEqual([1, 2, 3, 3])
    expect(fill(amount, 0, 0)).toEqual([1, 2, 3])
    expect(fill({ ...amount, isUnique: true }, 0, 2)).toEqual([1, 2, 3])
    expect(fill({ ...amount, isEditable: (line) => line.amount !== 2 }, 0, 2)).toEqual([1, 2, 1])
  })

  it('puts a line in its place or at the end', () => {
    expect(replaceLine(['a', 'b'], 1, 'c')).toEqual(['a', 'c'])
    expect(replaceLine(['a', 'b'], 2, 'c')).toEqual(['a', 'b', 'c'])
    expect(writeCell(text, {}, 'x')).toEqual({ text: 'x' })
  })
})
