import { describe, expect, it } from 'vitest'
import { chartOf, type AccountLine, type JournalLine } from '../../../ledgers/accounting'
import {
  applicationJournal,
  paymentJournal,
  refundJournal,
  takenMinor,
  type Application,
  type Direction,
} from './payment-posting'

function written(pack: 'cn-sbe' | 'generic', lines: readonly (JournalLine | AccountLine)[]): string[] {
  const { roles } = chartOf(pack)
  return lines
    .filter(({ debitMinor, creditMinor }) => (debitMinor ?? 0) !== 0 || (creditMinor ?? 0) !== 0)
    .map((line) => {
      const account = 'role' in line ? roles[line.role] : String(line.accountId)
      return line.debitMinor === undefined ? `${account} C ${line.creditMinor}` : `${account} D ${line.debitMinor}`
    })
}

const receivable = (amountMinor: number): Application => ({ role: 'receivable', amountMinor })
const payable = (amountMinor: number): Application => ({ role: 'payable', amountMinor })

type Case = readonly [
  name: string,
  pack: 'cn-sbe' | 'generic',
  direction: Direction,
  amountMinor: number,
  applications: readonly Application[],
  expected: readonly string[],
]

const payments: readonly Case[] = [
  ['a supplier is paid', 'cn-sbe', 'out', 11_300, [payable(11_300)], ['1002 C 11300', '220201 D 11300']],
  ['a customer pays', 'generic', 'in', 12_000, [receivable(12_000)], ['1010 D 12000', '1100 C 12000']],
  ['a customer pays in advance', 'cn-sbe', 'in', 5000, [], ['1002 D 5000', '2203 C 5000']],
  ['a supplier is paid in advance', 'generic', 'out', 5000, [], ['1010 C 5000', '1150 D 5000']],
  [
    'more than is owed: the rest is an advance',
    'cn-sbe',
    'out',
    100,
    [payable(70)],
    ['1002 C 100', '220201 D 70', '1123 D 30'],
  ],
  [
    'an invoice less a credit note',
    'generic',
    'in',
    80,
    [receivable(100), receivable(-20)],
    ['1010 D 80', '1100 C 80'],
  ],
  ['a credit note is paid out', 'cn-sbe', 'out', 20, [receivable(-20)], ['1002 C 20', '1122 D 20']],
  [
    'a partner on both sides',
    'cn-sbe',
    'in',
    60,
    [receivable(100), payable(40)],
    ['1002 D 60', '1122 C 100', '220201 D 40'],
  ],
]

describe('a payment', () => {
  it.each(payments)('%s (%s)', (_name, pack, direction, amountMinor, applications, expected) => {
    const lines = paymentJournal({ direction, means: { role: 'bank' }, partnerId: 7, amountMinor, applications })
    expect(written(pack, lines)).toEqual(expected)
    expect(lines.reduce((sum, line) => sum + (line.debitMinor ?? 0) - (line.creditMinor ?? 0), 0)).toBe(0)
  })

  it('in cash goes through the cash account', () => {
    const payment = {
      direction: 'in',
      means: { role: 'cash' },
      partnerId: 7,
      amountMinor: 10,
      applications: [receivable(10)],
    } as const
    expect(written('cn-sbe', paymentJournal(payment))).toEqual(['1001 D 10', '1122 C 10'])
  })

  it.each([
    [
      'a customer takes 2 % discount',
      'in',
      9800,
      [{ role: 'receivable', amountMinor: 10_000, discountMinor: 200 }],
      0,
      ['1002 D 9800', '1122 C 10000', '5603 D 200'],
    ],
    [
      'a supplier gives 2 % discount',
      'out',
      9800,
      [{ role: 'payable', amountMinor: 10_000, discountMinor: 200 }],
      0,
      ['1002 C 9800', '220201 D 10000', '5603 C 200'],
    ],
    [
      'a few fen are missing',
      'in',
      9999,
      [{ role: 'receivable', amountMinor: 10_000, writeOffMinor: 1 }],
      0,
      ['1002 D 9999', '1122 C 10000', '5603 D 1'],
    ],
    ['a few fen too much', 'in', 10_002, [receivable(10_000)], 2, ['1002 D 10002', '1122 C 10000', '5603 C 2']],
    ['we pay a few fen too much', 'out', 10_002, [payable(10_000)], 2, ['1002 C 10002', '220201 D 10000', '5603 D 2']],
  ] as const)('%s', (_name, direction, amountMinor, applications, differenceMinor, expected) => {
    const means = { role: 'bank' } as const
    const lines = paymentJournal({ direction, means, partnerId: 7, amountMinor, applications, differenceMinor })
    expect(written('cn-sbe', lines)).toEqual(expected)
    expect(lines.reduce((sum, line) => sum + (line.debitMinor ?? 0) - (line.creditMinor ?? 0), 0)).toBe(0)
  })

  it.each([
    ['a bill is received', 'in', 'notes-receivable', [receivable(100)], ['1121 D 100', '1122 C 100']],
    ['a bill is issued', 'out', 'notes-payable', [payable(100)], ['2201 C 100', '220201 D 100']],
    ['a bill is endorsed', 'out', 'notes-receivable', [payable(100)], ['1121 C 100', '220201 D 100']],
  ] as const)('%s', (_name, direction, role, applications, expected) => {
    const lines = paymentJournal({ direction, means: { role }, partnerId: 7, amountMinor: 100, applications })
    expect(written('cn-sbe', lines)).toEqual(expected)
    expect(lines.every(({ cashFlowItem }) => cashFlowItem === undefined)).toBe(true)
  })

  it.each([
    ['out', ['2203 D 40', '1002 C 40']],
    ['in', ['1123 C 40', '1002 D 40']],
  ] as const)('gives an advance back (%s)', (direction, expected) => {
    const lines = refundJournal({ direction, means: { role: 'bank' }, partnerId: 7, amountMinor: 40 })
    expect(written('cn-sbe', lines)).toEqual(expected)
  })

  it('counts items of the other side against itself', () => {
    expect(takenMinor('in', receivable(5))).toBe(5)
    expect(takenMinor('in', payable(5))).toBe(-5)
    expect(takenMinor('out', payable(5))).toBe(5)
    expect(takenMinor('out', receivable(-5))).toBe(5)
  })
})

describe('an advance that is applied', () => {
  it.each([
    ['cn-sbe', 'in', [receivable(30)], ['2203 D 30', '1122 C 30']],
    ['generic', 'out', [payable(30)], ['1150 C 30', '2000 D 30']],
  ] as const)('leaves its account (%s, %s)', (pack, direction, applications, expected) => {
    expect(written(pack, applicationJournal({ direction, partnerId: 7, applications }))).toEqual(expected)
  })
})
