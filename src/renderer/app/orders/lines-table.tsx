import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MoneyText, PriceText } from '../../ui'
import { GoodsQuantity } from '../documents/goods-quantity'
import { useNavigation } from '../pages'

export interface ShownLine {
  readonly id: number
  readonly item: { readonly id: number; readonly code: string; readonly name: string; readonly baseUnit: string }
  readonly quantityMicro: number
  /** of goods that are paid by weight, as counted */
  readonly pieces?: number | null
  readonly priceMicro: number | null
  /** as it was entered, where it includes the tax */
  readonly grossPriceMicro?: number | null
  readonly netMinor: number | null
  /** Lot, what is shipped, what is invoiced: one column each, in this order. */
  readonly more?: readonly ReactNode[]
}

/** The lines of a posted document, read-only; the item opens. */
export function LinesTable(props: {
  readonly label: string
  readonly lines: readonly ShownLine[]
  readonly moreTitles?: readonly string[]
  readonly hidesAmounts?: boolean
  /** What prices and amounts are in; left out, the currency of the books. */
  readonly currency?: string | undefined
}): ReactNode {
  const { label, lines, moreTitles = [], hidesAmounts = false, currency } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  const includesTax = lines.some(({ grossPriceMicro = null }) => grossPriceMicro !== null)
  return (
    <table className="k-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('app.lines.item')}</th>
          <th scope="col" className="k-right">
            {t('app.lines.quantity')}
          </th>
          {moreTitles.map((title) => (
            <th key={title} scope="col" className="k-right">
              {title}
            </th>
          ))}
          {hidesAmounts ? null : (
            <>
              <th scope="col" className="k-right">
                {t(includesTax ? 'app.lines.priceWithTax' : 'app.lines.price')}
              </th>
              <th scope="col" className="k-right">
                {t('app.lines.net')}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td>
              <button type="button" className="k-plain k-link" onClick={() => open('items.item', { id: line.item.id })}>
                {line.item.code}
              </button>{' '}
              {line.item.name}
            </td>
            <td className="k-right">
              <GoodsQuantity item={line.item} quantityMicro={line.quantityMicro} pieces={line.pieces} />
            </td>
            {(line.more ?? []).map((cell, at) => (
              <td key={moreTitles[at]} className="k-right">
                {cell}
              </td>
            ))}
            {hidesAmounts ? null : (
              <>
                <td className="k-right">
                  {line.priceMicro === null ? null : (
                    <PriceText priceMicro={line.grossPriceMicro ?? line.priceMicro} currency={currency} />
                  )}
                </td>
                <td className="k-right">
                  {line.netMinor === null ? null : <MoneyText amountMinor={line.netMinor} currency={currency} />}
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
