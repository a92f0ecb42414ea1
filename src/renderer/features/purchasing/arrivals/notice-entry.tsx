import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../../shared/errors'
import { readTable, writeWorkbook } from '../../../../shared/tables'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, asRefusal, engine, type Engine } from '../../../app/engine'
import { EXCEL, saveFile } from '../../../app/lists/save-file'
import { itemLookup } from '../../../app/orders/item-lookup'
import { NoWarehouse } from '../../../app/orders/no-warehouse'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, EntryGrid, Field, Waiting, type EntryColumn } from '../../../ui'
import { kindOf, newLine, NOTICE_COLUMNS, readNotice, type NoticeLine, type NoticeTable } from './notice-table'

type Notice = Awaited<ReturnType<Engine['arrivals']['getNotice']>>
const SHOWN = 8

function linesOf(notice: Notice | undefined): NoticeLine[] {
  return (notice?.units ?? []).flatMap((unit) =>
    unit.lines.map((line) => ({
      ...newLine(),
      unitCode: unit.code,
      unitKind: unit.kind,
      parentCode: unit.parentCode ?? '',
      item: line.item.code,
      lotCode: line.lotCode,
      expiresOn: line.expiresOn ?? undefined,
      quantityMicro: line.quantityMicro,
      orderNumber: line.orderNumber,
    })),
  )
}

/** A shipping notice written by hand, pasted, or read from the supplier's table. */
export function NoticeEntry(props: {
  readonly params: PageParams
  readonly notice: Notice | undefined
  readonly onDone?: () => void
}): ReactNode {
  const { params, notice, onDone } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [supplierId, setSupplier] = useState<number | undefined>(notice?.supplier.id)
  const [expectedOn, setExpectedOn] = useState(notice?.expectedOn ?? company.today)
  const [supplierNumber, setSupplierNumber] = useState(notice?.supplierNumber ?? '')
  const [lines, setLines] = useState<readonly NoticeLine[]>(() => linesOf(notice))
  const save = useCommand(engine.arrivals.saveNotice)
  const columns = useColumns()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  if (warehouses === undefined) return <Waiting />
  const warehouseId = notice?.warehouseId ?? warehouses.rows[0]?.id
  if (warehouseId === undefined) return <NoWarehouse hint={t('purchasing.needsWarehouse')} />
  const started = lines.filter((line) => line.unitCode !== '' || line.item !== '')
  const rows = started.flatMap(({ key: _key, quantityMicro, expiresOn, ...line }) =>
    line.unitCode === '' || line.item === '' || quantityMicro === undefined || quantityMicro <= 0
      ? []
      : [{ ...line, quantityMicro, ...(expiresOn === undefined ? {} : { expiresOn }) }],
  )
  const submit = async (): Promise<void> => {
    if (supplierId === undefined) return
    const id = notice === undefined ? {} : { id: notice.id }
    const answer = await save.run({ ...id, supplierId, warehouseId, expectedOn, supplierNumber, rows })
    if (answer === undefined) return
    if (onDone !== undefined) return onDone()
    close('arrivals.notice', params)
    open('arrivals.notice', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t(notice === undefined ? 'arrivals.newNotice' : 'arrivals.notice')}
      {...(notice === undefined ? {} : { number: notice.number })}
      state={tag('draft')}
      refusal={save.refusal}
      fields={
        <>
          <Field label={t('arrivals.supplier')} isRequired>
            {(control) => (
              <PartnerSelect id={control.id} side="supplier" autoFocus value={supplierId} onChange={setSupplier} />
            )}
          </Field>
          <Field label={t('arrivals.expectedOn')}>
            {(control) => <DayPicker id={control.id} value={expectedOn} onChange={setExpectedOn} />}
          </Field>
          <Field label={t('arrivals.supplierNumber')}>
            {(control) => (
              <Input
                {...control}
                maxLength={40}
                value={supplierNumber}
                onChange={(event) => setSupplierNumber(event.target.value)}
              />
            )}
          </Field>
        </>
      }
      lines={
        <>
          <FromFile onRead={(read) => setLines((now) => [...now.filter((line) => line.unitCode !== ''), ...read])} />
          <EntryGrid
            label={t('arrivals.rows')}
            columns={columns}
            lines={lines}
            lineKey={(line) => line.key}
            newLine={newLine}
            onChange={setLines}
          />
        </>
      }
      notes={<p className="k-soft">{t('arrivals.rowsHint')}</p>}
      {...(supplierId === undefined || rows.length === 0 || rows.length < started.length
        ? {}
        : { primary: { label: t('app.save'), onPress: () => void submit(), isBusy: save.isRunning } })}
    />
  )
}

