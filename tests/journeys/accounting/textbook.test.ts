import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestCompany } from '../../support/company'
import { balances, closeSound } from '../../support/supplies'
import { textbook, type Pack } from '../../support/textbook'

/**
 * Worked by hand from the 46 transactions of tests/support/textbook.ts, in whole units.
 *
 * Balances are debit above zero, before profit and loss are carried over. In March, cn-sbe:
 *   1001  5,000 - 450 - 800 + 150                                                              =   3,900
 *   1002  200,000 + 50,000 - 5,000 - 3,000 - 12,000 + 4,000 - 8,000 + 1,000 - 1,200 - 9,000
 *         - 60 + 35 - 25 + 500                                                                 = 217,250
 *   1122  4,520 - 4,000 = 520;  1405  10,000 - 2,000 = 8,000;  220201  11,300 - 8,000 = 3,300
 *   5601  3,000 + 1,200 + 6,000 = 10,200;  5602  450 + 650 + 4,000 + 300 = 5,400;  5603  200 + 25 - 35 = 190
 *   profit  4,000 - 2,000 - 140 - 10,200 - 5,400 - 190 + 500                                   = -13,430
 * In April:
 *   1001  3,900 + 113 - 700 = 3,313
 *   1002  217,250 - 1,000 - 3,000 + 6,520 - 3,300 - 10,000 - 200 - 9,000 - 300 - 80 - 2,400    = 194,490
 *   1122  520 + 6,780 - 6,520 = 780;  1405  8,000 - 3,000 = 5,000
 *   profit  6,100 - 3,000 - 2 - 9,000 - 5,200 - 300                                            = -11,402
 * The generic company pays and charges 20 % tax instead of 13 %: receivables 800 and 1,200, bank in April
 *   217,250 - 1,000 - 3,000 + 6,800 - 4,000 - 10,000 - 200 - 9,000 - 300 - 80 - 2,400          = 194,070
 */
interface Expected {
  readonly march: Readonly<Record<string, number>>
  readonly april: Readonly<Record<string, number>>
  /** Row number: end of March, end of April. */
  readonly balanceSheet: Readonly<Record<number, readonly [number, number]>>
  /** Row number: March, April, both. */
  readonly income: Readonly<Record<number, readonly [number, number, number]>>
  readonly cash: Readonly<Record<number, readonly [number, number, number]>>
}

