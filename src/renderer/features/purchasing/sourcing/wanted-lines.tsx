import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { itemLookup } from '../../../app/orders/item-lookup'
import { EntryGrid, type EntryColumn } from '../../../ui'

export interface WantedLine {
  readonly key: string
  readonly itemId: number | undefined
  readonly itemText: string
  readonly quantityMicro: number | undefined
}

const newLine = (): WantedLine => ({
  key: crypto.randomUUID(),
  itemId: undefined,
  itemText: '',
  quantityMicro: undefined,
})

/** The lines that name an item and a quantity; undefined while one names only half. */
export function wholeLines(lines: readonly WantedLine[]) {
  const started = lines.filter((line) => line.itemId !== undefined)
  const whole = started.flatMap(({ itemId, quantityMicro }) =>
    itemId === undefined || quantityMicro === undefined || quantityMicro <= 0 ? [] : [{ itemId, quantityMicro }],
  )
  return whole.length > 0 && whole.length === started.length ? whole : undefined
}

/** Items and quantities, typed like a spreadsheet. */
export function WantedLines(props: {
  readonly lines: readonly WantedLine[]
  onChange(lines: readonly WantedLine[]): void
}): ReactNode {
  const { t } = useTranslation()
  const columns = useMemo<EntryColumn<WantedLine>[]>(
    () => [
      {
        key: 'item',
        title: t('app.lines.item'),
        kind: 'lookup',
        read: (line) => line.itemText,
        lookup: itemLookup<WantedLine>({
          choose: (line, choice) => ({
            ...line,
            itemId: Number(choice.key),
            itemText: `${choice.code} ${choice.name}`,
          }),
          clear: (line) => ({ ...newLine(), key: line.key }),
        }),
      },
      {
        key: 'quantityMicro',
        title: t('app.lines.quantity'),
        kind: 'quantity',
        read: (line) => line.quantityMicro,
        write: (line, value) => ({ ...line, quantityMicro: typeof value === 'number' ? value : undefined }),
      },
    ],
    [t],
  )
  return (
    <EntryGrid
      label={t('app.lines.label')}
      columns={columns}
      lines={props.lines}
      lineKey={(line) => line.key}
      newLine={newLine}
      onChange={props.onChange}
    />
  )
}