/** The supplier's table; what cannot be read is named and nothing of it taken. */
function FromFile({ onRead }: { readonly onRead: (lines: readonly NoticeLine[]) => void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const input = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState<NoticeTable & { readonly fileName: string }>()
  const [refusal, setRefusal] = useState<Refusal>()
  const read = async (file: File): Promise<void> => {
    setRefusal(undefined)
    try {
      const cells = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
      const found = readNotice(cells, company.today)
      setTable({ ...found, fileName: file.name })
      if (found.faults.length === 0) onRead(found.lines)
    } catch (error) {
      setTable(undefined)
      setRefusal(asRefusal(error))
    }
  }
  const template = async (): Promise<void> => {
    const columns = NOTICE_COLUMNS.map((column) => ({ title: t(`arrivals.columns.${column}`), width: 20 }))
    const kind = t('warehouse.floor.unitKinds.pallet')
    const example = ['095200000000000018', kind, '', 'ITEM-1', 'LOT-1', '2030-12-31', '480', '']
    const bytes = await writeWorkbook([{ name: t('arrivals.notice'), columns, rows: [example] }])
    saveFile(`${t('arrivals.notice')}.xlsx`, new Blob([new Uint8Array(bytes)], { type: EXCEL }))
  }
  return (
    <div className="k-map-bar">
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) void read(file)
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('arrivals.fromFile')}</Button>
      <Button type="link" onClick={() => void template()}>
        {t('arrivals.template')}
      </Button>
      <div role="status">
        {refusal === undefined ? null : t(`refusals.${refusal.code}`, { ...refusal.params })}
        {table === undefined ? null : t('arrivals.rowsRead', { count: table.lines.length, file: table.fileName })}
        {(table?.faults ?? []).slice(0, SHOWN).map(({ row, column, value }) => (
          <div key={`${row} ${column}`}>
            {t('arrivals.cellWrong', { row, column: t(`arrivals.columns.${column}`), value })}
          </div>
        ))}
      </div>
    </div>
  )
}

function useColumns(): EntryColumn<NoticeLine>[] {
  const { t } = useTranslation()
  return useMemo(() => {
    const text = (
      key: 'unitCode' | 'parentCode' | 'lotCode' | 'orderNumber',
      width: number,
    ): EntryColumn<NoticeLine> => ({
      key,
      title: t(`arrivals.columns.${key}`),
      kind: 'text',
      width,
      read: (line) => line[key],
      write: (line, value) => ({ ...line, [key]: String(value ?? '').trim() }),
    })
    return [
      text('unitCode', 180),
      {
        key: 'unitKind',
        title: t('arrivals.columns.unitKind'),
        kind: 'text',
        width: 80,
        read: (line) => t(`warehouse.floor.unitKinds.${line.unitKind}`),
        write: (line, value) => ({ ...line, unitKind: kindOf(String(value ?? '')) ?? line.unitKind }),
      },
      text('parentCode', 170),
      {
        key: 'item',
        title: t('arrivals.columns.item'),
        kind: 'lookup',
        read: (line) => line.item,
        lookup: itemLookup<NoticeLine>({
          choose: (line, choice) => ({ ...line, item: choice.code }),
          clear: (line) => ({ ...line, item: '' }),
        }),
      },
      text('lotCode', 110),
      {
        key: 'expiresOn',
        title: t('arrivals.columns.expiresOn'),
        kind: 'date',
        width: 120,
        read: (line) => line.expiresOn,
        write: (line, value) => ({ ...line, expiresOn: typeof value === 'string' && value !== '' ? value : undefined }),
      },
      {
        key: 'quantityMicro',
        title: t('arrivals.columns.quantity'),
        kind: 'quantity',
        read: (line) => line.quantityMicro,
        write: (line, value) => ({ ...line, quantityMicro: typeof value === 'number' ? value : undefined }),
      },
      text('orderNumber', 140),
    ]
  }, [t])
}
