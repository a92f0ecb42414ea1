import type { Reader } from '../../kernel/db'
import { idOfRole } from '../../ledgers/accounting'
import { familyOf, refOf } from './account-family'
import { lineQueries } from './line-queries'
import { quantityQueries, type QuantityInput } from './quantity-queries'

/** What came in and went out of an account that counts: stock by its movements, others by their lines. */
export function quantityLedger(reader: Reader, input: QuantityInput & { readonly accountCode: string }) {
  const { account, ids } = familyOf(reader, input.accountCode)
  const queries = quantityQueries(ids.includes(idOfRole(reader, 'stock')) ? 'movements' : 'lines', ids)
  const opening = queries.before(reader, input)
  const first = queries.first(reader, input)
  let balanceMicro = opening.micro + first.micro
  let balanceMinor = opening.minor + first.minor
  const rows = queries.page(reader, input).map(({ micro, minor, isIn, ...row }) => {
    balanceMicro += micro
    balanceMinor += minor
    return {
      ...row,
      sourceNumber: lineQueries.documentNumber(reader, row.sourceKind, row.sourceId),
      inMicro: isIn ? micro : 0,
      inMinor: isIn ? minor : 0,
      outMicro: isIn ? 0 : 0 - micro,
      outMinor: isIn ? 0 : 0 - minor,
      balanceMicro,
      balanceMinor,
    }
  })
  const within = queries.within(reader, input)
  return {
    account: refOf(account),
    unit: input.itemId === undefined ? account.quantityUnit : quantityUnitOf(reader, input.itemId),
    openingMicro: opening.micro,
    openingMinor: opening.minor,
    closingMicro: opening.micro + within.micro,
    closingMinor: opening.minor + within.minor,
    total: within.total,
    rows,
  }
}

const quantityUnitOf = (reader: Reader, itemId: number): string | null =>
  quantityQueries('movements', []).unit(reader, itemId)
