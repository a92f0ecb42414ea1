import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { exportJournal } from '../../../src/main/outlets/exchange'
import { decimalText, parseDecimal } from '../../../src/shared/values/integers'
import { billAdvice, goAbroad } from '../../support/abroad'
import { openTestCompany, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound } from '../../support/supplies'
import { twoMonths } from '../../support/two-months'

const hasHledger = spawnSync('hledger', ['--version']).status === 0

/** Runs hledger on a journal; fails with what it says. */
function hledger(text: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-hledger-'))
  try {
    const file = join(folder, 'books.journal')
    writeFileSync(file, text)
    const run = spawnSync('hledger', ['-f', file, ...args], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    if (run.status !== 0) throw new Error(run.stderr)
    return run.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const exported = (company: TestCompany, format: 'hledger' | 'csv'): string =>
  [...exportJournal(company.reader, format)].join('')

/** Balance by account code, in minor units, as hledger adds it up. */
function hledgerBalances(text: string, decimals: number): Record<string, number> {
  const csv = hledger(text, 'balance', '--flat', '--no-total', '-O', 'csv')
  const rows = parse(csv, { columns: true }) as { account: string; balance: string }[]
  return Object.fromEntries(
    rows.map(({ account, balance }) => {
      const code = /(\d+) [^:]*$/.exec(account)?.[1] ?? account
      return [code, parseDecimal(balance.split(' ')[0] ?? '', decimals) ?? Number.NaN]
    }),
  )
}

describe.each(['cn-sbe', 'generic'] as const)('the journal for hledger (%s)', (pack) => {
  it.skipIf(!hasHledger)('is accepted by its strict check and adds up to our trial balance', () => {
    const { company } = twoMonths(pack)
    const text = exported(company, 'hledger')
    hledger(text, 'check', '--strict')
    hledger(text, 'check', 'ordereddates')
    expect(hledgerBalances(text, 2)).toEqual(balances(company.owner))
    closeSound(company)
  })
})

describe('the journal as text', () => {
  it('has one transaction per entry with date, voucher, memo and exact amounts', () => {
    const { company } = twoMonths()
    const text = exported(company, 'hledger')
    expect(text).toContain('commodity 1000.00 CNY\n')
    expect(text).toContain('account assets:1405 Merchandise  ; type: A\n')
    expect(text).toContain('account assets:1002 Bank deposits  ; type: C\n')
    expect(text).toMatch(
      /\n2026-03-05 \(记-\d+\) .*  ; source: treasury\.payment RC-2026-000001\n    assets:1002 .*  100\.00 CNY/,
    )
    const transactions = text.match(/^\d{4}-\d\d-\d\d /gm)?.length
    expect(transactions).toBe(company.owner.accounting.listEntries({}).total)
    closeSound(company)
  })

  it.skipIf(!hasHledger)('bears whatever people type, and a currency without decimals', () => {
    const company = openTestCompany({ pack: 'generic', currency: 'JPY' })
    addSupplies(company)
    const memo = 'Opening; "capital" | (A) 期初：资本, a: b  = 1\ttab'
    company.bookkeeper.accounting.postVoucher({
      postedOn: '2026-01-05',
      memo,
      lines: [
        { accountCode: '1010', debitMinor: 500_001 },
        { accountCode: '3000', creditMinor: 500_001 },
      ],
    })
    const text = exported(company, 'hledger')
    hledger(text, 'check', '--strict')
    expect(hledgerBalances(text, 0)).toEqual({ 1010: 500_001, 3000: -500_001 })
    closeSound(company)
  })
})

describe('the journal as CSV', () => {
  it('has every line with its amounts, and no formula', () => {
    const { company } = twoMonths()
    company.bookkeeper.accounting.postVoucher({
      postedOn: '2026-03-11',
      memo: '=HYPERLINK("http://example.com")',
      lines: [
        { accountCode: '1002', debitMinor: 12_345 },
        { accountCode: '3001', creditMinor: 12_345 },
      ],
    })
    const text = exported(company, 'csv')
    expect(text.split('\r\n')[0]).toContain('entry,date,voucher,memo')
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    const rows = parse(text, { columns: true }) as Record<string, string>[]
    const sums: Record<string, number> = {}
    for (const row of rows) {
      const code = row['account_code']!
      const minor = (parseDecimal(row['debit'] || '0', 2) ?? 0) - (parseDecimal(row['credit'] || '0', 2) ?? 0)
      sums[code] = (sums[code] ?? 0) + minor
    }
    expect(Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0))).toEqual(balances(company.owner))
    expect(new Set(rows.map((row) => row['foreign_currency']))).toEqual(new Set(['']))
    expect(rows.at(-1)).toMatchObject({
      memo: '\'=HYPERLINK("http://example.com")',
      credit: decimalText(12_345, 2),
      debit: '',
    })
    closeSound(company)
  })
  it('has what a line is in a foreign currency beside it', () => {
    const company = openTestCompany()
    billAdvice(company, addSupplies(company), goAbroad(company), { amount: 1000 })
    const rows = parse(exported(company, 'csv'), { columns: true }) as Record<string, string>[]
    const line = rows.find((row) => row['foreign_currency'] !== '')
    expect(line).toMatchObject({
      debit: '7100.00',
      currency: 'CNY',
      foreign_currency: 'USD',
      foreign_amount: '1000.00',
    })
    closeSound(company)
  })
})
