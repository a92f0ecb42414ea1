import { brokenChecks, type Client, type TestCompany } from './company'

/** Base data for journeys through purchasing, treasury and the ledgers: who supplies what, to which warehouse. */
export interface Supplies {
  readonly warehouseId: number
  readonly supplierId: number
  readonly customerId: number
  /** not kept by lot, 13 % (cn-sbe) or 20 % (generic) tax */
  readonly bolt: { readonly id: number; readonly packId: number }
  /** kept by lot with a shelf life of 360 days */
  readonly tea: { readonly id: number; readonly packId: number }
}

const PARTNER = {
  creditLimitMinor: null,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '',
  email: '',
  address: '',
}

export const ITEM = {
  otherName: '',
  kind: 'stock',
  category: 'General',
  baseUnit: 'pc',
  lotTracked: false,
  shelfLifeDays: null,
  taxCode: 'standard',
  salesPriceMicro: 20_000_000,
  purchasePriceMicro: 10_000_000,
  supplierId: null,
  weightGrams: 100,
  volumeMillilitres: 100,
} as const

export function addSupplies(company: TestCompany): Supplies {
  const { owner } = company
  const warehouse = owner.warehouse.addWarehouse({
    code: 'W1',
    name: 'Main',
    zones: [{ code: 'A', name: 'Ambient', categories: [], aisles: 2, baysPerAisle: 4, levels: 2 }],
  })
  const supplierId = owner.parties.addPartner({
    ...PARTNER,
    code: 'S1',
    name: 'Northern Supplies',
    isCustomer: false,
    isSupplier: true,
    paymentTermsDays: 30,
  }).id
  const customerId = owner.parties.addPartner({
    ...PARTNER,
    code: 'C1',
    name: 'Corner Shop',
    isCustomer: true,
    isSupplier: false,
    paymentTermsDays: 14,
  }).id
  const addItem = (code: string, name: string, fields: object, barcode: string): { id: number; packId: number } => {
    const { id } = owner.items.addItem({
      ...ITEM,
      ...fields,
      code,
      name,
      packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [barcode] }],
    })
    return { id, packId: owner.items.getItem({ id }).packs[0]?.id ?? 0 }
  }
  return {
    warehouseId: warehouse.id,
    supplierId,
    customerId,
    bolt: addItem('BOLT', 'Bolt M8', {}, '4006381333931'),
    tea: addItem('TEA', 'Green tea', { lotTracked: true, shelfLifeDays: 360, taxCode: 'reduced' }, '5901234123457'),
  }
}

export const PIECE = 1_000_000

interface Purchase {
  readonly item: { readonly id: number; readonly packId: number }
  readonly pieces: number
  readonly priceMicro: number
}

/** A confirmed purchase order; answers its id and its lines' ids. */
export function order(
  client: Client,
  supplies: Supplies,
  purchases: readonly Purchase[],
): { id: number; lineIds: number[]; number: string | null } {
  const draft = client.purchasing.saveOrder({
    supplierId: supplies.supplierId,
    warehouseId: supplies.warehouseId,
    orderedOn: '2026-03-02',
    expectedOn: '2026-03-05',
    lines: purchases.map(({ item, pieces, priceMicro }) => ({
      itemId: item.id,
      packId: item.packId,
      quantityMicro: pieces * PIECE,
      priceMicro,
    })),
  })
  const { number } = client.purchasing.confirmOrder({ id: draft.id })
  const lineIds = client.purchasing.getOrder({ id: draft.id }).lines.map(({ id }) => id)
  return { id: draft.id, lineIds, number }
}

/** Balances of the trial balance by account code, debit above zero; accounts at zero left out. */
export function balances(client: Client, to = '2026-12-31'): Record<string, number> {
  const { rows } = client.accounting.trialBalance({ from: '2026-01-01', to })
  return Object.fromEntries(
    rows
      .map((row) => [row.accountCode, row.closingDebitMinor - row.closingCreditMinor] as const)
      .filter(([, balance]) => balance !== 0),
  )
}

/** Ends a journey: whatever it did, every invariant of the company still holds. */
export function closeSound(company: TestCompany): void {
  const broken = brokenChecks(company.reader)
  company.close()
  if (broken.length > 0) throw new Error(`the company is not sound any more:\n${broken.join('\n')}`)
}
