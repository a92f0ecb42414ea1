import { useTranslation } from 'react-i18next'
import { quoteSides } from '../../../shared/values/exchange/rate'
import { formatScaled } from '../../../shared/values/format'
import { MoneyText, type DocumentFact, type ListColumn } from '../../ui'
import { useSession } from '../session'
import { useForeignCurrencies } from './foreign-currencies'

interface Totals {
  readonly netMinor: number | null
  readonly taxMinor: number | null
  readonly grossMinor: number | null
  readonly currency: string | null
  readonly foreignNetMinor: number | null
  readonly foreignTaxMinor: number | null
  readonly openMinor?: number
  readonly foreignOpenMinor?: number | null
}

/** A document's figures in its own currency, as it is printed; `currency` is undefined for that of the books. */
export function inItsCurrency(document: Totals) {
  const { currency, foreignNetMinor, foreignTaxMinor } = document
  const openMinor = document.foreignOpenMinor ?? document.openMinor ?? 0
  if (currency === null || foreignNetMinor === null || foreignTaxMinor === null) {
    const { netMinor, taxMinor, grossMinor } = document
    return {
      currency: undefined,
      netMinor: netMinor ?? 0,
      taxMinor: taxMinor ?? 0,
      grossMinor: grossMinor ?? 0,
      openMinor,
    }
  }
  const grossMinor = foreignNetMinor + foreignTaxMinor
  return { currency, netMinor: foreignNetMinor, taxMinor: foreignTaxMinor, grossMinor, openMinor }
}

/** Net, tax and gross as the totals of a document's page; `currency` only where it is not that of the books. */
export function useTotals() {
  const { t } = useTranslation()
  return (document: {
    readonly netMinor: number
    readonly taxMinor: number
    readonly grossMinor: number
    readonly currency?: string | null | undefined
  }) =>
    (['net', 'tax', 'gross'] as const).map((key) => ({
      key,
      label: t(`app.lines.${key}`),
      value: (
        <MoneyText
          amountMinor={document[`${key}Minor`]}
          currency={document.currency ?? undefined}
          symbol={typeof document.currency === 'string'}
        />
      ),
      isStrong: key === 'gross',
    }))
}

interface Line {
  readonly priceMicro: number | null
  readonly netMinor: number | null
  readonly foreignPriceMicro: number | null
  readonly foreignNetMinor: number | null
}

/** The same of a line. */
export function lineInItsCurrency<L extends Line>(line: L): L {
  const { foreignPriceMicro, foreignNetMinor } = line
  return foreignPriceMicro === null ? line : { ...line, priceMicro: foreignPriceMicro, netMinor: foreignNetMinor }
}

/** Of a foreign document: the rate that is fixed on it, and what it is in the books. Nothing for the others. */
export function useRateFacts(document: (Totals & { readonly rateMicro: number | null }) | undefined): DocumentFact[] {
  const { t } = useTranslation()
  const base = useSession().company.currency
  const foreign = useForeignCurrencies()
  if (document === undefined || document.currency === null || document.rateMicro === null) return []
  const quote = foreign.find(({ code }) => code === document.currency) ?? { units: 1, quoted: 'direct' as const }
  const [left, right] = quoteSides({ ...quote, currency: document.currency }, base)
  return [
    {
      key: 'rate',
      label: t('currencies.rate'),
      value: `${left} = ${formatScaled(document.rateMicro, 6, { minDecimals: 4 })} ${right}`,
    },
    {
      key: 'books',
      label: t('currencies.inBooks', { currency: base }),
      value: <MoneyText amountMinor={document.grossMinor ?? 0} />,
    },
  ]
}

/** A column for amounts in foreign currencies, on lists of a company that has any. */
export function useForeignColumn<Row>(
  read: (row: Row) => { readonly currency: string | null; readonly amountMinor: number | null },
  key = 'foreignMinor',
): ListColumn<Row>[] {
  const { t } = useTranslation()
  if (useForeignCurrencies().length === 0) return []
  return [
    {
      key,
      title: t('currencies.amount'),
      kind: 'money',
      width: 150,
      value: (row) => (read(row).currency === null ? null : read(row).amountMinor),
      currency: (row) => read(row).currency ?? '',
    },
  ]
}
