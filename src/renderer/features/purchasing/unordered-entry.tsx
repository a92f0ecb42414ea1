import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { PartnerSelect } from '../../app/documents/partner-select'
import { api, engine } from '../../app/engine'
import {
  expiryColumn,
  itemColumn,
  lotColumn,
  namedLot,
  newLotLine,
  quantityColumn,
  wholeGoods,
  type LotLine,
} from '../../app/orders/goods-columns'
import { NoWarehouse } from '../../app/orders/no-warehouse'
import { useNavigation, type PageParams } from '../../app/pages'
import { useSession } from '../../app/session'
import { DocumentFrame, EntryGrid, Field, Waiting, type EntryColumn } from '../../ui'

interface Line extends LotLine {
  readonly expiresOn: string | undefined
}

const newLine = (): Line => ({ ...newLotLine(), expiresOn: undefined })

/** Goods that came and nobody had ordered: received at the desk, held until somebody decides. */
export function UnorderedEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [supplierId, setSupplier] = useState<number>()
  const [lines, setLines] = useState<readonly Line[]>([])
  const receive = useCommand(engine.purchasing.receiveUnordered)
  const columns = useMemo<EntryColumn<Line>[]>(
    () => [
      itemColumn(t('app.lines.item')),
      quantityColumn(t('app.lines.quantity')),
      lotColumn(t('purchasing.lot')),
      expiryColumn(t('purchasing.expiry')),
    ],
    [t],
  )
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  if (warehouses === undefined) return <Waiting />
  const warehouseId = warehouses.rows[0]?.id
  if (warehouseId === undefined) return <NoWarehouse hint={t('purchasing.needsWarehouse')} />
  const whole = wholeGoods(lines)?.map(({ itemId, quantityMicro, lotCode, expiresOn }) => ({
    itemId,
    quantityMicro,
    ...namedLot(lotCode),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  }))
  const submit = async (): Promise<void> => {
    if (supplierId === undefined || whole === undefined) return
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
      {...(supplierId === undefined || whole === undefined
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
