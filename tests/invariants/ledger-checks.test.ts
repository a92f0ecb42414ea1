import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as accounting from '../../src/main/ledgers/accounting'
import * as inventory from '../../src/main/ledgers/inventory'
import * as purchasing from '../../src/main/operations/purchasing'
import * as treasury from '../../src/main/operations/treasury'
import { openTestCompany, type TestCompany } from '../support/company'
import { addSupplies, order, PIECE } from '../support/supplies'
import { foundAfter } from '../support/tampering'
import { tamperingsAbroad } from '../support/tamperings-abroad'

const checks = [...accounting.checks, ...inventory.checks, ...purchasing.checks, ...treasury.checks]

let company: TestCompany

beforeAll(() => {
  company = openTestCompany({ pack: 'cn-sbe' })
  const supplies = addSupplies(company)
  const { bookkeeper, clerk } = company
  bookkeeper.inventory.setCostingMethod({ category: 'General', method: 'lot', changedOn: '2026-03-01' })
  const terms = { unit: 'chest', nominalMicro: 2 * PIECE, tolerancePercent: 10 }
  company.owner.items.setCatchWeight({ itemId: supplies.tea.id, terms })
  const placed = order(bookkeeper, supplies, [
    { item: supplies.bolt, pieces: 10, priceMicro: 10_000_000 },
    { item: supplies.tea, pieces: 4, priceMicro: 5_000_000 },
  ])
  const receipt = clerk.purchasing.receiveGoods({
    orderId: placed.id,
    receivedOn: '2026-03-05',
    lines: [
      { orderLineId: placed.lineIds[0] ?? 0, quantityMicro: 10 * PIECE },
      { orderLineId: placed.lineIds[1] ?? 0, quantityMicro: 4 * PIECE, lotCode: 'L1', expiresOn: '2026-12-31' },
    ],
  })
  bookkeeper.purchasing.postLandedCost({
    kind: 'freight',
    supplierId: supplies.supplierId,
    supplierReference: 'F-1',
    invoicedOn: '2026-03-06',
    basis: 'quantity',
    netMinor: 401,
    taxMinor: 36,
    receiptIds: [receipt.id],
  })
  const [line] = bookkeeper.purchasing.linesToInvoice({ supplierId: supplies.supplierId }).rows
  bookkeeper.purchasing.postInvoice({
    supplierId: supplies.supplierId,
    supplierReference: 'INV-1',
    invoicedOn: '2026-03-10',
    lines: [{ receiptLineId: line?.receiptLineId ?? 0, quantityMicro: 6 * PIECE, priceMicro: 11_000_000 }],
  })
  const owed = bookkeeper.accounting.listOpenItems({ role: 'payable' }).rows.find((row) => row.openMinor > 3000)
  const pay = (
    direction: 'in' | 'out',
    partnerId: number,
    applications: { openItemId: number; amountMinor: number }[],
  ) => bookkeeper.treasury.postPayment({ direction, partnerId, paidOn: '2026-03-20', amountMinor: 5000, applications })
  pay('out', supplies.supplierId, [{ openItemId: owed?.id ?? 0, amountMinor: 3000 }])
  pay('in', supplies.customerId, [])
  const bill = { kind: 'cheque' as const, billNumber: 'C-1', drawnOn: '2026-03-20', dueOn: '2026-03-30' }
  const byNote = { paidOn: '2026-03-20', amountMinor: 700, method: 'note' as const, bill }
  bookkeeper.treasury.postPayment({ direction: 'in', partnerId: supplies.customerId, ...byNote })
  bookkeeper.treasury.postPayment({ direction: 'out', partnerId: supplies.supplierId, ...byNote })
})

afterAll(() => company.close())

