import { Button, Radio } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../shared/values/format'
import { MoneyText, PriceText, QuantityText } from '../../../ui'
import type { Enquiry } from './shown-enquiry'

interface ComparisonProps {
  readonly enquiry: Enquiry
  readonly mayAct: boolean
  /** By line: the supplier that gets it. */
  readonly chosen: ReadonlyMap<number, number>
  onChoose(lineId: number, supplierId: number): void
  onAnswer(supplierId: number): void
  onDecline(supplierId: number): void
}

/** A row a line, a column a supplier: price, amount, days; the cheapest is named, and who would be too late. */
export function Comparison(props: ComparisonProps): ReactNode {
  const { enquiry, mayAct } = props
  const { t } = useTranslation()
  return (
    <table className="k-table" aria-label={t('sourcing.comparison')}>
      <thead>
        <tr>
          <th scope="col">{t('app.lines.item')}</th>
          <th scope="col" className="k-right">
            {t('sourcing.wanted')}
          </th>
          {enquiry.bidders.map(({ supplier, state }) => (
            <th key={supplier.id} scope="col" className="k-right">
              {supplier.name}
              {state === 'answered' ? null : <div className="k-soft">{t(`sourcing.states.${state}`)}</div>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {enquiry.lines.map((line) => (
          <tr key={line.id}>
            <td>
              {line.item.code} {line.item.name}
            </td>
            <td className="k-right">
              <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
            </td>
            {enquiry.bidders.map(({ supplier, state }) => (
              <td key={supplier.id} className="k-right">
                <Bid {...props} line={line} supplier={supplier} hasAnswered={state === 'answered'} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t('sourcing.whole')}
          </th>
          {enquiry.bidders.map((bidder) => (
            <td key={bidder.supplier.id} className="k-right">
              {bidder.amountMinor !== null ? (
                <MoneyText amountMinor={bidder.amountMinor} />
              ) : bidder.offered === 0 ? null : (
                t('sourcing.partly', { offered: bidder.offered, lines: enquiry.lines.length })
              )}
              {mayAct ? (
                <div>
                  <Button
                    size="small"
                    aria-label={`${bidder.supplier.name}: ${t('sourcing.answer')}`}
                    onClick={() => props.onAnswer(bidder.supplier.id)}
                  >
                    {t('sourcing.answer')}
                  </Button>{' '}
                  {bidder.state === 'declined' ? null : (
                    <Button
                      size="small"
                      aria-label={`${bidder.supplier.name}: ${t('sourcing.declined')}`}
                      onClick={() => props.onDecline(bidder.supplier.id)}
                    >
                      {t('sourcing.declined')}
                    </Button>
                  )}
                </div>
              ) : null}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

type Line = Enquiry['lines'][number]

function Bid(
  props: ComparisonProps & {
    readonly line: Line
    readonly supplier: { readonly id: number; readonly name: string }
    readonly hasAnswered: boolean
  },
): ReactNode {
  const { line, supplier, mayAct, chosen, onChoose, hasAnswered } = props
  const { t } = useTranslation()
  const bid = line.bids.find(({ supplierId }) => supplierId === supplier.id)
  if (bid === undefined) return hasAnswered ? <span className="k-soft">{t('sourcing.notOffered')}</span> : null
  const award = line.awards.find(({ supplierId }) => supplierId === supplier.id)
  const minimum = bid.minimumMicro === 0 ? '' : t('sourcing.minimum', { quantity: formatQuantity(bid.minimumMicro) })
  return (
    <>
      <div>
        {bid.priceMicro === null ? null : <PriceText priceMicro={bid.priceMicro} />}
        {mayAct ? (
          <Radio
            style={{ marginInlineStart: 8, marginInlineEnd: 0 }}
            aria-label={t('sourcing.chooseOf', { name: supplier.name, item: line.item.name })}
            checked={chosen.get(line.id) === supplier.id}
            onChange={() => onChoose(line.id, supplier.id)}
          />
        ) : null}
      </div>
      <div className="k-soft">
        {bid.amountMinor === null ? null : <MoneyText amountMinor={bid.amountMinor} />}
        {bid.isCheapest ? ` · ${t('sourcing.cheapest')}` : ''}
      </div>
      <div className="k-soft">
        {[t(bid.isInTime ? 'sourcing.inTime' : 'sourcing.tooLate', { days: bid.leadDays }), minimum]
          .filter((text) => text !== '')
          .join(' · ')}
      </div>
      {award === undefined ? null : (
        <div>
          {t('sourcing.chosen')} <QuantityText quantityMicro={award.quantityMicro} unit={line.item.baseUnit} />
        </div>
      )}
    </>
  )
}