const EXPECTED: Readonly<Record<Pack, Expected>> = {
  'cn-sbe': {
    march: {
      '1001': 3_900,
      '1002': 217_250,
      '1122': 520,
      '1405': 8_000,
      '1601': 12_000,
      '1602': -300,
      '2001': -50_000,
      '220201': -3_300,
      '2203': -1_000,
      '2231': -200,
      '2241': -1_000,
      '22210101': 1_300,
      '22210102': -520,
      '222104': -80,
      '3001': -200_000,
      '5001': -4_000,
      '5301': -500,
      '5401': 2_000,
      '5403': 140,
      '5601': 10_200,
      '5602': 5_400,
      '5603': 190,
    },
    april: {
      '1001': 3_313,
      '1002': 194_490,
      '1122': 780,
      '1405': 5_000,
      '1601': 12_000,
      '1602': -600,
      '1801': 2_200,
      '2001': -40_000,
      '2203': -1_000,
      '2241': -1_000,
      '22210101': 1_300,
      '22210102': -1_313,
      '22210103': 13,
      '222102': -13,
      '222104': -2,
      '3001': -200_000,
      '5001': -10_000,
      '5051': -100,
      '5301': -500,
      '5401': 5_000,
      '5403': 142,
      '5601': 19_200,
      '5602': 10_600,
      '5603': 190,
      '571103': 300,
    },
    balanceSheet: {
      1: [221_150, 197_803],
      4: [520, 780],
      9: [8_000, 5_000],
      12: [8_000, 5_000],
      15: [229_670, 203_583],
      18: [12_000, 12_000],
      19: [300, 600],
      20: [11_700, 11_400],
      27: [0, 2_200],
      29: [11_700, 13_600],
      30: [241_370, 217_183],
      31: [50_000, 40_000],
      33: [3_300, 0],
      34: [1_000, 1_000],
      35: [0, 0],
      36: [-700, 15],
      37: [200, 0],
      39: [1_000, 1_000],
      41: [54_800, 42_015],
      47: [54_800, 42_015],
      48: [200_000, 200_000],
      51: [-13_430, -24_832],
      52: [186_570, 175_168],
      53: [241_370, 217_183],
    },
    income: {
      1: [4_000, 6_100, 10_100],
      2: [2_000, 3_000, 5_000],
      3: [140, 2, 142],
      11: [10_200, 9_000, 19_200],
      14: [5_400, 5_200, 10_600],
      18: [190, 0, 190],
      21: [-13_930, -11_102, -25_032],
      22: [500, 0, 500],
      24: [0, 300, 300],
      30: [-13_430, -11_402, -24_832],
      31: [0, 0, 0],
      32: [-13_430, -11_402, -24_832],
    },
    cash: {
      1: [5_000, 6_633, 11_633],
      2: [685, 0, 685],
      3: [8_000, 3_300, 11_300],
      4: [9_000, 9_000, 18_000],
      5: [60, 80, 140],
      6: [5_475, 5_000, 10_475],
      7: [-16_850, -10_747, -27_597],
      12: [12_000, 2_400, 14_400],
      13: [-12_000, -2_400, -14_400],
      14: [50_000, 0, 50_000],
      15: [200_000, 0, 200_000],
      16: [0, 10_000, 10_000],
      17: [0, 200, 200],
      19: [250_000, -10_200, 239_800],
      20: [221_150, -23_347, 197_803],
      21: [0, 221_150, 0],
      22: [221_150, 197_803, 197_803],
    },
  },
  generic: {
    march: {
      '1000': 3_900,
      '1010': 217_250,
      '1100': 800,
      '1200': 8_000,
      '1400': 2_000,
      '1500': 12_000,
      '1590': -300,
      '2000': -4_000,
      '2050': -1_000,
      '2100': -800,
      '2190': -1_000,
      '2300': -80,
      '2310': -200,
      '2400': -50_000,
      '3000': -200_000,
      '4000': -4_000,
      '4800': -35,
      '4900': -500,
      '5000': 2_000,
      '6000': 10_200,
      '6100': 5_240,
      '6200': 300,
      '6400': 25,
      '6500': 200,
    },
    april: {
      '1000': 3_320,
      '1010': 194_070,
      '1100': 1_200,
      '1200': 5_000,
      '1300': 2_200,
      '1400': 2_000,
      '1500': 12_000,
      '1590': -600,
      '2050': -1_000,
      '2100': -2_020,
      '2190': -1_000,
      '2300': -2,
      '2400': -40_000,
      '3000': -200_000,
      '4000': -10_000,
      '4100': -100,
      '4800': -35,
      '4900': -500,
      '5000': 5_000,
      '6000': 19_200,
      '6100': 10_242,
      '6200': 600,
      '6210': 200,
      '6400': 25,
      '6500': 200,
    },
    balanceSheet: {
      1: [221_150, 197_390],
      2: [800, 1_200],
      5: [8_000, 5_000],
      6: [2_000, 2_000],
      7: [0, 2_200],
      8: [231_950, 207_790],
      9: [11_700, 11_400],
      12: [11_700, 11_400],
      13: [243_650, 219_190],
      14: [4_000, 0],
      15: [1_000, 1_000],
      16: [880, 2_022],
      18: [50_000, 40_000],
      19: [1_200, 1_000],
      20: [57_080, 44_022],
      22: [57_080, 44_022],
      23: [200_000, 200_000],
      24: [-13_430, -24_832],
      25: [186_570, 175_168],
      26: [243_650, 219_190],
    },
    income: {
      1: [4_000, 6_100, 10_100],
      2: [2_000, 3_000, 5_000],
      3: [2_000, 3_100, 5_100],
      4: [10_200, 9_000, 19_200],
      5: [5_240, 5_002, 10_242],
      6: [300, 500, 800],
      8: [500, 0, 500],
      10: [-13_240, -11_402, -24_642],
      11: [35, 0, 35],
      12: [225, 0, 225],
      13: [-13_430, -11_402, -24_832],
      15: [-13_430, -11_402, -24_832],
    },
    cash: {
      1: [5_000, 6_920, 11_920],
      2: [650, 0, 650],
      3: [8_000, 4_000, 12_000],
      4: [9_000, 9_000, 18_000],
      5: [0, 80, 80],
      6: [5_535, 7_400, 12_935],
      7: [-16_885, -13_560, -30_445],
      9: [35, 0, 35],
      12: [12_000, 0, 12_000],
      13: [-11_965, 0, -11_965],
      14: [50_000, 0, 50_000],
      15: [200_000, 0, 200_000],
      16: [0, 10_000, 10_000],
      17: [0, 200, 200],
      19: [250_000, -10_200, 239_800],
      20: [221_150, -23_760, 197_390],
      21: [0, 221_150, 0],
      22: [221_150, 197_390, 197_390],
    },
  },
}

const MARCH = { from: '2026-03-01', to: '2026-03-31' }
const APRIL = { from: '2026-04-01', to: '2026-04-30' }

const inUnits = (minor: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(minor).map(([code, amount]) => [code, amount / 100]))

type Row = { readonly no: number | null; readonly amountMinor: number | null; readonly compareMinor: number | null }
const figure = (rows: readonly Row[], no: number, side: 'amountMinor' | 'compareMinor' = 'amountMinor'): number =>
  (rows.find((row) => row.no === no)?.[side] ?? Number.NaN) / 100

