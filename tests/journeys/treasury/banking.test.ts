import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenChecks, openTestCompany, refusalOf, type TestCompany } from '../../support/company'
import { addSupplies, balances, closeSound, type Supplies } from '../../support/supplies'
import { sell, ship, stockUp } from '../../support/warehouse-day'

let company: TestCompany
let supplies: Supplies
let bank = 0

beforeEach(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  supplies = addSupplies(company)
  bank = company.bookkeeper.treasury.listAccounts({}).rows.find(({ kind }) => kind === 'bank')?.id ?? 0
})
afterEach(() => closeSound(company))

interface Line {
  readonly on: string
  readonly amount: number
  readonly who?: string
  readonly text?: string
  readonly ref?: string
}

/** A statement that adds up from `opening`. */
function statement(lines: readonly Line[], opening = 0) {
  const days = lines.map(({ on }) => on).toSorted()
  return {
    format: 'camt053' as const,
    accountNumber: '',
    currency: 'CNY',
    fromOn: days[0] ?? '',
    toOn: days.at(-1) ?? '',
    openingMinor: opening,
    closingMinor: opening + lines.reduce((sum, { amount }) => sum + amount, 0),
    lines: lines.map(({ on, amount, who = '', text = '', ref = '' }) => ({
      bookedOn: on,
      amountMinor: amount,
      counterparty: who,
      counterpartyNumber: '',
      text,
      bankReference: ref,
    })),
  }
}

const load = (lines: readonly Line[], opening = 0, fileName = 'a.xml') =>
  company.bookkeeper.banking.importStatement({ accountId: bank, fileName, statement: statement(lines, opening) })
const open = () => company.bookkeeper.banking.listLines({ accountId: bank, state: 'open' }).rows
const proposals = (lineId: number) => company.bookkeeper.banking.propose({ lineId }).rows
const agreed = (asOf = '2026-12-31') => company.bookkeeper.banking.proof({ accountId: bank, asOf })

function invoice(pieces: number): { id: number; documentNumber: string; openMinor: number } {
  stockUp(company, supplies, [{ item: supplies.bolt, pieces }])
  const orderId = sell(company, supplies, [{ item: supplies.bolt, pieces }])
  ship(company, supplies, orderId)
  const { id } = company.bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: '2026-03-03' })
  return company.bookkeeper.accounting.listOpenItems({ role: 'receivable' }).rows.find((row) => row.sourceId === id)!
}

describe('the end of a month', () => {
  it('names the lines of the bank that nobody has tied to the books', () => {
    load([
      { on: '2026-03-04', amount: -500, who: 'Landlord' },
      { on: '2026-04-02', amount: -700, who: 'Later' },
    ])
    const { closing } = company.bookkeeper
    const periodId = closing.listMonths({}).rows.find(({ startsOn }) => startsOn === '2026-03-01')!.id
    const check = () => closing.cockpit({ periodId }).checks.find(({ key }) => key === 'banking.unmatchedLines')
    expect(check()).toMatchObject({
      severity: 'warns',
      page: 'banking.reconcile',
      count: 1,
      findings: [{ label: 'Bank deposits: Landlord', on: '2026-03-04', amountMinor: -500 }],
    })
    const [line] = open()
    company.bookkeeper.banking.acceptEntry({ lineId: line!.id, lines: [{ accountCode: '5603', amountMinor: 500 }] })
    expect(check()).toMatchObject({ count: 0, findings: [] })
  })
})

