import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayRetail } from '../../../src/main/edge/replay'
import { commandLineActor } from '../../../src/main/foundation/access'
import type { Reader } from '../../../src/main/kernel/db'
import { exportJournal } from '../../../src/main/outlets/exchange'
import { openCompany, type Company } from '../../../src/main/rooms'
import { parseDecimal } from '../../../src/shared/values/integers'
import { clientOf, type Client, type TestCompany } from '../../support/company'
import { closeYear, EMPTY_YEAR, playYear, years, type Pack } from '../../support/random-year'
import { closeSound } from '../../support/supplies'
import { textbook } from '../../support/textbook'

/** Two programs that know nothing of ours read the same journal and must come to the same figures, to the cent. */
const ORACLES = ['hledger', 'ledger'] as const
type Oracle = (typeof ORACLES)[number]

const isHere = (oracle: Oracle): boolean => spawnSync(oracle, ['--version']).status === 0
const missing = ORACLES.filter((oracle) => !isHere(oracle))
if (missing.length > 0) console.info(`not installed, so not asked: ${missing.join(', ')}`)

interface Span {
  /** First day, and the day after the last. */
  readonly from?: string
  readonly before?: string
}

/** What each account moved in a span, in minor units, by its code: in our own money, or of one foreign currency. */
function asked(oracle: Oracle, file: string, { from, before }: Span, currency?: string): Record<string, number> {
  const days = [...(from === undefined ? [] : ['-b', from]), ...(before === undefined ? [] : ['-e', before])]
  const form =
    oracle === 'hledger'
      ? ['balance', '--flat', '--no-total', '-O', 'csv', '--layout=bare']
      : ['balance', '--flat', '--no-total', '--format', '"%(account)","%(quantity(strip(amount)))"\n']
  const of =
    currency === undefined
      ? ['--cost']
      : oracle === 'hledger'
        ? [`cur:${currency}`]
        : ['--limit', `commodity == "${currency}"`]
  const run = spawnSync(oracle, ['-f', file, ...form, ...days, ...of], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  if (run.status !== 0) throw new Error(run.stderr)
  const rows = parse(run.stdout, { relax_column_count: true }) as string[][]
  return Object.fromEntries(
    rows.flatMap((row): [string, number][] => {
      const code = /(\d+) [^:]*$/.exec(row[0] ?? '')?.[1]
      const minor = parseDecimal(row.at(-1) ?? '', 2)
      return code === undefined || minor === undefined || minor === 0 ? [] : [[code, minor]]
    }),
  )
}

type Books = Pick<Client, 'accounting' | 'books' | 'treasury'>

interface Asked {
  readonly reader: Reader
  readonly client: Books
  /** First and last day of the books. */
  readonly from: string
  readonly to: string
  readonly months: readonly string[]
}

function ours({ accounting }: Books, from: string, to: string, isTurnover: boolean): Record<string, number> {
  const { rows } = accounting.trialBalance({ from, to })
  return Object.fromEntries(
    rows.flatMap((row): [string, number][] => {
      const minor = isTurnover ? row.debitMinor - row.creditMinor : row.closingDebitMinor - row.closingCreditMinor
      return minor === 0 ? [] : [[row.accountCode, minor]]
    }),
  )
}

/** What stands in dollars: on accounts that are kept in them, as open items, and as advances that no item has taken. */
function dollarsOf({ accounting, books, treasury }: Books, from: string, to: string): Record<string, number> {
  const { rows: accounts } = accounting.listAccounts({})
  const codeOf = (role: string): string => accounts.find(({ roles }) => roles.includes(role))?.code ?? role
  const all = { limit: 500 }
  const owed = (['receivable', 'payable'] as const).map((role): [string, number] => [
    codeOf(role),
    accounting
      .listOpenItems({ ...all, role })
      .rows.reduce((sum, item) => sum + (item.foreignOpenMinor ?? 0) * (role === 'receivable' ? 1 : -1), 0),
  ])
  const advances = (['in', 'out'] as const).map((direction): [string, number] => [
    codeOf(direction === 'in' ? 'advance-from-customer' : 'advance-to-supplier'),
    treasury
      .listPayments({ ...all, direction })
      .rows.reduce((sum, paid) => sum + (paid.foreignUnappliedMinor ?? 0) * (direction === 'in' ? -1 : 1), 0),
  ])
  const held = books
    .trialBalance({ from, to })
    .rows.map(({ accountCode, foreign }): [string, number] => [accountCode, foreign?.closingMinor ?? 0])
  return Object.fromEntries([...owed, ...advances, ...held].filter(([, minor]) => minor !== 0))
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
const nextMonth = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

function agree(oracle: Oracle, { reader, client, from, to, months }: Asked): void {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-oracle-'))
  try {
    const file = join(folder, 'books.journal')
    const text = [...exportJournal(reader, 'hledger')].join('')
    // hledger declares a commodity by an example of its form, ledger by its bare name.
    writeFileSync(file, oracle === 'hledger' ? text : text.replace(/^commodity .*\n/m, ''))
    // What the close of a year posts to the first day of the next is not of this one.
    const whole = { before: nextMonth(to.slice(0, 7)) }
    const all = asked(oracle, file, whole)
    expect(Object.keys(all).length).toBeGreaterThan(5)
    expect(all).toEqual(ours(client, from, to, false))
    expect(asked(oracle, file, whole, 'USD')).toEqual(dollarsOf(client, from, to))
    for (const month of months) {
      const before = nextMonth(month)
      expect([month, asked(oracle, file, { from: `${month}-01`, before })]).toEqual([
        month,
        ours(client, `${month}-01`, dayBefore(before), true),
      ])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const COMPANIES: readonly (readonly [string, (pack: Pack) => TestCompany])[] = [
  ['the textbook company', (pack) => textbook(pack).company],
  [
    'a made-up year with trade in dollars, closed',
    (pack) => {
      // The fullest of some: it has items, advances and money in dollars left at its end.
      const [year] = fc.sample(years, { numRuns: 12, seed: 2026 }).toSorted((a, b) => b.acts.length - a.acts.length)
      const company = playYear(pack, year ?? EMPTY_YEAR)
      closeYear(company)
      return company
    },
  ],
]

describe.each(['cn-sbe', 'generic'] as const)('%s', (pack) => {
  describe.each(COMPANIES)('%s', (name, make) => {
    let company: TestCompany
    beforeAll(() => {
      company = make(pack)
    }, 60_000)
    afterAll(() => closeSound(company))

    it.for(ORACLES)('has the trial balance and the monthly totals that %s comes to', (oracle, { skip }) => {
      skip(missing.includes(oracle), `${oracle} is not installed`)
      agree(oracle, {
        reader: company.reader,
        client: company.bookkeeper,
        from: '2026-01-01',
        to: '2026-12-31',
        months: (name.startsWith('the') ? ['03', '04'] : ['01', '02', '06', '11', '12']).map(
          (month) => `2026-${month}`,
        ),
      })
    })
  })
})

const realYear =
  process.env['KONTOR_ONLINE_RETAIL'] ?? resolve(import.meta.dirname, '../../../../shared/data/online-retail.csv.gz')

describe.skipIf(!existsSync(realYear))('the replayed eight days of a real year', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-oracle-'))
  let company: Company
  beforeAll(async () => {
    const path = join(folder, 'days.kontor')
    await replayRetail(path, realYear, { until: '2010-12-09', verify: false })
    company = openCompany(path, { mode: 'read' })
  }, 600_000)
  afterAll(() => {
    company.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.for(ORACLES)(
    'have the trial balance and the totals that %s comes to',
    { timeout: 120_000 },
    (oracle, { skip }) => {
      skip(missing.includes(oracle), `${oracle} is not installed`)
      const { reader } = company.file
      const client = clientOf(() => company, commandLineActor('oracle'))
      agree(oracle, { reader, client, from: '2010-01-01', to: '2010-12-31', months: ['2010-11', '2010-12'] })
    },
  )
})