const tamperings: readonly (readonly [check: string, sql: string])[] = [
  [
    'accounting.entriesBalance',
    `UPDATE accounting_line SET debit_minor = debit_minor + 1 WHERE debit_minor > 0 AND entry_id = 1`,
  ],
  ['accounting.entriesHaveLines', `DELETE FROM accounting_line WHERE entry_id = 2`],
  ['accounting.entriesInTheirPeriod', `UPDATE accounting_entry SET posted_on = '2026-04-01' WHERE id = 1`],
  ['accounting.linesHaveTheirDay', `UPDATE accounting_line SET posted_on = '2026-04-01' WHERE entry_id = 1`],
  ['accounting.numbersGapless', `UPDATE accounting_entry SET number = 99 WHERE id = 1`],
  [
    'accounting.balancesFollowLines',
    `UPDATE accounting_balance SET debit_minor = debit_minor + 1 WHERE debit_minor > 0`,
  ],
  ['accounting.balancesFollowLines', `DELETE FROM accounting_balance WHERE debit_minor > 0`],
  [
    'accounting.openItemsFollowSettlements',
    `UPDATE accounting_open_item SET open_minor = open_minor - 1 WHERE open_minor > 0`,
  ],
  ['accounting.payableEqualsOpenItems', `UPDATE accounting_settlement SET amount_minor = amount_minor - 1`],
  ['accounting.receivableEqualsOpenItems', `UPDATE accounting_open_item SET role = 'receivable'`],
  [
    'inventory.balancesFollowMovements',
    `UPDATE inventory_movement SET quantity_micro = quantity_micro + 1 WHERE id = 1`,
  ],
  ['inventory.balancesFollowMovements', `DELETE FROM inventory_balance WHERE lot_id <> 0`],
  [
    'inventory.stockFollowsBalances',
    `UPDATE inventory_stock SET available_micro = available_micro - 1 WHERE available_micro > 0`,
  ],
  ['inventory.stockFollowsBalances', `DELETE FROM inventory_balance WHERE lot_id <> 0`],
  ['inventory.valueFollowsMovements', `UPDATE inventory_stock SET value_minor = value_minor + 1`],
  ['inventory.valueFollowsMovements', `UPDATE inventory_revaluation SET value_minor = value_minor + 1`],
  ['inventory.reservedWithinAvailable', `UPDATE inventory_stock SET reserved_micro = 1 WHERE available_micro > 0`],
  ['inventory.allocatedWithinBalance', `UPDATE inventory_balance SET allocated_micro = 1, status = 'damaged'`],
  ['inventory.lotsBelongToTheirItem', `UPDATE inventory_lot SET item_id = 1`],
  ['inventory.serialsAreInOnePlace', `UPDATE items_item SET serial_tracked = 1 WHERE lot_tracked = 1`],
  ['purchasing.receivedFollowsReceipts', `UPDATE purchasing_order_line SET received_micro = received_micro - 1`],
  [
    'purchasing.receivedFollowsReceipts',
    `UPDATE purchasing_order_line SET invoiced_micro = 1 WHERE invoiced_micro = 0`,
  ],
  [
    'purchasing.invoicedFollowsInvoices',
    `UPDATE purchasing_receipt_line SET invoiced_value_minor = invoiced_value_minor + 1`,
  ],
  ['inventory.piecesFollowTheirEntries', `UPDATE inventory_pieces SET pieces = pieces + 1`],
  ['inventory.piecesHaveWeight', `DELETE FROM items_catch_weight`],
  ['inventory.layersFollowTheirEntries', `UPDATE inventory_layer SET left_micro = left_micro - 1`],
  ['inventory.layersHoldTheStock', `UPDATE inventory_layer SET left_value_minor = left_value_minor + 1`],
  ['inventory.lotLayersHoldTheirLots', `UPDATE inventory_layer SET lot_id = lot_id + 7`],
  ['purchasing.landedCostsAreSpread', `UPDATE purchasing_landed_cost SET net_minor = net_minor + 1`],
  ['purchasing.invoiceTotalsFollowLines', `UPDATE purchasing_invoice SET tax_minor = tax_minor + 1`],
  ['purchasing.grniEqualsReceivedNotInvoiced', `UPDATE purchasing_receipt_line SET value_minor = value_minor + 1`],
  ['purchasing.grniEqualsReceivedNotInvoiced', `UPDATE purchasing_invoice SET state = 'reversed'`],
  ['treasury.applicationsEqualSettlements', `UPDATE treasury_application SET amount_minor = amount_minor + 1`],
  ['treasury.applicationsEqualSettlements', `DELETE FROM accounting_settlement`],
  ['treasury.appliedAndUnappliedMakeThePayment', `UPDATE treasury_payment SET unapplied_minor = unapplied_minor - 1`],
  [
    'treasury.advancesToSuppliersEqualAccount',
    `UPDATE treasury_payment SET unapplied_minor = unapplied_minor - 1 WHERE direction = 'out'`,
  ],
  [
    'treasury.advancesFromCustomersEqualAccount',
    `UPDATE treasury_payment SET state = 'reversed' WHERE direction = 'in'`,
  ],
  ['treasury.notesHeldEqualAccount', `UPDATE treasury_note SET amount_minor = 701 WHERE direction = 'in'`],
  ['treasury.notesHeldEqualAccount', `UPDATE treasury_payment SET note_id = NULL WHERE direction = 'in'`],
  ['treasury.notesIssuedEqualAccount', `UPDATE treasury_note SET state = 'paid' WHERE direction = 'out'`],
]

/**
 * Their offences stand in prices-with-tax, three-way-match, consignment and agreements, where there is something to
 * tamper with.
 */
const PROVED_BY_JOURNEYS = [
  'purchasing.pricesWithTaxMakeTheGross',
  'purchasing.releasesTakeWhatWasHeld',
  'purchasing.consignedIsSettledOrHere',
  'purchasing.agreementsAreNotOverdrawn',
  'inventory.consignedFollowsMovements',
  'inventory.consignedWithinStock',
]

describe('the proofs of the ledgers, purchasing and treasury', () => {
  it('hold on sound books and have something to examine', () => {
    const results = checks.map((check) => ({ name: check.name, ...check.run(company.reader) }))
    expect(results.filter(({ ok }) => !ok)).toEqual([])
    const empty = results.filter(({ examined }) => examined === 0).map(({ name }) => name)
    // Nothing was sold or reserved here: sales and warehouse journeys examine these.
    const abroad = new Set([...tamperingsAbroad.map(([check]) => check), ...PROVED_BY_JOURNEYS])
    expect(empty.filter((name) => !abroad.has(name))).toEqual([
      'accounting.receivableEqualsOpenItems',
      'inventory.reservedWithinAvailable',
      'inventory.serialsAreInOnePlace',
    ])
  })

  it.each(tamperings)('%s finds: %s', (check, sql) => {
    expect(foundAfter(company, checks, sql)).toContain(check)
  })

  it('has a known offence for each of them', () => {
    const proved = new Set([...[...tamperings, ...tamperingsAbroad].map(([check]) => check), ...PROVED_BY_JOURNEYS])
    expect(checks.map(({ name }) => name).filter((name) => !proved.has(name))).toEqual([])
  })
})
