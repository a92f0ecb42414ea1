/** Offences against the proofs of foreign currencies, returns to suppliers and write-offs. */
export const tamperingsAbroad: readonly (readonly [check: string, sql: string])[] = [
  [
    'accounting.receivableForeignEqualsOpenItems',
    `UPDATE accounting_open_item SET foreign_minor = foreign_minor + 1 WHERE role = 'receivable' AND foreign_open_minor > 0`,
  ],
  [
    'accounting.payableForeignEqualsOpenItems',
    `UPDATE accounting_open_item SET foreign_minor = foreign_minor + 1 WHERE role = 'payable' AND foreign_open_minor > 0`,
  ],
  [
    'accounting.foreignOpenItemsFollowSettlements',
    `UPDATE accounting_settlement SET foreign_minor = foreign_minor + 1 WHERE foreign_minor IS NOT NULL`,
  ],
  [
    'accounting.linesKeepTheCurrencyOfTheirAccount',
    `UPDATE accounting_line SET currency = NULL, foreign_minor = NULL WHERE currency IS NOT NULL`,
  ],
  ['accounting.revaluationsFollowTheirEntries', `UPDATE accounting_revaluation SET amount_minor = amount_minor + 1`],
  [
    'accounting.revaluationsOfItemsAreTakenBack',
    `UPDATE accounting_entry SET posted_on = '2026-03-30' WHERE id IN (SELECT entry_id FROM accounting_revaluation)`,
  ],
  ['purchasing.heldInvoicesAreNotPaid', `UPDATE purchasing_invoice SET held = 1 WHERE state = 'posted'`],
  [
    'purchasing.returnsWithinReceipts',
    `UPDATE purchasing_return_line SET quantity_micro = quantity_micro * 100, sent_micro = sent_micro * 100`,
  ],
  ['purchasing.creditedFollowsCreditNotes', `UPDATE purchasing_return_line SET credited_micro = credited_micro - 1`],
  ['purchasing.creditTotalsFollowLines', `UPDATE purchasing_credit SET net_minor = net_minor + 1`],
  ['treasury.writeOffsEqualSettlements', `UPDATE treasury_write_off SET receivable_minor = receivable_minor + 1`],
  [
    'treasury.foreignAdvancesFromCustomersEqualAccount',
    `UPDATE treasury_payment SET foreign_unapplied_minor = foreign_unapplied_minor - 1
     WHERE direction = 'in' AND foreign_unapplied_minor > 0`,
  ],
  [
    'treasury.foreignAdvancesToSuppliersEqualAccount',
    `UPDATE treasury_payment SET foreign_unapplied_minor = foreign_unapplied_minor - 1
     WHERE direction = 'out' AND foreign_unapplied_minor > 0`,
  ],
  [
    'treasury.foreignApplicationsEqualSettlements',
    `UPDATE treasury_application SET foreign_minor = foreign_minor + 1 WHERE foreign_minor IS NOT NULL`,
  ],
]