describe('importing', () => {
  it('refuses what does not add up, is known, or is another account, and changes nothing', () => {
    const { bookkeeper } = company
    const good = statement([{ on: '2026-03-05', amount: 500, text: 'x' }])
    const refused = (change: object, accountId = bank) =>
      refusalOf(() =>
        bookkeeper.banking.importStatement({ accountId, fileName: 'a.xml', statement: { ...good, ...change } }),
      )
    expect(refused({ closingMinor: 501 })).toMatchObject({
      code: 'banking.doesNotAddUp',
      params: { opening: '0.00', closing: '5.01', difference: '-0.01' },
    })
    expect(refused({ currency: 'USD' }).code).toBe('banking.otherCurrency')
    const cash = bookkeeper.treasury.listAccounts({}).rows.find(({ kind }) => kind === 'cash')?.id ?? 0
    expect(refused({}, cash).code).toBe('banking.notABank')
    bookkeeper.treasury.changeAccount({ id: bank, name: 'Bank', bankNumber: '6222 0001', isActive: true })
    expect(refused({ accountNumber: '62220002' }).code).toBe('banking.otherAccount')
    expect(open()).toEqual([])
    expect(load([{ on: '2026-03-05', amount: 500, text: 'x' }])).toMatchObject({ imported: 1, known: 0 })
    expect(refusalOf(() => load([{ on: '2026-03-05', amount: 500, text: 'x' }], 0, 'b.xml'))).toMatchObject({
      code: 'banking.fileKnown',
      params: { earlier: 'a.xml' },
    })
    // The same booking within another span: known by what it is.
    const overlap = [
      { on: '2026-03-05', amount: 500, text: 'x' },
      { on: '2026-03-06', amount: -200, text: 'y' },
    ]
    expect(load(overlap)).toMatchObject({ imported: 1, known: 1 })
    expect(refusalOf(() => load(overlap.toReversed())).code).toBe('banking.linesKnown')
    expect(open()).toHaveLength(2)
  })

  it('is taken back as long as nothing is matched', () => {
    const { bookkeeper } = company
    const { id } = load([{ on: '2026-03-05', amount: -500, text: 'fee' }])
    const [line] = open()
    bookkeeper.banking.acceptEntry({ lineId: line?.id ?? 0, lines: [{ accountCode: '5603', amountMinor: 500 }] })
    expect(refusalOf(() => bookkeeper.banking.deleteStatement({ id })).code).toBe('banking.linesMatched')
    bookkeeper.banking.undoMatch({ lineId: line?.id ?? 0, reversedOn: '2026-03-05' })
    bookkeeper.banking.deleteStatement({ id })
    expect(bookkeeper.banking.listStatements({ accountId: bank }).rows).toEqual([])
  })
})

