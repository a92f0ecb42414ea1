import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeCsv, writeWorkbook } from '../../../src/shared/tables'
import { bundle } from '../../support/bundle'
import { createFirstCompany } from '../../support/first-company'

const folder = mkdtempSync(join(tmpdir(), 'kontor-opening-cli-'))
const company = join(folder, 'books.kontor')
const balances = join(folder, '余额表.xlsx')
const items = join(folder, 'items.csv')
let program = ''

const YEAR = new Date().getUTCFullYear()
const BALANCES = [
  ['1001', '库存现金', '1200', ''],
  ['1002', '银行存款', '58800.50', ''],
  ['1122', '应收账款', '10000', ''],
  ['2202', '应付账款', '', '7000'],
  ['4001', '实收资本', '', '60000'],
  ['4104', '利润分配', '', '3000.50'],
]
const ITEMS = [
  ['应收', 'C1', '街角商店', 'INV-9', `${YEAR - 1}-12-20`, '10000'],
  ['应付', 'S1', '五金厂', 'B-77', `${YEAR - 1}-12-05`, '7000'],
]

async function writeTables(rows: string[][]): Promise<void> {
  const columns = ['科目编码', '科目名称', '期末借方', '期末贷方'].map((title) => ({ title, width: 20 }))
  writeFileSync(balances, await writeWorkbook([{ name: '余额', columns, rows }]))
  writeFileSync(items, writeCsv(['往来类型', '客户编码', '客户名称', '发票号', '开票日期', '金额'], ITEMS))
}

beforeAll(async () => {
  program = await bundle('src/main/cli.ts')
  createFirstCompany(company, { pack: 'cn-sbe' })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function kontor(...args: string[]): { answer: Record<string, never>; status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [program, ...args, '--json', '--lang', 'en'], {
    encoding: 'utf8',
  })
  return { answer: JSON.parse(stdout) as Record<string, never>, status }
}

describe('opening balances from the command line', () => {
  it('are checked, mended, posted and taken back as in the window', async () => {
    await writeTables([...BALANCES.slice(0, 5), ['4104', '利润分配', '', '3000.5O']])
    const wrong = kontor('import', company, 'opening', '--trial-balance', balances, '--open-items', items)
    expect(wrong).toMatchObject({
      status: 1,
      answer: {
        isReady: false,
        errors: [{ part: 'trial-balance', column: 'credit', code: 'amount', value: '3000.5O' }],
      },
    })
    expect(kontor('import', company, 'opening', '--post')).toMatchObject({ status: 1, answer: { isReady: false } })

    await writeTables(BALANCES)
    // The list stays from the first time; the bank of the old books goes to other money.
    const mended = kontor('import', company, 'opening', '--trial-balance', balances, '--map', '1002=1012')
    expect(mended).toMatchObject({ status: 0, answer: { isReady: true, family: 'cn-cas', newPartners: 2 } })
    expect(mended.answer['accounts']).toContainEqual(
      expect.objectContaining({ code: '1002', debit: '58800.50', accountCode: '1012', by: 'chosen' }),
    )
    const posted = kontor('import', company, 'opening', '--post')
    expect(posted).toMatchObject({ status: 0, answer: { posted: { state: 'posted' } } })
    const ledger = kontor('report', company, 'trial-balance', '--as-of', `${YEAR}-01-31`)
    expect(JSON.stringify(ledger.answer)).toContain('58800.50')
    expect(kontor('verify', company).status).toBe(0)
    expect(kontor('import', company, 'opening', '--post')).toMatchObject({
      status: 1,
      answer: { ok: false, error: { code: 'opening.postedAlready' } },
    })

    expect(kontor('import', company, 'opening', '--take-back', 'wrong year')).toMatchObject({
      status: 0,
      answer: { state: 'reversed' },
    })
    expect(kontor('import', company, 'opening', '--take-back', 'again').answer).toMatchObject({
      error: { code: 'opening.undoneAlready' },
    })
    expect(kontor('verify', company).status).toBe(0)
  }, 120_000)

  it('are refused where the file is none or the account is not named', () => {
    const lost = kontor('import', company, 'opening', '--stock', join(folder, 'lost.xlsx'))
    expect(lost).toMatchObject({ status: 1, answer: { ok: false, error: { code: 'ENOENT' } } })
    expect(kontor('import', company, 'opening', '--map', '1002')).toMatchObject({ status: 2 })
  })

  it('say in words what the window shows', () => {
    const { stdout } = spawnSync(process.execPath, [program, 'import', company, 'opening', '--lang', 'zh-CN'], {
      encoding: 'utf8',
    })
    expect(stdout).toContain('企业会计准则')
    expect(stdout).toContain('加上 --post 再运行一次即可过账')
  })
})
