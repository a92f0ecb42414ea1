import { describe, expect, it } from 'vitest'
import { chartOf, type JournalLine } from '../../ledgers/accounting'
import { applicationJournal, paymentJournal, takenMinor, type Application, type Direction } from './payment-posting'

function written(pack: 'cn-sbe' | 'generic', lines: readonly JournalLine[]): string[] {
  const { roles } = chartOf(pack)
  return lines
    .filter(({ debitMinor, creditMinor }) => (debitMinor ?? 0) !== 0 || (creditMinor ?? 0) !== 0)
    .map(({ role, debitMinor, creditMinor }) =>
      debitMinor === undefined ? `${roles[role]} C ${creditMinor}` : `${roles[role]} D ${debitMinor}`,
    )
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
    const lines = paymentJournal({ direction, method: 'bank', partnerId: 7, amountMinor, applications })
    expect(written(pack, lines)).toEqual(expected)
    expect(lines.reduce((sum, line) => sum + (line.debitMinor ?? 0) - (line.creditMinor ?? 0), 0)).toBe(0)
  })

  it('in cash goes through the cash account', () => {
    const payment = {
      direction: 'in',
      method: 'cash',
      partnerId: 7,
      amountMinor: 10,
      applications: [receivable(10)],
    } as const
    expect(written('cn-sbe', paymentJournal(payment))).toEqual(['1001 D 10', '1122 C 10'])
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
