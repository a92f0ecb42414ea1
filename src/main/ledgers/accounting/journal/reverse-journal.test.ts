import { describe, expect, it } from 'vitest'
import { chartOf } from '../chart/chart'
import { reversedLine } from './reverse-journal'

const line = {
  accountId: 1,
  debitMinor: 500,
  creditMinor: 0,
  partnerId: 2,
  itemId: null,
  quantityMicro: 3_000_000,
  cashFlowItem: null,
  memo: null,
  departmentId: null,
  projectId: null,
  personId: null,
}

describe('a reversal', () => {
  it('is written in red under 小企业会计准则: the same side, the amount negative', () => {
    expect(reversedLine(line, chartOf('cn-sbe').reversal)).toMatchObject({
      debitMinor: -500,
      creditMinor: 0,
      quantityMicro: -3_000_000,
    })
  })

  it('swaps the sides in the generic pack', () => {
    expect(reversedLine(line, chartOf('generic').reversal)).toMatchObject({ debitMinor: 0, creditMinor: 500 })
  })
})

describe('charts of accounts', () => {
  it.each(['cn-sbe', 'generic'] as const)('give every role a posting account (%s)', (pack) => {
    const { accounts, roles } = chartOf(pack)
    const parents = new Set(accounts.map(({ parent }) => parent))
    for (const code of Object.values(roles)) {
      expect(accounts.some((account) => account.code === code)).toBe(true)
      expect(parents.has(code)).toBe(false)
    }
    expect(new Set(accounts.map(({ code }) => code)).size).toBe(accounts.length)
    expect(Object.keys(roles).toSorted()).toEqual(Object.keys(chartOf('cn-sbe').roles).toSorted())
  })
})
