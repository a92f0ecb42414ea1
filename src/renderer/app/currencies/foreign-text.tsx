import type { ReactNode } from 'react'
import { formatMoney } from '../../../shared/values/format'
import { useLanguage } from '../../ui'

/** The foreign side of an amount, softly beside it; nothing where there is none. */
export function ForeignText(props: {
  readonly currency: string | null | undefined
  readonly amountMinor: number | null | undefined
}): ReactNode {
  const { currency, amountMinor } = props
  const language = useLanguage()
  if (currency === null || currency === undefined || amountMinor === null || amountMinor === undefined) return null
  return <span className="k-soft k-num">{` ${currency} ${formatMoney(amountMinor, language, { currency })}`}</span>
}
