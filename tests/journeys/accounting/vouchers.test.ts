import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { balances, closeSound } from '../../support/supplies'

let company: TestCompany

const line = (accountCode: string, debitMinor: number, more: object = {}) => ({
  accountCode,
  debitMinor: Math.max(debitMinor, 0),
  creditMinor: Math.max(0 - debitMinor, 0),
  ...more,
})

function post(postedOn: string, lines: ReturnType<typeof line>[], more: object = {}) {
  return company.bookkeeper.accounting.postVoucher({ postedOn, memo: 'by hand', lines, ...more })
}

const isBooked = (code: string) => company.bookkeeper.accounting.listAccounts({}).rows.find((row) => row.code === code)

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
})
afterEach(() => closeSound(company))

describe('voucher words', () => {
  it('number by themselves, and hold what they promise', () => {
    expect(post('2026-01-05', [line('1002', 500), line('3001', -500)], { word: '收' }).number).toBe('收-1')
    expect(post('2026-01-06', [line('5602', 300), line('1002', -300)], { word: '付' }).number).toBe('付-1')
    expect(post('2026-01-06', [line('1002', 100), line('3001', -100)], { word: '收' }).number).toBe('收-2')
    expect(post('2026-01-07', [line('5602', 30), line('2241', -30)], { word: '转' }).number).toBe('转-1')
    expect(post('2026-01-07', [line('5602', 30), line('2241', -30)]).number).toBe('记-1')
    expect(post('2026-02-01', [line('1001', 10), line('1002', -10)], { word: '收' }).number).toBe('收-1')
    const refused = (word: string, lines: ReturnType<typeof line>[]) =>
      refusalOf(() => post('2026-01-08', lines, { word })).code
    expect(refused('收', [line('5602', 1), line('1002', -1)])).toBe('accounting.wordNeedsReceipt')
    expect(refused('付', [line('1002', 1), line('3001', -1)])).toBe('accounting.wordNeedsPayment')
    expect(refused('转', [line('1002', 1), line('3001', -1)])).toBe('accounting.wordTakesNoCash')
    expect(refused('JV', [line('5602', 1), line('2241', -1)])).toBe('accounting.wordUnknown')
  })
})

describe('drafts and their review', () => {
  it('are posted by another hand than prepared them, when the company wants it so', () => {
    const { bookkeeper, owner } = company
    owner.accounting.saveSettings({ reviewRequired: true })
    const lines = [line('5602', 300), line('1002', -300)]
    expect(refusalOf(() => post('2026-01-05', lines)).code).toBe('accounting.reviewRequired')
    const draft = { postedOn: '2026-01-05', memo: 'rent', attachments: 2, lines }
    const { id } = bookkeeper.accounting.saveDraft(draft)
    expect(refusalOf(() => bookkeeper.accounting.postDrafts({ ids: [id] })).code).toBe('accounting.reviewMissing')
    expect(refusalOf(() => bookkeeper.accounting.reviewDraft({ id, isReviewed: true })).code).toBe(
      'accounting.reviewByOther',
    )
    owner.accounting.reviewDraft({ id, isReviewed: true })
    // Whoever changes it takes the review away.
    bookkeeper.accounting.saveDraft({ ...draft, id, memo: 'rent January' })
    expect(refusalOf(() => bookkeeper.accounting.postDrafts({ ids: [id] })).code).toBe('accounting.reviewMissing')
    owner.accounting.reviewDraft({ id, isReviewed: true })
    const [posted] = bookkeeper.accounting.postDrafts({ ids: [id] }).posted
    expect(bookkeeper.accounting.getEntry({ id: posted!.id })).toMatchObject({
      label: '记-1',
      memo: 'rent January',
      attachments: 2,
      preparedBy: 'Bookkeeper',
      reviewedBy: 'Owner',
      postedBy: 'Bookkeeper',
    })
    expect(bookkeeper.accounting.listDrafts({}).total).toBe(0)
  })

  it('may lack anything until they are posted, all of them or none', () => {
    const { bookkeeper } = company
    const whole = bookkeeper.accounting.saveDraft({
      postedOn: '2026-01-09',
      memo: 'later',
      lines: [line('5602', 5), line('1002', -5)],
    })
    const half = bookkeeper.accounting.saveDraft({ postedOn: '2026-01-02', lines: [line('', 7), line('5602', 0)] })
    expect(bookkeeper.accounting.listDrafts({ sort: 'postedOn' })).toMatchObject({
      total: 2,
      sums: { amountMinor: 12 },
      rows: [{ id: half.id }, { id: whole.id }],
    })
    const ids = [whole.id, half.id]
    expect(refusalOf(() => bookkeeper.accounting.postDrafts({ ids })).code).toBe('accounting.memoMissing')
    expect(bookkeeper.accounting.listEntries({}).total).toBe(0)
    const lines = [line('5602', 7), line('1002', -7)]
    bookkeeper.accounting.saveDraft({ id: half.id, postedOn: '2026-01-02', memo: 'earlier', lines })
    expect(bookkeeper.accounting.postDrafts({ ids }).posted.map(({ number }) => number)).toEqual(['记-1', '记-2'])
    expect(bookkeeper.accounting.listEntries({ sort: 'postedOn' }).rows.map(({ memo }) => memo)).toEqual([
      'earlier',
      'later',
    ])
  })
})

