import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { itemColumn, newGoodsLine, quantityColumn, type GoodsLine } from '../../../app/orders/goods-columns'
import { EntryGrid, type EntryColumn } from '../../../ui'

/** Items and quantities, typed like a spreadsheet. */
export function WantedLines(props: {
  readonly lines: readonly GoodsLine[]
  onChange(lines: readonly GoodsLine[]): void
}): ReactNode {
  const { t } = useTranslation()
  const columns = useMemo<EntryColumn<GoodsLine>[]>(
    () => [itemColumn(t('app.lines.item')), quantityColumn(t('app.lines.quantity'))],
    [t],
  )
  return (
    <EntryGrid
      label={t('app.lines.label')}
      columns={columns}
      lines={props.lines}
      lineKey={(line) => line.key}
      newLine={newGoodsLine}
      onChange={props.onChange}
    />
  )
}