describe('matching', () => {
  it('finds the booking that is there, says why, and ties what can be nothing else', () => {
    const { bookkeeper } = company
    const pay = (amountMinor: number, reference: string) =>
      bookkeeper.treasury.postPayment({
        direction: 'in',
        partnerId: supplies.customerId,
        paidOn: '2026-03-10',
        amountMinor,
        reference,
      })
    pay(5000, 'INV-77')
    pay(700, 'a')
    pay(700, 'b')
    load([
      { on: '2026-03-10', amount: 5000, who: 'CORNER SHOP LTD', text: 'INV-77' },
      { on: '2026-03-10', amount: 700, who: 'Corner Shop', text: 'one of two' },
      { on: '2026-03-11', amount: -30, text: 'fee' },
    ])
    const [first, second] = open()
    const [best] = proposals(first?.id ?? 0)
    expect(best).toMatchObject({
      kind: 'book',
      confidence: 99,
      book: { partnerName: 'Corner Shop', amountMinor: 5000 },
    })
    expect(best?.reasons).toEqual(['amount', 'sameDay', 'reference', 'name'])
    expect(proposals(second?.id ?? 0).filter(({ kind }) => kind === 'book')).toHaveLength(2)
    // Two bookings fit the second line equally: a person decides.
    expect(bookkeeper.banking.matchCertain({ accountId: bank })).toEqual({ matched: 1 })
    expect(open()).toHaveLength(2)
    expect(agreed()).toMatchObject({ differenceMinor: 0, gapMinor: 0 })
  })

  it('makes the payment that a line is, by reference, name or amount, and learns who it is', () => {
    const { bookkeeper } = company
    const small = invoice(1)
    const large = invoice(10)
    load([
      { on: '2026-03-20', amount: large.openMinor, who: 'C. Shop 0012', text: `Your ${large.documentNumber}` },
      { on: '2026-03-21', amount: 1000, who: 'C. Shop 0013', text: 'part' },
    ])
    const [first] = open()
    const [best] = proposals(first?.id ?? 0)
    expect(best).toMatchObject({
      kind: 'payment',
      payment: { applications: [{ openItemId: large.id, amountMinor: 22_600 }], leftMinor: 0 },
    })
    expect(best?.reasons).toEqual(['reference', 'amount'])
    const applications = best?.payment?.applications.map(({ openItemId, amountMinor }) => ({ openItemId, amountMinor }))
    const accept = { lineId: first?.id ?? 0, partnerId: supplies.customerId, applications: applications ?? [] }
    bookkeeper.banking.acceptPayment(accept)
    expect(refusalOf(() => bookkeeper.banking.acceptPayment(accept)).code).toBe('banking.lineMatched')
    // Neither name nor number is known: what was done before is.
    const [next] = open()
    expect(proposals(next?.id ?? 0)).toMatchObject([
      {
        kind: 'payment',
        reasons: ['rule', 'oldest'],
        payment: { applications: [{ openItemId: small.id, amountMinor: 1000 }] },
      },
    ])
    expect(balances(bookkeeper)['1002']).toBe(22_600)
    expect(bookkeeper.banking.listLines({ accountId: bank, state: 'matched' }).rows).toMatchObject([
      { how: 'payment', sourceKind: 'treasury.payment', sourceNumber: 'RC-2026-000001' },
    ])
  })

  it('learns costs, gets surer with each time, and forgets with undo', () => {
    const { bookkeeper } = company
    const fee = (month: number): Line => ({
      on: `2026-0${month}-28`,
      amount: -1500,
      text: `Account fee 2026/0${month}`,
    })
    load([fee(3), fee(4), fee(5)])
    const lines = open()
    const accept = (at: number) =>
      bookkeeper.banking.acceptEntry({
        lineId: lines[at]?.id ?? 0,
        lines: [{ accountCode: '5603', amountMinor: 1500 }],
      })
    expect(proposals(lines[0]?.id ?? 0)).toEqual([])
    expect(
      refusalOf(() =>
        bookkeeper.banking.acceptEntry({ lineId: lines[0]?.id ?? 0, lines: [{ accountCode: '5603', amountMinor: 1 }] }),
      ),
    ).toMatchObject({ code: 'banking.sumsDiffer', params: { bank: '15.00', books: '0.01' } })
    accept(0)
    expect(proposals(lines[1]?.id ?? 0)).toMatchObject([{ kind: 'entry', accountCode: '5603', confidence: 65 }])
    accept(1)
    expect(proposals(lines[2]?.id ?? 0)).toMatchObject([{ confidence: 75 }])
    expect(balances(bookkeeper)).toMatchObject({ '1002': -3000, '5603': 3000 })
    bookkeeper.banking.undoMatch({ lineId: lines[0]?.id ?? 0, reversedOn: '2026-03-28' })
    expect(proposals(lines[2]?.id ?? 0)).toMatchObject([{ confidence: 65 }])
    expect(balances(bookkeeper)).toMatchObject({ '1002': -1500, '5603': 1500 })
    // An entry and its reversal that no bank saw are not offered again.
    expect(bookkeeper.banking.listBookLines({ accountId: bank, from: '2026-01-01', to: '2026-12-31' }).rows).toEqual([])
    const [rule] = bookkeeper.banking.listRules({}).rows
    bookkeeper.banking.deleteRule({ id: rule?.id ?? 0 })
    expect(proposals(lines[2]?.id ?? 0)).toEqual([])
    expect(agreed()).toMatchObject({ differenceMinor: 0, bankOnly: { outMinor: 3000 } })
  })

  it('ties several bookings to one line, and refuses what does not add up or is taken', () => {
    const { bookkeeper } = company
    const advance = (amountMinor: number) =>
      bookkeeper.treasury.postPayment({
        direction: 'in',
        partnerId: supplies.customerId,
        paidOn: '2026-03-10',
        amountMinor,
      })
    advance(300)
    advance(200)
    load([
      { on: '2026-03-12', amount: 500, text: 'collective' },
      { on: '2026-03-13', amount: 500, text: 'another' },
    ])
    const books = bookkeeper.banking
      .listBookLines({ accountId: bank, from: '2026-03-01', to: '2026-03-31' })
      .rows.map(({ entryId, lineNumber }) => ({ entryId, lineNumber }))
    const [first, second] = open()
    const tie = (lineId: number | undefined, bookLines: typeof books) =>
      bookkeeper.banking.acceptBooked({ lineIds: [lineId ?? 0], bookLines })
    expect(refusalOf(() => tie(first?.id, books.slice(0, 1))).code).toBe('banking.sumsDiffer')
    tie(first?.id, books)
    expect(refusalOf(() => tie(second?.id, books)).code).toBe('banking.bookLineTaken')
    bookkeeper.banking.undoMatch({ lineId: first?.id ?? 0, reversedOn: '2026-03-12' })
    expect(balances(bookkeeper)['1002']).toBe(500)
    tie(second?.id, books)
  })

  it('ties several lines of the bank to one booking, and unties them together', () => {
    const { bookkeeper } = company
    bookkeeper.treasury.postPayment({
      direction: 'in',
      partnerId: supplies.customerId,
      paidOn: '2026-03-10',
      amountMinor: 500,
    })
    load([
      { on: '2026-03-12', amount: 300, text: 'first part' },
      { on: '2026-03-13', amount: 200, text: 'second part' },
    ])
    const bookLines = bookkeeper.banking
      .listBookLines({ accountId: bank, from: '2026-03-01', to: '2026-03-31' })
      .rows.map(({ entryId, lineNumber }) => ({ entryId, lineNumber }))
    const lineIds = open().map(({ id }) => id)
    expect(refusalOf(() => bookkeeper.banking.acceptBooked({ lineIds: lineIds.slice(0, 1), bookLines })).code).toBe(
      'banking.sumsDiffer',
    )
    bookkeeper.banking.acceptBooked({ lineIds, bookLines })
    expect(open()).toEqual([])
    bookkeeper.banking.undoMatch({ lineId: lineIds[1] ?? 0, reversedOn: '2026-03-13' })
    expect(open().map(({ id }) => id)).toEqual(lineIds)
    expect(balances(bookkeeper)['1002']).toBe(500)
  })

  it('makes a transfer between two of our accounts', () => {
    const { bookkeeper } = company
    const other = bookkeeper.treasury.addAccount({ kind: 'bank', name: 'Savings' })
    load([{ on: '2026-03-12', amount: -900, text: 'to savings' }], 1000)
    const [line] = open()
    bookkeeper.banking.acceptTransfer({ lineId: line?.id ?? 0, otherId: other.id })
    expect(balances(bookkeeper)).toEqual({ '1002': -900, '100201': 900 })
    // The bank held 10.00 before the books did: known at the start, and still the only difference.
    expect(agreed()).toMatchObject({ startDifferenceMinor: 1000, differenceMinor: 0, bankMinor: 100, bookMinor: -900 })
  })
})

