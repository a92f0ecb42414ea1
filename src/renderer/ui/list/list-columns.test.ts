import { describe, expect, it } from 'vitest'
import { columnTemplate, isNumberColumn, type ListColumn, sumColumn } from './list-columns'

interface Row {
  readonly amount: number | bigint | null
}

const column = (key: string, more: Partial<ListColumn<Row>> = {}): ListColumn<Row> => ({
  key,
  title: key,
  value: (row) => row.amount,
  ...more,
})

describe('list columns', () => {
  it('gives text what is left', () => {
    const columns = [column('number', { width: 100 }), column('partner'), column('total', { kind: 'money' })]
    expect(columnTemplate(columns, 40)).toEqual({ template: '40px 100px minmax(140px, 1fr) 128px', minWidth: 408 })
  })

  it('gives the last column what is left where no text does', () => {
    const columns = [column('day', { kind: 'date' }), column('total', { kind: 'money' })]
    expect(columnTemplate(columns, 0).template).toBe('0px 112px minmax(128px, 1fr)')
  })

  it('adds up beyond 2^53 and skips what is missing', () => {
    const rows = [{ amount: Number.MAX_SAFE_INTEGER }, { amount: null }, { amount: 10n }]
    expect(sumColumn(column('a', { kind: 'money' }), rows)).toBe(9007199254741001n)
    expect([isNumberColumn(column('a', { kind: 'money' })), isNumberColumn(column('a'))]).toEqual([true, false])
  })
})
