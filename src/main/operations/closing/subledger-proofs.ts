import type { Check } from '../../kernel/check'
import type { ClosingCheck } from '../../ledgers/accounting'

/** What `verify` proves of lists that stand behind an account. A month is not closed over a difference. */
const PROOFS: ReadonlySet<string> = new Set([
  'inventory.valueEqualsStockAccount',
  'purchasing.grniEqualsReceivedNotInvoiced',
  'treasury.advancesFromCustomersEqualAccount',
  'treasury.advancesToSuppliersEqualAccount',
  'treasury.notesHeldEqualAccount',
  'treasury.notesIssuedEqualAccount',
  'assets.costEqualsAccount',
  'assets.depreciationEqualsAccount',
  'prepaid.partsEqualTheirVouchers',
  'payroll.runsEqualTheirPostings',
  'payroll.paymentsEqualTheirPostings',
])

/** Stock, goods received, advances, notes, assets and wages against their accounts, each named by its proof. */
export function subledgerProofs(checks: readonly Check[]): ClosingCheck {
  const proofs = checks.filter(({ name }) => PROOFS.has(name))
  return {
    key: 'closing.subledgers',
    severity: 'blocks',
    page: 'books.trialBalance',
    find(reader) {
      const findings = proofs
        .map((proof) => proof.run(reader))
        .filter(({ ok }) => !ok)
        .map(({ detail }) => ({ kind: null, id: null, label: detail, on: null, amountMinor: null }))
      return { count: findings.length, findings }
    },
  }
}
