import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'
import { inCompany, proofsOf } from '../support/demo-company'
import { createFirstCompany, OWNER } from '../support/first-company'
import { freshFolder, openPage, openProgram, search, signIn, type Program } from '../support/launch'
import { lookAt } from '../support/look'

const file = join(freshFolder(), 'books.kontor')
const today = new Date().toISOString().slice(0, 10)
const compact = today.slice(2).replaceAll('-', '')
const STATEMENT = `:20:STATEMENT
:25:BANK/6222020001
:28C:1/1
:60F:C${compact}CNY0,00
:61:${compact}C10000,00NTRFNONREF
:86:注册资本
:61:${compact}D300,00NTRFNONREF
:86:办公用品
:62F:C${compact}CNY9700,00
-`

test.beforeAll(() => {
  createFirstCompany(file, { name: '青禾商贸有限公司', pack: 'cn-sbe' })
  inCompany(file, ({ closing }) => {
    const past = closing.listMonths({}).rows.filter(({ endsOn }) => endsOn < today)
    for (const { id } of past) closing.closeMonth({ periodId: id, acceptsWarnings: true })
  })
})

/** What the chosen line of the lookup reads. */
const offered = (page: Page) => page.locator('.k-lookup [role="option"]').first()

interface Entry {
  readonly memo: string
  readonly debit: readonly [typed: string, account: string]
  readonly credit: readonly [typed: string, account: string]
  readonly amount: string
}

/** A voucher of two lines without a mouse: accounts by code, name or pinyin, and = for what is missing. */
async function typeVoucher({ page, t }: Program, { memo, debit, credit, amount }: Entry): Promise<void> {
  const { keyboard } = page
  await search(page, t, t('accounting.newVoucher'))
  await keyboard.press('Enter')
  const desk = page.getByRole('tabpanel')
  await expect(desk.getByRole('textbox', { name: t('accounting.memo'), exact: true })).toBeFocused()
  await keyboard.insertText(memo)
  const cell = desk.locator('.k-entry-input:focus')
  /** The next cell, once it has the focus; Tab would leave the grid from an empty line. */
  const go = async (title: string): Promise<void> => {
    await keyboard.press('Enter')
    await expect(cell).toHaveAttribute('aria-label', new RegExp(`${title}$`))
  }
  const [account, partner] = [t('app.journal.account'), t('accounting.partner')]
  const [debitTitle, creditTitle, memoTitle] = [
    t('app.journal.debit'),
    t('app.journal.credit'),
    t('accounting.lineMemo'),
  ]
  for (let field = 0; field < 8 && (await cell.count()) === 0; field += 1) await keyboard.press('Tab')
  await expect(cell).toHaveAttribute('aria-label', new RegExp(`${memoTitle}$`))
  for (const [[typed, found], isDebit] of [
    [debit, true],
    [credit, false],
  ] as const) {
    await go(account)
    await keyboard.insertText(typed)
    await expect(offered(page)).toContainText(found)
    await go(partner)
    await go(debitTitle)
    if (isDebit) await keyboard.insertText(amount)
    await go(creditTitle)
    if (!isDebit) await keyboard.insertText('=')
    await go(memoTitle)
  }
  await keyboard.press('Control+Enter')
  await expect(desk.getByText(t('app.states.posted')).first()).toBeVisible()
  await keyboard.press('Control+w')
}

async function closeMonth({ page, t }: Program): Promise<void> {
  await page.getByRole('button', { name: t('closing.postAll') }).click()
  const close = page.getByRole('button', { name: t('closing.close'), exact: true })
  await expect(close).toBeEnabled()
  await close.click()
  await expect(page.getByText(t('closing.closedHint'))).toBeVisible()
}

