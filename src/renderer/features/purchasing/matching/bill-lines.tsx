import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PriceText, QuantityText, StateTag } from '../../../ui'
import { useMatchTag, type MatchResult } from './match-tag'

interface Line {
  readonly item: { readonly id: number; readonly code: string; readonly name: string; readonly baseUnit: string }
  readonly document: string
  readonly result: MatchResult
  readonly quantityMicro: number
  readonly receivedMicro: number
  readonly priceMicro: number | null
  readonly agreedMicro: number | null
}

/** Asked beside received, price beside what was agreed. */
export function BillLines({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }): ReactNode {
  const { t } = useTranslation()
  const tag = useMatchTag()
  return (
    <table className="k-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('app.lines.item')}</th>
          <th scope="col">{t('purchasing.match.document')}</th>
          <th scope="col" className="k-right">
            {t('purchasing.match.asked')}
          </th>
          <th scope="col" className="k-right">
            {t('purchasing.match.came')}
          </th>
          <th scope="col" className="k-right">
            {t('app.lines.price')}
          </th>
          <th scope="col" className="k-right">
            {t('purchasing.match.agreed')}
          </th>
          <th scope="col">{t('purchasing.match.result')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={at}>
            <td>
              {line.item.code} {line.item.name}
            </td>
            <td>{line.document}</td>
            <td className="k-right">
              <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
            </td>
            <td className="k-right">
              <QuantityText quantityMicro={line.receivedMicro} unit={line.item.baseUnit} />
            </td>
            <td className="k-right">{line.priceMicro === null ? null : <PriceText priceMicro={line.priceMicro} />}</td>
            <td className="k-right">
              {line.agreedMicro === null ? null : <PriceText priceMicro={line.agreedMicro} />}
            </td>
            <td>
              <StateTag {...tag(line.result)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