describe('templates and accruals', () => {
  it('make a voucher every month and take an accrual back on the first of the next', () => {
    const { bookkeeper } = company
    bookkeeper.accounting.saveTemplate({
      name: 'Rent accrued',
      memo: 'rent of the month',
      lines: [line('5602', 900), line('2241', -900)],
      nextOn: '2026-01-10',
      endsOn: '2026-03-31',
      reverses: true,
    })
    expect(bookkeeper.accounting.postDue({ on: '2026-01-30' })).toEqual({ posted: 0, drafted: 0, reversed: 0 })
    expect(bookkeeper.accounting.postDue({ on: '2026-01-31' })).toEqual({ posted: 1, drafted: 0, reversed: 0 })
    expect(balances(bookkeeper, '2026-01-31')).toEqual({ '2241': -900, '5602': 900 })
    expect(bookkeeper.accounting.postDue({ on: '2026-06-30' })).toEqual({ posted: 2, drafted: 0, reversed: 1 })
    expect(bookkeeper.accounting.postDue({ on: '2026-06-30' })).toEqual({ posted: 0, drafted: 0, reversed: 2 })
    const entries = bookkeeper.accounting.listEntries({ sort: 'postedOn' }).rows
    expect(entries.map(({ postedOn, amountMinor }) => [postedOn, amountMinor])).toEqual([
      ['2026-01-31', 900],
      ['2026-02-01', -900],
      ['2026-02-28', 900],
      ['2026-03-01', -900],
      ['2026-03-31', 900],
      ['2026-04-01', -900],
    ])
    expect(balances(bookkeeper, '2026-06-30')).toEqual({})
    expect(bookkeeper.accounting.listTemplates({}).rows[0]?.nextOn).toBeNull()
  })

  it('become drafts where a review is required', () => {
    const { bookkeeper, owner } = company
    owner.accounting.saveSettings({ reviewRequired: true })
    const lines = [line('5602', 900), line('2241', -900)]
    bookkeeper.accounting.saveTemplate({ name: 'Rent', memo: 'rent', lines, nextOn: '2026-01-01' })
    expect(bookkeeper.accounting.postDue({ on: '2026-02-28' })).toEqual({ posted: 0, drafted: 2, reversed: 0 })
    expect(bookkeeper.accounting.listDrafts({}).rows.map(({ postedOn }) => postedOn)).toEqual([
      '2026-01-31',
      '2026-02-28',
    ])
    expect(refusalOf(() => bookkeeper.accounting.saveTemplate({ name: 'Rent', memo: 'x', lines })).code).toBe(
      'accounting.nameTaken',
    )
  })
})