test('the books of a month: vouchers by the keyboard alone, the bank, statements, closed, reopened and closed again', async () => {
  test.setTimeout(180_000)
  const program = await openProgram({ language: 'zh-CN', company: file, size: { width: 1366, height: 768 } })
  const { page, t } = program
  await signIn(page, t, OWNER.login, OWNER.password)
  await expect(page.getByRole('banner')).toBeVisible()
  await page.evaluate(() => {
    const counted = window as unknown as { presses: number }
    counted.presses = 0
    document.addEventListener('pointerdown', () => (counted.presses += 1), true)
  })
  await typeVoucher(program, {
    memo: '注册资本',
    debit: ['yhck', '1002'],
    credit: ['实收', '3001'],
    amount: '10000',
  })
  await typeVoucher(program, { memo: '办公用品', debit: ['glfy', '5602'], credit: ['1002', '1002'], amount: '300' })
  expect(await page.evaluate(() => (window as unknown as { presses: number }).presses)).toBe(0)

  await openPage(page, t, 'banking.reconcile', 'banking')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: t('banking.import') }).click(),
  ])
  const statement = { name: 'november.sta', mimeType: 'text/plain', buffer: Buffer.from(STATEMENT) }
  await chooser.setFiles(statement)
  const lines = page.getByRole('listbox', { name: t('banking.lines') })
  await expect(lines.getByRole('option')).toHaveCount(2)
  await lookAt(program, 'bookkeeping-reconcile')
  // Enter takes the surest proposal: both stand in the books already.
  await lines.focus()
  for (const left of [1, 0]) {
    await expect(page.getByText(t('banking.reasons.amount')).first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('option', { name: /\d/ })).toHaveCount(left)
  }
  await page.getByText(t('banking.states.matched')).click()
  await expect(lines.getByRole('option')).toHaveCount(2)
  await page.getByRole('button', { name: t('banking.undo') }).click()
  await expect(lines.getByRole('option')).toHaveCount(1)
  await page.getByText(t('banking.states.open'), { exact: true }).click()
  await expect(lines.getByRole('option')).toHaveCount(1)
  await lines.focus()
  await expect(page.getByText(t('banking.reasons.amount')).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lines).toHaveCount(0)
  await openPage(page, t, 'banking.proof', 'banking')
  await expect(page.getByText(t('banking.agrees'))).toBeVisible()

  await openPage(page, t, 'closing.title', 'accounting')
  await closeMonth(program)
  await lookAt(program, 'bookkeeping-closed')
  await page.getByRole('button', { name: t('closing.reopen') }).click()
  const dialog = page.getByRole('dialog', { name: t('closing.reopen') })
  await dialog.getByLabel(t('closing.reason')).fill('补记费用')
  await dialog.getByRole('button', { name: t('closing.reopen') }).click()
  await expect(page.getByRole('button', { name: t('closing.openAgain') })).toBeVisible()
  await typeVoucher(program, { memo: '补记', debit: ['5602', '5602'], credit: ['1002', '1002'], amount: '50' })
  await openPage(page, t, 'closing.title', 'accounting')
  await closeMonth(program)
  // What the second closing holds more than the first, account by account.
  const changed = page.getByRole('region', { name: t('closing.changesTitle') })
  await expect(changed.getByRole('row', { name: /5602/ })).toContainText('50.00')
  await expect(changed.getByRole('row', { name: /3103/ })).toContainText('50.00')
  await expect(page.getByText('补记费用')).toBeVisible()

  await openPage(page, t, 'statements.titles.income-statement', 'books')
  await expect(page.getByText(t('statements.profitTies'))).toBeVisible()
  await page
    .getByRole('row', { name: /管理费用/ })
    .first()
    .getByRole('button')
    .first()
    .click()
  const madeOf = page.getByRole('dialog', { name: t('statements.madeOf', { row: '管理费用' }) })
  await madeOf.getByRole('button', { name: '5602' }).click()
  await expect(page.getByRole('tabpanel').getByText('补记').first()).toBeVisible()
  expect(program.complaints).toEqual([])
  await program.close()
  expect(proofsOf(file)).toEqual([])
})
