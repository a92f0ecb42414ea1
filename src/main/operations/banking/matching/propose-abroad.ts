import { toBaseMinor, fromBaseMinor, type ExchangeRate } from '../../../../shared/values/exchange/rate'
import { companyProfile } from '../../../foundation/company'
import { currencyCodes, lastRate } from '../../../foundation/currencies'
import type { Reader } from '../../../kernel/db'
import { carriedMinor, requireOpenItem } from '../../../ledgers/accounting'
import { isNamedIn } from '../../treasury'
import type { BankLine } from '../imports/statement-store'
import { isSameName, judged, patternOf, type Reason } from './confidence'
import { partnerQueries } from './partner-queries'
import type { PaymentProposal } from './propose'
import { ruleStore } from './rule-store'

/** Of a hundred: how far the bank's own rate may be from that of the day. */
const APART_PERCENT = 3

type Item = ReturnType<typeof partnerQueries.openItems>[number] & { readonly worthMinor: number }

/**
 * Items in a foreign currency that money of our own may pay: the bank has exchanged it on the way. What the items are worth
 * at the rate of the day says which they are; what the bank gave settles them whole where it comes near to that.
 */
export function abroad(reader: Reader, line: BankLine): PaymentProposal[] {
  const base = companyProfile(reader).currency
  return currencyCodes(reader).flatMap((currency) => {
    const rate = lastRate(reader, currency, line.bookedOn)
    return rate === undefined ? [] : inOne(reader, line, rate, base)
  })
}

function inOne(reader: Reader, line: BankLine, rate: ExchangeRate, base: string): PaymentProposal[] {
  const direction = line.amountMinor > 0 ? 'in' : 'out'
  const role = direction === 'in' ? 'receivable' : 'payable'
  const { currency } = rate
  const amountMinor = Math.abs(line.amountMinor)
  const said = `${line.text} ${line.bankReference}`
  const rule = ruleStore.find(reader, direction, patternOf(line))
  return partnerQueries.withOpenItems(reader, role, currency).flatMap((partner): PaymentProposal[] => {
    const items = partnerQueries
      .openItems(reader, role, currency, partner.id)
      .filter(({ openMinor, postedOn }) => openMinor > 0 && postedOn <= line.bookedOn)
      .map((item) => Object.assign(item, { worthMinor: toBaseMinor(item.openMinor, rate, base) }))
    const named = items.filter((item) => isNamedIn(item, said))
    const near = items.find(({ worthMinor }) => isNear(amountMinor, worthMinor))
    const isKnown = rule?.partnerId === partner.id
    const isSame = isSameName(partner.name, line.counterparty) || isSameName(partner.name, line.text)
    const chosen = named.length > 0 ? named : near !== undefined ? [near] : isSame || isKnown ? items.slice(0, 1) : []
    if (chosen.length === 0) return []
    const { applications, leftMinor, isWhole } = shared(chosen, amountMinor, rate, base)
    if (applications.some((each) => each.amountMinor === 0)) return []
    const reasons: Reason[] = [
      ...(named.length > 0 ? (['reference'] as const) : []),
      ...(isWhole ? (['dayRate'] as const) : []),
      ...(isSame ? (['name'] as const) : []),
      ...(isKnown ? (['rule'] as const) : []),
      ...(named.length === 0 && near === undefined ? (['oldest'] as const) : []),
    ]
    const { quoted, rateMicro, units } = rate
    const carried = sum(applications, (each) =>
      carriedMinor(requireOpenItem(reader, each.openItemId), each.amountMinor),
    )
    const paid = sum(applications, (each) => each.paidMinor ?? 0)
    const gainMinor = direction === 'in' ? paid - carried : carried - paid
    const exchange = {
      currency,
      quoted,
      rateMicro,
      units,
      worthMinor: sum(chosen, (item) => item.worthMinor),
      gainMinor,
    }
    return [{ kind: 'payment', partner, applications, leftMinor, exchange, ...judged(reasons) }]
  })
}

const isNear = (amountMinor: number, worthMinor: number): boolean =>
  Math.abs(amountMinor - worthMinor) * 100 <= worthMinor * APART_PERCENT

const sum = <Each>(all: readonly Each[], of: (each: Each) => number): number =>
  all.reduce((total, each) => total + of(each), 0)

/** What of the money each item takes: all of it where it comes near to what they are worth, else as the day's rate says. */
function shared(chosen: readonly Item[], amountMinor: number, rate: ExchangeRate, base: string) {
  const isWhole = isNear(
    amountMinor,
    sum(chosen, ({ worthMinor }) => worthMinor),
  )
  let leftMinor = amountMinor
  const applications = chosen.flatMap(({ id, documentNumber, openMinor, worthMinor }, at) => {
    if (leftMinor === 0) return []
    const isLast = at === chosen.length - 1
    const paidMinor = isWhole && isLast ? leftMinor : Math.min(worthMinor, leftMinor)
    leftMinor -= paidMinor
    const settled = isWhole || paidMinor === worthMinor ? openMinor : fromBaseMinor(paidMinor, rate, base)
    return [{ openItemId: id, documentNumber, amountMinor: Math.min(settled, openMinor), paidMinor }]
  })
  return { applications, leftMinor, isWhole }
}
