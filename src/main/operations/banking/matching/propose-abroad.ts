import { toBaseMinor, fromBaseMinor, type ExchangeRate } from '../../../../shared/values/exchange/rate'
import { companyProfile } from '../../../foundation/company'
import { currencyCodes, lastRate } from '../../../foundation/currencies'
import type { Reader } from '../../../kernel/db'
import { carriedMinor, requireOpenItem } from '../../../ledgers/accounting'
import { findMoneyAccount, isNamedIn } from '../../treasury'
import type { BankLine } from '../imports/statement-store'
import { isSameName, judged, patternOf, type Reason } from './confidence'
import { partnerQueries } from './partner-queries'
import type { PaymentProposal } from './propose'
import { ruleStore } from './rule-store'

/** Of a hundred: how far the bank's own rate may be from that of the day. */
const APART_PERCENT = 3

type Item = ReturnType<typeof partnerQueries.openItems>[number] & { readonly worthMinor: number }

/** Money of the line's account and items in another currency; one of the two is that of the books. */
interface Pair {
  readonly base: string
  /** Of the foreign one, on the day. */
  readonly rate: ExchangeRate
  readonly isMoneyForeign: boolean
}

const inMoney = ({ base, rate, isMoneyForeign }: Pair, itemMinor: number): number =>
  isMoneyForeign ? fromBaseMinor(itemMinor, rate, base) : toBaseMinor(itemMinor, rate, base)
const inItems = ({ base, rate, isMoneyForeign }: Pair, moneyMinor: number): number =>
  isMoneyForeign ? toBaseMinor(moneyMinor, rate, base) : fromBaseMinor(moneyMinor, rate, base)

/**
 * Items in another currency than the money: the bank has exchanged it on the way. Our own money may pay items of every
 * foreign currency, foreign money items of our own. What the items are worth at the rate of the day says which they are;
 * what the bank gave settles them whole where it comes near to that.
 */
export function abroad(reader: Reader, line: BankLine): PaymentProposal[] {
  const base = companyProfile(reader).currency
  const { currency } = findMoneyAccount(reader, line.accountId)
  return (currency === null ? currencyCodes(reader) : [currency]).flatMap((foreign) => {
    const rate = lastRate(reader, foreign, line.bookedOn)
    return rate === undefined ? [] : inOne(reader, line, { base, rate, isMoneyForeign: currency !== null })
  })
}

function inOne(reader: Reader, line: BankLine, pair: Pair): PaymentProposal[] {
  const { base, rate, isMoneyForeign } = pair
  const direction = line.amountMinor > 0 ? 'in' : 'out'
  const role = direction === 'in' ? 'receivable' : 'payable'
  const currency = isMoneyForeign ? null : rate.currency
  const amountMinor = Math.abs(line.amountMinor)
  const said = `${line.text} ${line.bankReference}`
  const rule = ruleStore.find(reader, direction, patternOf(line))
  return partnerQueries.withOpenItems(reader, role, currency).flatMap((partner): PaymentProposal[] => {
    const items = partnerQueries
      .openItems(reader, role, currency, partner.id)
      .filter(({ openMinor, postedOn }) => openMinor > 0 && postedOn <= line.bookedOn)
      .map((item) => Object.assign(item, { worthMinor: inMoney(pair, item.openMinor) }))
    const named = items.filter((item) => isNamedIn(item, said))
    const near = items.find(({ worthMinor }) => isNear(amountMinor, worthMinor))
    const isKnown = rule?.partnerId === partner.id
    const isSame = isSameName(partner.name, line.counterparty) || isSameName(partner.name, line.text)
    const chosen = named.length > 0 ? named : near !== undefined ? [near] : isSame || isKnown ? items.slice(0, 1) : []
    if (chosen.length === 0) return []
    const { applications, leftMinor, isWhole } = shared(chosen, amountMinor, pair)
    if (applications.some((each) => each.amountMinor === 0)) return []
    const reasons: Reason[] = [
      ...(named.length > 0 ? (['reference'] as const) : []),
      ...(isWhole ? (['dayRate'] as const) : []),
      ...(isSame ? (['name'] as const) : []),
      ...(isKnown ? (['rule'] as const) : []),
      ...(named.length === 0 && near === undefined ? (['oldest'] as const) : []),
    ]
    const carried = sum(applications, (each) =>
      carriedMinor(requireOpenItem(reader, each.openItemId), each.amountMinor),
    )
    const paid = sum(applications, (each) => each.paidMinor ?? 0)
    const worth = isMoneyForeign ? toBaseMinor(paid, rate, base) : paid
    const exchange = {
      ...rate,
      itemCurrency: currency ?? base,
      moneyCurrency: isMoneyForeign ? rate.currency : base,
      worthMinor: sum(chosen, (item) => item.worthMinor),
      gainMinor: direction === 'in' ? worth - carried : carried - worth,
    }
    return [{ kind: 'payment', partner, applications, leftMinor, exchange, ...judged(reasons) }]
  })
}

const isNear = (amountMinor: number, worthMinor: number): boolean =>
  Math.abs(amountMinor - worthMinor) * 100 <= worthMinor * APART_PERCENT

const sum = <Each>(all: readonly Each[], of: (each: Each) => number): number =>
  all.reduce((total, each) => total + of(each), 0)

/** What of the money each item takes: all of it where it comes near to what they are worth, else as the day's rate says. */
function shared(chosen: readonly Item[], amountMinor: number, pair: Pair) {
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
    const settled = isWhole || paidMinor === worthMinor ? openMinor : inItems(pair, paidMinor)
    return [{ openItemId: id, documentNumber, amountMinor: Math.min(settled, openMinor), paidMinor }]
  })
  return { applications, leftMinor, isWhole }
}
