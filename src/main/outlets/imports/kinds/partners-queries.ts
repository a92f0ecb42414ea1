import { figure, type Cells, type Column } from '../cells'
import type { Kind } from '../kind'

const columns = [
  { name: 'code', type: 'text', isKey: true, isNeeded: true },
  { name: 'name', type: 'text', isNeeded: true },
  { name: 'isCustomer', type: 'yesNo', whenNew: 'no' },
  { name: 'isSupplier', type: 'yesNo', whenNew: 'no' },
  { name: 'paymentTermsDays', type: 'count', whenNew: '30' },
  { name: 'cashDiscount', type: 'share', whenNew: '0' },
  { name: 'cashDiscountDays', type: 'count', whenNew: '0' },
  { name: 'creditLimit', type: 'money' },
  { name: 'minimumRemainingLifeDays', type: 'count', whenNew: '0' },
  { name: 'taxNumber', type: 'text' },
  { name: 'phone', type: 'text' },
  { name: 'email', type: 'text' },
  { name: 'address', type: 'text' },
  { name: 'currency', type: 'text' },
] as const satisfies readonly Column[]

function inputOf(cells: Cells, moneyDecimals: number) {
  const number = (name: string): number => {
    const column = columns.find((one) => one.name === name)
    return column === undefined ? 0 : figure(cells, column, moneyDecimals)
  }
  const { code, name, taxNumber = '', phone = '', email = '', address = '', currency = '', creditLimit = '' } = cells
  return {
    code,
    name,
    isCustomer: cells['isCustomer'] === 'yes',
    isSupplier: cells['isSupplier'] === 'yes',
    paymentTermsDays: number('paymentTermsDays'),
    cashDiscountMicro: number('cashDiscount'),
    cashDiscountDays: number('cashDiscountDays'),
    creditLimitMinor: creditLimit === '' ? null : number('creditLimit'),
    minimumRemainingLifeDays: number('minimumRemainingLifeDays'),
    taxNumber,
    phone,
    email,
    address,
    currency: currency === '' ? null : currency.toUpperCase(),
  }
}

/** Customers and suppliers. A share of 2 % stands as 2 in the table and as 20000 micro in the file of the company. */
export const partners: Kind = {
  columns,
  rows: `
    SELECT p.id, p.active, p.code, p.name, p.is_customer AS isCustomer, p.is_supplier AS isSupplier,
      p.payment_terms_days AS paymentTermsDays, p.cash_discount_micro AS cashDiscount,
      p.cash_discount_days AS cashDiscountDays, p.credit_limit_minor AS creditLimit,
      p.minimum_remaining_life_days AS minimumRemainingLifeDays, p.tax_number AS taxNumber, p.phone, p.email, p.address,
      p.currency
    FROM v_parties_partner_card p`,
  byKey: 'p.code = ?1 COLLATE NOCASE',
  shown: 'p.active = 1',
  order: 'p.code',
  give({ moneyDecimals }, cells, kept) {
    const input = inputOf(cells, moneyDecimals)
    if (kept === undefined) return [{ name: 'parties.addPartner', input }]
    const change = { name: 'parties.changePartner', input: { id: kept.id, ...input } }
    return kept.isAway ? [{ name: 'parties.restorePartner', input: { id: kept.id } }, change] : [change]
  },
  takeBack: (_context, _cells, kept) => [{ name: 'parties.archivePartner', input: { id: kept.id } }],
}
