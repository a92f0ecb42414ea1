import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { PartnerSelect } from '../../app/documents/partner-select'
import { api, engine } from '../../app/engine'
import { itemLookup } from '../../app/orders/item-lookup'
import { NoWarehouse } from '../../app/orders/no-warehouse'
import { useNavigation, type PageParams } from '../../app/pages'
import { useSession } from '../../app/session'
import { DocumentFrame, EntryGrid, Field, Waiting, type EntryColumn } from '../../ui'

interface Line {
  readonly key: string
  readonly itemId: number | undefined
  readonly itemText: string
  readonly lotCode: string
  readonly expiresOn: string | undefined
  readonly quantityMicro: number | undefined
}

const newLine = (): Line => ({
  key: crypto.randomUUID(),
  itemId: undefined,
  itemText: '',
  lotCode: '',
  expiresOn: undefined,
  quantityMicro: undefined,
})

/** Goods that came and nobody had ordered: received at the desk, held until somebody decides. */
export function UnorderedEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [supplierId, setSupplier] = useState<number>()
  const [lines, setLines] = useState<readonly Line[]>([])
  const receive = useCommand(engine.purchasing.receiveUnordered)
  const columns = useColumns()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  if (warehouses === undefined) return <Waiting />
  const warehouseId = warehouses.rows[0]?.id
  if (warehouseId === undefined) return <NoWarehouse hint={t('purchasing.needsWarehouse')} />
  const started = lines.filter((line) => line.itemId !== undefined)
  const whole = started.flatMap(({ itemId, lotCode, expiresOn, quantityMicro }) =>
    itemId === undefined || quantityMicro === undefined || quantityMicro <= 0
      ? []
      : [
          {
            itemId,
            quantityMicro,
            ...(lotCode === '' ? {} : { lotCode }),
            ...(expiresOn === undefined ? {} : { expiresOn }),
          },
        ],
  )
  const submit = async (): Promise<void> => {
    if (supplierId === undefined) return
    const answer = await receive.run({ supplierId, warehouseId, receivedOn: company.today, lines: whole })
    if (answer === undefined) return
    close('purchasing.unordered', params)
    open('purchasing.receipt', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('purchasing.unordered.title')}
      state={tag('draft')}
      refusal={receive.refusal}
      fields={
        <Field label={t('purchasing.supplier')} isRequired>
          {(control) => (
            <PartnerSelect id={control.id} side="supplier" autoFocus value={supplierId} onChange={setSupplier} />
          )}
        </Field>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={lines}
          lineKey={(line) => line.key}
          newLine={newLine}
          onChange={setLines}
        />
      }
      notes={<p className="k-soft">{t('purchasing.unordered.hint')}</p>}
      {...(supplierId === undefined || whole.length === 0 || whole.length < started.length
        ? {}
        : {
            primary: {
              label: t('purchasing.unordered.save'),
              onPress: () => void submit(),
              isBusy: receive.isRunning,
            },
          })}
    />
  )
}

function useColumns(): EntryColumn<Line>[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'item',
        title: t('app.lines.item'),
        kind: 'lookup',
        read: (line) => line.itemText,
        lookup: itemLookup<Line>({
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
      {
        key: 'lotCode',
        title: t('purchasing.lot'),
        kind: 'text',
        width: 140,
        read: (line) => line.lotCode,
        write: (line, value) => ({ ...line, lotCode: String(value ?? '').trim() }),
      },
      {
        key: 'expiresOn',
        title: t('purchasing.expiry'),
        kind: 'date',
        width: 140,
        read: (line) => line.expiresOn,
        write: (line, value) => ({ ...line, expiresOn: typeof value === 'string' && value !== '' ? value : undefined }),
      },
    ],
    [t],
  )
}
