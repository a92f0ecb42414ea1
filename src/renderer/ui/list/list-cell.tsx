import type { ReactNode } from 'react'
import type { Integer } from '../../../shared/values/format'
import { formatCount } from '../../../shared/values/format'
import { StateTag } from '../feedback/state-tag'
import { DateText, DateTimeText, MoneyText, PercentText, PriceText, QuantityText } from '../values/value-texts'
import type { ListColumn } from './list-columns'

function isInteger(value: unknown): value is Integer {
  return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))
}

/** A number written as its column says; sums in the footer use it as well. */
export function NumberCell(props: {
  readonly kind: ListColumn<never>['kind']
  readonly value: Integer
  readonly currency?: string | undefined
  readonly unit?: string | undefined
}): ReactNode {
  const { kind, value, currency, unit } = props
  if (kind === 'money') return <MoneyText amountMinor={value} currency={currency} symbol={currency !== undefined} />
  if (kind === 'quantity') return <QuantityText quantityMicro={value} unit={unit} />
  if (kind === 'price') return <PriceText priceMicro={value} currency={currency} />
  if (kind === 'percent') return <PercentText rateMicro={value} />
  return <span className="k-num">{formatCount(value)}</span>
}

export function CellContent<Row>(props: { readonly column: ListColumn<Row>; readonly row: Row }): ReactNode {
  const { column, row } = props
  if (column.render !== undefined) return column.render(row)
  const value = column.value(row)
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'object') return <StateTag tone={value.tone} label={value.label} />
  if (column.kind === 'date') return <DateText date={String(value)} />
  if (column.kind === 'dateTime') return <DateTimeText at={Number(value)} />
  if (isInteger(value) && column.kind !== undefined && column.kind !== 'text') {
    return <NumberCell kind={column.kind} value={value} currency={column.currency?.(row)} unit={column.unit?.(row)} />
  }
  return <span title={String(value)}>{String(value)}</span>
}
