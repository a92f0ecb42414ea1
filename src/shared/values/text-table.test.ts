import { describe, expect, it } from 'vitest'
import { textTable, textWidth } from './text-table'

describe('textWidth', () => {
  it('gives two places to what terminals draw wide, none to marks', () => {
    expect(textWidth('Stock')).toBe(5)
    expect(textWidth('库存商品')).toBe(8)
    expect(textWidth('（A）')).toBe(5)
    expect(textWidth('e\u0301')).toBe(1)
    expect(textWidth('𠮷📦')).toBe(4)
  })
})

describe('textTable', () => {
  it('aligns mixed scripts, numbers to the right, totals under a rule', () => {
    const columns = [{ title: '科目' }, { title: 'Amount', right: true }]
    expect(
      textTable(
        columns,
        [
          ['库存商品', '1,200.00'],
          ['Bank', '-3.50'],
        ],
        ['合计', '1,196.50'],
      ).split('\n'),
    ).toEqual([
      '科目        Amount',
      '────────  ────────',
      '库存商品  1,200.00',
      'Bank         -3.50',
      '────────  ────────',
      '合计      1,196.50',
    ])
  })
})
