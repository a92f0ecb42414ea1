import type { ReactNode } from 'react'
import { formatMoney, formatPercent, formatPrice, formatQuantity, type Integer } from '../../../shared/values/format'
import { type DateForm, formatDate, formatDateTime } from '../../../shared/values/format-date'
import { useLanguage, useUi } from '../theme/ui-provider'

interface NumberTextProps {
  readonly className?: string | undefined
  /** In tables zero is a dash; set false where the zero itself is the message. */
  readonly zeroAsDash?: boolean
  /** A plus sign before positive values, for differences. */
  readonly plus?: boolean
}

function NumberText(props: { value: Integer; text: string; className: string | undefined }): ReactNode {
  const { value, text, className } = props
  const sign = value < 0 ? ' k-num-negative' : value === 0 || value === 0n ? ' k-num-zero' : ''
  return <span className={`k-num${sign}${className === undefined ? '' : ` ${className}`}`}>{text}</span>
}

export interface MoneyTextProps extends NumberTextProps {
  readonly amountMinor: Integer
  /** ISO 4217; the company's currency when left out. */
  readonly currency?: string | undefined
  /** Print the currency's sign. Needed wherever the amount may not be in the company's currency. */
  readonly symbol?: boolean
}

/** An amount in integer minor units. Negative amounts are red and carry a minus. */
export function MoneyText(props: MoneyTextProps): ReactNode {
  const { amountMinor, currency, symbol = false, zeroAsDash = true, plus = false, className } = props
  const ui = useUi()
  const text = formatMoney(amountMinor, useLanguage(), { currency: currency ?? ui.currency, symbol, zeroAsDash, plus })
  return <NumberText value={amountMinor} text={text} className={className} />
}

export interface QuantityTextProps extends NumberTextProps {
  readonly quantityMicro: Integer
  readonly unit?: string | undefined
}

/** A quantity in integer micro units, with as many decimals as it has. */
export function QuantityText(props: QuantityTextProps): ReactNode {
  const { quantityMicro, unit, zeroAsDash = true, plus = false, className } = props
  const text = formatQuantity(quantityMicro, { zeroAsDash, plus, ...(unit === undefined ? {} : { unit }) })
  return <NumberText value={quantityMicro} text={text} className={className} />
}

export interface PriceTextProps extends NumberTextProps {
  readonly priceMicro: Integer
  readonly currency?: string | undefined
}

/** A price in integer micro units of the currency. */
export function PriceText(props: PriceTextProps): ReactNode {
  const { priceMicro, currency, zeroAsDash = true, plus = false, className } = props
  const ui = useUi()
  const text = formatPrice(priceMicro, { currency: currency ?? ui.currency, zeroAsDash, plus })
  return <NumberText value={priceMicro} text={text} className={className} />
}

/** A rate in micro (13 % = 130000) as percent. */
export function PercentText(props: NumberTextProps & { readonly rateMicro: Integer }): ReactNode {
  const { rateMicro, zeroAsDash = true, plus = false, className } = props
  return <NumberText value={rateMicro} text={formatPercent(rateMicro, { zeroAsDash, plus })} className={className} />
}

/** A calendar day `YYYY-MM-DD`; nothing where there is none. */
export function DateText(props: { readonly date: string | null | undefined; readonly form?: DateForm }): ReactNode {
  const { date, form = 'short' } = props
  const language = useLanguage()
  if (date === null || date === undefined || date === '') return null
  return (
    <time className="k-num" dateTime={date}>
      {formatDate(date, language, form)}
    </time>
  )
}

/** A moment in milliseconds since 1970, in the reader's zone. */
export function DateTimeText(props: { readonly at: number | null | undefined }): ReactNode {
  const { at } = props
  const language = useLanguage()
  if (at === null || at === undefined) return null
  return (
    <time className="k-num" dateTime={new Date(at).toISOString()}>
      {formatDateTime(at, language)}
    </time>
  )
}