describe('the proof', () => {
  it('shows a statement that is missing between two', () => {
    load([{ on: '2026-03-05', amount: 500, text: 'a' }])
    load([{ on: '2026-05-05', amount: 500, text: 'b' }], 700)
    expect(agreed('2026-04-30')).toMatchObject({ gapMinor: 0 })
    expect(agreed()).toMatchObject({ gapMinor: 200, differenceMinor: 0 })
  })

  it('holds on every day, whatever was booked, imported, matched and undone', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-03-${String(at).padStart(2, '0')}`)
    const step = fc.oneof(
      fc.record({ do: fc.constant('pay' as const), on: day, amount: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('bank' as const), on: day, amount: fc.integer({ min: -9, max: 9 }) }),
      fc.record({ do: fc.constant('match' as const), on: day, amount: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ do: fc.constant('entry' as const), on: day, amount: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ do: fc.constant('undo' as const), on: day, amount: fc.integer({ min: 0, max: 9 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), day, (steps, asOf) => {
        const fresh = openTestCompany({ pack: 'generic' })
        try {
          const { owner, bookkeeper } = fresh
          const { customerId } = addSupplies(fresh)
          const accountId = bookkeeper.treasury.listAccounts({}).rows.find(({ kind }) => kind === 'bank')?.id ?? 0
          for (const [at, { do: what, on, amount }] of steps.entries()) {
            const line = () => {
              const { rows } = bookkeeper.banking.listLines({ accountId, state: what === 'undo' ? 'matched' : 'open' })
              return rows[amount % Math.max(rows.length, 1)]
            }
            if (what === 'pay') {
              owner.treasury.postPayment({ direction: 'in', partnerId: customerId, paidOn: on, amountMinor: amount })
            } else if (what === 'bank' && amount !== 0) {
              const lines = [{ on, amount, text: `line ${at}` }]
              const read = { ...statement(lines), currency: '', openingMinor: null, closingMinor: null }
              owner.banking.importStatement({ accountId, fileName: `${at}.csv`, statement: read })
            } else if (what === 'match') {
              bookkeeper.banking.matchCertain({ accountId })
            } else if (what === 'entry') {
              const found = line()
              if (found === undefined) continue
              const lines = [{ accountCode: '6100', amountMinor: Math.abs(found.amountMinor) }]
              bookkeeper.banking.acceptEntry({ lineId: found.id, lines })
            } else if (what === 'undo') {
              const found = line()
              if (found !== undefined) {
                bookkeeper.banking.undoMatch({ lineId: found.id, reversedOn: found.bookedOn })
              }
            }
          }
          expect(brokenChecks(fresh.reader)).toEqual([])
          // Without balances in the files the two sides still meet: what one has and the other not is all there is.
          const proof = bookkeeper.banking.proof({ accountId, asOf })
          const first = bookkeeper.banking
            .listStatements({ accountId })
            .rows.map(({ fromOn }) => fromOn)
            .toSorted()[0]
          if (first === undefined || first > asOf) return
          const bankMinor = bookkeeper.banking
            .listLines({ accountId, state: 'any', limit: 500 })
            .rows.filter(({ bookedOn }) => bookedOn <= asOf)
            .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
          const { bookMinor, bankOnly, booksOnly } = proof
          const start =
            bookMinor + bankOnly.inMinor - bankOnly.outMinor - (bankMinor + booksOnly.inMinor - booksOnly.outMinor)
          // Only bookings of days before the first statement that nothing has matched may be left over.
          const before = bookkeeper.banking
            .listBookLines({ accountId, from: '2026-01-01', to: asOf })
            .rows.filter(({ postedOn }) => postedOn < first)
            .reduce((sum, { amountMinor }) => sum + amountMinor, 0)
          expect(Math.abs(start)).toBeLessThanOrEqual(Math.abs(before) + Math.abs(bookMinor))
        } finally {
          fresh.close()
        }
      }),
      { numRuns: 12 },
    )
  })
})
