import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportJournal } from '../../src/main/outlets/exchange'
import { parseDecimal } from '../../src/shared/values/integers'
import type { TestCompany } from '../support/company'
import { acts, closeYear, playYear, type Pack } from '../support/random-year'
import { closeSound } from '../support/supplies'
import { textbook } from '../support/textbook'

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

/** What each account moved in a span, in minor units, by its code. */
function asked(oracle: Oracle, file: string, { from, before }: Span): Record<string, number> {
  const days = [...(from === undefined ? [] : ['-b', from]), ...(before === undefined ? [] : ['-e', before])]
  const form =
    oracle === 'hledger'
      ? ['balance', '--flat', '--no-total', '-O', 'csv', '--layout=bare']
      : ['balance', '--flat', '--no-total', '--format', '"%(account)","%(quantity(display_total))"\n']
  const run = spawnSync(oracle, ['-f', file, ...form, ...days], {
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

function ours(company: TestCompany, from: string, to: string, isTurnover: boolean): Record<string, number> {
  const { rows } = company.bookkeeper.accounting.trialBalance({ from, to })
  return Object.fromEntries(
    rows.flatMap((row): [string, number][] => {
      const minor = isTurnover ? row.debitMinor - row.creditMinor : row.closingDebitMinor - row.closingCreditMinor
      return minor === 0 ? [] : [[row.accountCode, minor]]
    }),
  )
}

const nextMonth = (month: number): string =>
  month === 12 ? '2027-01-01' : `2026-${String(month + 1).padStart(2, '0')}-01`

function agree(oracle: Oracle, company: TestCompany, months: readonly number[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-oracle-'))
  try {
    const file = join(folder, 'books.journal')
    const text = [...exportJournal(company.reader, 'hledger')].join('')
    // hledger declares a commodity by an example of its form, ledger by its bare name.
    writeFileSync(file, oracle === 'hledger' ? text : text.replace(/^commodity .*\n/m, ''))
    expect(asked(oracle, file, {})).toEqual(ours(company, '2026-01-01', '2026-12-31', false))
    for (const month of months) {
      const from = `2026-${String(month).padStart(2, '0')}-01`
      const before = nextMonth(month)
      const to = new Date(Date.parse(`${before}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
      expect([month, asked(oracle, file, { from, before })]).toEqual([month, ours(company, from, to, true)])
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const COMPANIES: readonly (readonly [string, (pack: Pack) => TestCompany])[] = [
  ['the textbook company', (pack) => textbook(pack).company],
  [
    'a made-up year, closed',
    (pack) => {
      const [year = []] = fc.sample(acts, { numRuns: 1, seed: 2026 })
      const company = playYear(pack, year)
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
      agree(oracle, company, name.startsWith('the') ? [3, 4] : [1, 2, 6, 11, 12])
    })
  })
})
