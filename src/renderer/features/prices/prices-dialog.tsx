import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { engine, type Engine } from '../../app/engine'
import { itemLookup } from '../../app/orders/item-lookup'
import { Dialog, EntryGrid, RefusalAlert, type EntryColumn } from '../../ui'

type Pack = Awaited<ReturnType<Engine['items']['getItem']>>['packs'][number]

interface Line {
  readonly key: string
  readonly itemId: number | undefined
  readonly itemText: string
  readonly packs: readonly Pack[]
  readonly packId: number | null
  readonly packUnit: string
  readonly minimumMicro: number | undefined
  readonly priceMicro: number | undefined
}

const newLine = (): Line => ({
  key: crypto.randomUUID(),
  itemId: undefined,
  itemText: '',
  packs: [],
  packId: null,
  packUnit: '',
  minimumMicro: undefined,
  priceMicro: undefined,
})

/** Prices typed like a spreadsheet; what the list had for the same item, pack and quantity is replaced. */
export function PricesDialog({ listId, onClose }: { readonly listId: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const [lines, setLines] = useState<readonly Line[]>([])
  const save = useCommand(engine.prices.setPrices)
  const columns = useMemo<EntryColumn<Line>[]>(() => {
    const readPacks = (key: string, itemId: number): void => {
      void engine.items.getItem({ id: itemId }).then(({ packs }) => {
        setLines((before) => before.map((line) => (line.key === key ? { ...line, packs } : line)))
      })
    }
    return [
      {
        key: 'item',
        title: t('prices.item'),
        kind: 'lookup',
        read: (line) => line.itemText,
        lookup: itemLookup<Line>({
          choose: (line, item) => {
            readPacks(line.key, Number(item.key))
            return {
              ...line,
              itemId: Number(item.key),
              itemText: `${item.code} ${item.name}`,
              packId: null,
              packUnit: '',
            }
          },
          clear: (line) => ({ ...newLine(), key: line.key }),
        }),
      },
      {
        key: 'pack',
        title: t('prices.pack'),
        kind: 'text',
        width: 110,
        read: (line) => line.packUnit,
        write: (line, value) => {
          const typed = String(value ?? '')
            .trim()
            .toLowerCase()
          const pack = line.packs.find((entry) => entry.unit.toLowerCase() === typed)
          return { ...line, packId: pack?.id ?? null, packUnit: pack?.unit ?? '' }
        },
      },
      {
        key: 'minimumMicro',
        title: t('prices.minimum'),
        kind: 'quantity',
        width: 130,
        read: (line) => line.minimumMicro,
        write: (line, value) => ({ ...line, minimumMicro: typeof value === 'number' ? value : undefined }),
      },
      {
        key: 'priceMicro',
        title: t('prices.price'),
        kind: 'price',
        width: 130,
        read: (line) => line.priceMicro,
        write: (line, value) => ({ ...line, priceMicro: typeof value === 'number' ? value : undefined }),
      },
    ]
  }, [t])
  const whole = lines.flatMap(({ itemId, packId, minimumMicro = 0, priceMicro }) =>
    itemId === undefined || priceMicro === undefined ? [] : [{ itemId, packId, minimumMicro, priceMicro }],
  )
  const submit = async (): Promise<void> => {
    if ((await save.run({ listId, lines: whole })) !== undefined) onClose()
  }
  return (
    <Dialog
      width={860}
      title={t('prices.addPrices')}
      okText={t('prices.savePrices')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: save.isRunning, disabled: whole.length === 0 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {save.refusal === undefined ? null : <RefusalAlert refusal={save.refusal} />}
      <EntryGrid
        label={t('prices.addPrices')}
        columns={columns}
        lines={lines}
        lineKey={(line) => line.key}
        newLine={newLine}
        onChange={setLines}
      />
    </Dialog>
  )
}
