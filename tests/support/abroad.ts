import type { TestCompany } from './company'
import { PIECE, type Supplies } from './supplies'

/** What a company needs to deal in dollars. */
export interface Abroad {
  readonly customerId: number
  readonly supplierId: number
  readonly advice: { readonly id: number; readonly packId: number }
  /** a bank account in dollars, and the one in our own money */
  readonly dollars: number
  readonly own: number
}

export const USD = { currency: 'USD' } as const

/** Ours for a dollar, from each day on. */
const MARCH = { '2026-03-01': 7.1, '2026-03-10': 7.05, '2026-03-20': 7.2, '2026-03-31': 7.15, '2026-04-10': 7 }

/** Dollars and yen, an account in dollars, partners who deal in them, and a service that is free of tax. */
export function goAbroad({ owner, bookkeeper }: TestCompany, days: Readonly<Record<string, number>> = MARCH): Abroad {
  const { currencies, treasury } = bookkeeper
  currencies.addCurrency({ code: 'USD' })
  currencies.addCurrency({ code: 'JPY', units: 100 })
  const rates = Object.entries(days).map(([validFrom, rate]) => ({
    currency: 'USD',
    validFrom,
    rateMicro: Math.round(rate * 1e6),
  }))
  currencies.setRates({ rates: [...rates, { currency: 'JPY', validFrom: '2026-03-01', rateMicro: 4_781_200 }] })
  const partner = {
    name: 'Overseas',
    paymentTermsDays: 30,
    creditLimitMinor: null,
    minimumRemainingLifeDays: 0,
    taxNumber: '',
    phone: '',
    email: '',
    address: '',
    ...USD,
  }
  const { id } = owner.items.addItem({
    code: 'ADVICE',
    name: 'Advice',
    otherName: '',
    kind: 'service',
    category: '',
    baseUnit: 'h',
    lotTracked: false,
    shelfLifeDays: null,
    taxCode: 'zero',
    salesPriceMicro: 0,
    purchasePriceMicro: 0,
    supplierId: null,
    weightGrams: 0,
    volumeMillilitres: 0,
    packs: [{ unit: 'h', baseQuantity: 1, barcodes: [] }],
  })
  return {
    customerId: owner.parties.addPartner({ ...partner, code: 'OC', isCustomer: true, isSupplier: false }).id,
    supplierId: owner.parties.addPartner({ ...partner, code: 'OS', isCustomer: false, isSupplier: true }).id,
    advice: { id, packId: owner.items.getItem({ id }).packs[0]?.id ?? 0 },
    dollars: treasury.addAccount({ kind: 'bank', name: 'Dollar account', ...USD }).id,
    own: treasury.listAccounts({}).rows.find(({ kind }) => kind === 'bank')?.id ?? 0,
  }
}

/** An invoice over `amount` dollars (or another currency) of advice; answers its open item. */
export function billAdvice(
  company: TestCompany,
  supplies: Supplies,
  abroad: Abroad,
  what: { readonly amount: number; readonly on?: string | undefined; readonly currency?: string | null | undefined },
) {
  const { sales, accounting } = company.bookkeeper
  const { amount, on = '2026-03-02', currency = 'USD' } = what
  const { id: orderId } = sales.saveOrder({
    customerId: abroad.customerId,
    warehouseId: supplies.warehouseId,
    orderedOn: on,
    promisedOn: on,
    currency,
    lines: [
      {
        itemId: abroad.advice.id,
        packId: abroad.advice.packId,
        quantityMicro: PIECE,
        priceMicro: Math.round(amount * 1e6),
      },
    ],
  })
  sales.confirmOrder({ id: orderId })
  const { id } = sales.invoiceOrder({ orderId, invoicedOn: on })
  const item = accounting.listOpenItems({ role: 'receivable' }).rows.find(({ sourceId }) => sourceId === id)
  return { id, orderId, openItemId: item?.id ?? 0 }
}
