import { addDays } from '../../../../../shared/values/date'
import { requirePartner } from '../../../../foundation/parties'
import type { Reader } from '../../../../kernel/db'
import { openingQueries, type KnownPartner } from '../opening-queries'
import type { CellError } from '../tables/cells'
import { plain } from '../tables/cells'
import type { OpenItemRow } from '../tables/lists'

export interface NewPartner {
  readonly key: string
  readonly code: string
  readonly name: string
  isCustomer: boolean
  isSupplier: boolean
}

export interface PlannedItem extends OpenItemRow {
  /** Of a partner that is here already, or the key of one that posting adds. */
  readonly partner: number | string
  readonly document: string
  readonly dueOn: string
}

/** Open items with their partners: those that are known by code or name, and those that posting adds. */
export function planItems(
  reader: Reader,
  opensOn: string,
  rows: readonly OpenItemRow[],
): { rows: PlannedItem[]; newPartners: NewPartner[]; errors: CellError[] } {
  const errors: CellError[] = []
  if (rows.length === 0) return { rows: [], newPartners: [], errors }
  const partners = openingQueries.partners(reader)
  const byCode = new Map(partners.map((partner) => [partner.code.toLowerCase(), partner]))
  const byName = new Map(partners.map((partner) => [plain(partner.name), partner]))
  const added = new Map<string, NewPartner>()
  const terms = new Map<number, number>()
  const dueAfter = (partner: KnownPartner): number => {
    const known = terms.get(partner.id) ?? requirePartner(reader, partner.id).paymentTermsDays
    terms.set(partner.id, known)
    return known
  }
  const planned = rows.flatMap((item): PlannedItem[] => {
    const fail = (column: string, code: string, value: string): void =>
      void errors.push({ row: item.row, column, code, value })
    const isCustomer = item.kind === 'receivable' || item.kind === 'advance-from-customer'
    const known =
      item.partnerCode === ''
        ? byName.get(plain(item.partnerName))
        : (byCode.get(item.partnerCode.toLowerCase()) ?? undefined)
    if (item.issuedOn !== undefined && item.issuedOn > opensOn) fail('issuedOn', 'afterOpening', item.issuedOn)
    const issuedOn = item.issuedOn ?? opensOn
    const document = item.document === '' ? `${opensOn.slice(0, 7)}/${item.row}` : item.document
    if (known !== undefined) {
      if (isCustomer && known.isCustomer !== 1) fail('partnerCode', 'notACustomer', known.code)
      if (!isCustomer && known.isSupplier !== 1) fail('partnerCode', 'notASupplier', known.code)
      if (known.active !== 1) fail('partnerCode', 'archived', known.code)
      const dueOn = item.dueOn ?? addDays(issuedOn, dueAfter(known))
      return [{ ...item, partner: known.id, document, dueOn }]
    }
    if (item.partnerCode === '') {
      if (item.partnerName !== '') fail('partnerName', 'partnerUnknown', item.partnerName)
      return []
    }
    if (item.partnerCode.length > 40) fail('partnerCode', 'tooLong', item.partnerCode)
    const key = item.partnerCode.toLowerCase()
    const partner = added.get(key) ?? {
      key,
      code: item.partnerCode,
      name: (item.partnerName === '' ? item.partnerCode : item.partnerName).slice(0, 200),
      isCustomer: false,
      isSupplier: false,
    }
    if (isCustomer) partner.isCustomer = true
    else partner.isSupplier = true
    added.set(key, partner)
    return [{ ...item, partner: key, document, dueOn: item.dueOn ?? issuedOn }]
  })
  return { rows: planned, newPartners: [...added.values()], errors }
}