describe.each(['cn-sbe', 'generic'] as const)('the textbook company (%s)', (pack) => {
  const expected = EXPECTED[pack]
  let company: TestCompany
  beforeAll(() => {
    ;({ company } = textbook(pack))
  })
  afterAll(() => closeSound(company))

  it('has the balances that were worked out by hand', () => {
    expect(inUnits(balances(company.bookkeeper, MARCH.to))).toEqual(expected.march)
    expect(inUnits(balances(company.bookkeeper, APRIL.to))).toEqual(expected.april)
  })

  // Before and after profit and loss are carried over: the statements do not change by it.
  describe.each(['before', 'after'] as const)('%s the carry-over', (when) => {
    beforeAll(() => {
      if (when === 'before') return
      const { bookkeeper } = company
      for (const month of ['2026-03', '2026-04']) {
        const { id } = bookkeeper.closing.listMonths({}).rows.find(({ startsOn }) => startsOn.startsWith(month))!
        bookkeeper.closing.postMonthEnd({ periodId: id, key: 'accounting.carryOver' })
      }
    })

    it('balance sheet', () => {
      const march = company.bookkeeper.statements.balanceSheet({ on: MARCH.to })
      const april = company.bookkeeper.statements.balanceSheet({ on: APRIL.to, compareOn: MARCH.to })
      expect([march.differenceMinor, april.differenceMinor]).toEqual([0, 0])
      const rows = [...april.left, ...april.right]
      for (const [no, [atMarch, atApril]] of Object.entries(expected.balanceSheet)) {
        expect([no, figure(rows, Number(no), 'compareMinor'), figure(rows, Number(no))]).toEqual([no, atMarch, atApril])
        expect([no, figure([...march.left, ...march.right], Number(no))]).toEqual([no, atMarch])
      }
      expectComplete(rows, expected.balanceSheet)
    })

    it('income statement', () => {
      const march = company.bookkeeper.statements.incomeStatement(MARCH).rows
      const april = company.bookkeeper.statements.incomeStatement(APRIL).rows
      for (const [no, [inMarch, inApril, inBoth]] of Object.entries(expected.income)) {
        const row = Number(no)
        const found = [no, figure(march, row), figure(april, row), figure(april, row, 'compareMinor')]
        expect(found).toEqual([no, inMarch, inApril, inBoth])
      }
      expectComplete(april, expected.income)
    })

    it('cash flow', () => {
      const march = company.bookkeeper.statements.cashFlow(MARCH)
      const april = company.bookkeeper.statements.cashFlow(APRIL)
      for (const [no, [inMarch, inApril, inBoth]] of Object.entries(expected.cash)) {
        const row = Number(no)
        const found = [no, figure(march.rows, row), figure(april.rows, row), figure(april.rows, row, 'compareMinor')]
        expect(found).toEqual([no, inMarch, inApril, inBoth])
      }
      expectComplete(april.rows, expected.cash)
      expect([march.differenceMinor, april.differenceMinor, april.compareDifferenceMinor]).toEqual([0, 0, 0])
      // The way from profit ends where the direct method does.
      const operating = april.rows.find(({ no }) => no === 7)!
      expect(april.indirect[0]?.amountMinor).toBe(-1_140_200)
      expect(april.indirect.at(-1)).toMatchObject({
        amountMinor: operating.amountMinor,
        compareMinor: operating.compareMinor,
      })
    })
  })

  it('says of every figure what it is made of', () => {
    const { left, right } = company.bookkeeper.statements.balanceSheet({ on: APRIL.to })
    for (const row of [...left, ...right]) {
      if (row.parts.length === 0) continue
      const sum = row.parts.reduce((total, part) => total + part.amountMinor, 0)
      expect(Math.abs(sum)).toBe(Math.abs(row.amountMinor ?? 0))
    }
    const item = 'payments-to-employees'
    const lines = company.bookkeeper.statements.cashFlowLines({ item, ...APRIL })
    expect(lines).toMatchObject({ total: 1, sums: { amountMinor: -900_000 }, rows: [{ memo: 'Wages paid' }] })
  })

  it('prints its statements, each on one sheet', () => {
    for (const statement of ['balance-sheet', 'income-statement', 'cash-flow'] as const) {
      const { pdf } = company.bookkeeper.statements.print({ statement, ...APRIL, locale: 'zh-CN' })
      const text = Buffer.from(pdf, 'base64').toString('latin1')
      expect(text.startsWith('%PDF-')).toBe(true)
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
    }
  })
})

/** A row that the table leaves out stands at zero: nothing was forgotten when it was worked out. */
function expectComplete(rows: readonly Row[], table: Readonly<Record<number, unknown>>): void {
  const others = rows.filter(({ no }) => no !== null && !(no in table))
  expect(others.map(({ no, amountMinor }) => [no, amountMinor]).filter(([, amount]) => amount !== 0)).toEqual([])
}