describe('the chart of accounts', () => {
  it('divides an account: the first part takes roles and balance, the family keeps its turnover', () => {
    const { bookkeeper } = company
    post('2026-01-05', [line('1002', 5_000), line('3001', -5_000)])
    post('2026-01-06', [line('5602', 300), line('1002', -300)])
    const part = { code: '100201', parentCode: '1002', name: 'Bank of China' }
    expect(refusalOf(() => bookkeeper.accounting.addAccount(part)).code).toBe('accounting.balanceNeedsDay')
    expect(refusalOf(() => bookkeeper.accounting.addAccount({ ...part, movesOn: '2026-01-05' })).code).toBe(
      'accounting.balanceMovesLater',
    )
    bookkeeper.accounting.addAccount({ ...part, movesOn: '2026-01-31' })
    bookkeeper.accounting.addAccount({ code: '100202', parentCode: '1002', name: 'ICBC' })
    expect(isBooked('1002')).toMatchObject({ isPostable: false, isUsed: true, roles: [] })
    expect(isBooked('100201')).toMatchObject({ roles: ['bank'], cashKind: 'bank', level: 2, parentCode: '1002' })
    expect(balances(bookkeeper)).toMatchObject({ '100201': 4_700, '3001': -5_000, '5602': 300 })
    expect(refusalOf(() => post('2026-02-01', [line('5602', 1), line('1002', -1)])).code).toBe(
      'accounting.accountHasParts',
    )
    post('2026-02-01', [line('100202', 700), line('100201', -700)])
    expect(refusalOf(() => bookkeeper.accounting.deleteAccount({ code: '100202' })).code).toBe(
      'accounting.accountInUse',
    )
    expect(
      refusalOf(() => bookkeeper.accounting.addAccount({ code: '3001X', parentCode: '1002', name: 'x' })).code,
    ).toBe('accounting.codeNotUnderParent')
  })

  it('keeps the sense of what is used, and the accounts of the pack', () => {
    const { bookkeeper } = company
    post('2026-01-05', [line('5602', 300), line('2241', -300)])
    const name = 'Administration'
    const change = (code: string, more: object) =>
      bookkeeper.accounting.changeAccount({ code, name, isActive: true, ...more })
    expect(refusalOf(() => change('5602', { normalSide: 'credit' })).code).toBe('accounting.senseInUse')
    expect(refusalOf(() => change('5602', { isActive: false })).code).toBe('accounting.archiveNeedsZero')
    change('5602', {})
    expect(isBooked('5602')?.name).toBe('Administration')
    expect(refusalOf(() => bookkeeper.accounting.deleteAccount({ code: '1101' })).code).toBe('accounting.accountOfPack')
    change('1101', { isActive: false })
    expect(refusalOf(() => post('2026-01-06', [line('1101', 1), line('2241', -1)])).code).toBe(
      'accounting.accountArchived',
    )
    bookkeeper.accounting.addAccount({ code: '1199', name: 'Own', kind: 'asset', normalSide: 'debit' })
    bookkeeper.accounting.deleteAccount({ code: '1199' })
    expect(isBooked('1199')).toBeUndefined()
    expect(refusalOf(() => change('1002', { isActive: false })).code).toBe('accounting.archiveNeedsNoRole')
  })

  it('asks for the dimensions that an account wants on every line', () => {
    const { bookkeeper } = company
    const department = bookkeeper.accounting.saveDimension({ dimension: 'department', code: 'D1', name: 'Shop' }).id
    const project = bookkeeper.accounting.saveDimension({ dimension: 'project', code: 'P1', name: 'Fair' }).id
    bookkeeper.accounting.changeAccount({ code: '5601', name: 'Selling', isActive: true, requires: ['department'] })
    bookkeeper.accounting.changeAccount({ code: '1411', name: 'Packaging', isActive: true, quantityUnit: 'box' })
    expect(refusalOf(() => post('2026-01-05', [line('5601', 9), line('2241', -9)]))).toMatchObject({
      code: 'accounting.missing.department',
      field: 'lines.0.departmentId',
      params: { account: '5601' },
    })
    expect(
      refusalOf(() => post('2026-01-05', [line('5601', 9, { departmentId: project }), line('2241', -9)])).code,
    ).toBe('accounting.dimensionUnknown')
    expect(refusalOf(() => post('2026-01-05', [line('1411', 9), line('2241', -9)])).code).toBe(
      'accounting.missing.quantity',
    )
    const { id } = post('2026-01-05', [
      line('5601', 9, { departmentId: department, memo: 'leaflets' }),
      line('1411', 20, { quantityMicro: 4_000_000 }),
      line('2241', -29),
    ])
    expect(bookkeeper.accounting.getEntry({ id }).lines[0]).toMatchObject({
      departmentId: department,
      memo: 'leaflets',
    })
    expect(refusalOf(() => post('2026-01-05', [line('5602', 1, { quantityMicro: 1 }), line('2241', -1)])).code).toBe(
      'accounting.noQuantity',
    )
  })

  it('gives each cash line its row of the cash-flow statement by what stands on the other side', () => {
    const { bookkeeper } = company
    const itemOf = (id: number) =>
      bookkeeper.accounting.getEntry({ id }).lines.find(({ cashFlowItem }) => cashFlowItem !== null)?.cashFlowItem
    const capital = post('2026-01-05', [line('1002', 500), line('3001', -500)])
    expect(itemOf(capital.id)).toBe('capital-received')
    expect(itemOf(post('2026-01-05', [line('2211', 50), line('1002', -50)]).id)).toBe('payments-to-employees')
    expect(itemOf(post('2026-01-05', [line('5602', 5), line('1002', -5)]).id)).toBe('other-operating-payments')
    // Money that only changes its place is no flow.
    expect(itemOf(post('2026-01-05', [line('1001', 50), line('1002', -50)]).id)).toBeUndefined()
    const named = [line('5602', 5), line('1002', -5, { cashFlowItem: 'interest-paid' })]
    expect(itemOf(post('2026-01-05', named).id)).toBe('interest-paid')
    const notCash = [line('5602', 5, { cashFlowItem: 'interest-paid' }), line('2241', -5)]
    expect(refusalOf(() => post('2026-01-05', notCash)).code).toBe('accounting.notCash')
  })
})

describe('a voucher on paper', () => {
  it('fits the bound forms, and goes on over the next sheet when it is long', () => {
    const { bookkeeper } = company
    const many = Array.from({ length: 7 }, () => line('5602', 100))
    const { id } = post('2026-01-05', [...many, line('1002', -700)], { attachments: 3 })
    for (const size of ['A4-half', '24x14'] as const) {
      const { pdf, fileName } = bookkeeper.accounting.printVouchers({ ids: [id], size, locale: 'zh-CN' })
      const text = Buffer.from(pdf, 'base64').toString('latin1')
      expect(fileName).toBe('记-1.pdf')
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
      expect(text).toContain(size === '24x14' ? '/MediaBox [0 0 680.31 396.85]' : '/MediaBox [0 0 595.28 420.94]')
    }
  })
})
