import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../../shared/errors'
import { readTable, writeWorkbook } from '../../../../shared/tables'
import { useCommand } from '../../../app/commands'
import { asRefusal, engine } from '../../../app/engine'
import { EXCEL, saveFile } from '../../../app/lists/save-file'
import { Dialog, RefusalAlert } from '../../../ui'
import { BIN_COLUMNS, readBins, type BinTable } from './bin-table'

const SHOWN = 8

/** Bins from a table: new codes are added, known ones changed, all of it or nothing. */
export function ImportBins(props: { readonly warehouseId: number; readonly onClose: () => void }): ReactNode {
  const { warehouseId, onClose } = props
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [table, setTable] = useState<BinTable & { readonly fileName: string }>()
  const [refusal, setRefusal] = useState<Refusal>()
  const load = useCommand(engine.warehouse.importBins)
  const read = async (file: File): Promise<void> => {
    setTable(undefined)
    setRefusal(undefined)
    load.clearRefusal()
    try {
      const rows = await readTable(new Uint8Array(await file.arrayBuffer()), file.name)
      setTable({ ...readBins(rows), fileName: file.name })
    } catch (error) {
      setRefusal(asRefusal(error))
    }
  }
  const template = async (): Promise<void> => {
    const columns = BIN_COLUMNS.map((column) => ({ title: t(`warehouse.floor.binColumns.${column}`), width: 16 }))
    const example = ['A01-01-1', 'A', 'storage', '1', '1', '1', '0', '500', '200', '300', '1', '1']
    const bytes = await writeWorkbook([{ name: t('warehouse.bins'), columns, rows: [example] }])
    saveFile(`${t('warehouse.bins')}.xlsx`, new Blob([new Uint8Array(bytes)], { type: EXCEL }))
  }
  const submit = async (): Promise<void> => {
    if (table === undefined || table.bins.length === 0) return
    if ((await load.run({ warehouseId, bins: [...table.bins] })) !== undefined) onClose()
  }
  const shown = refusal ?? load.refusal
  const canLoad = table !== undefined && table.faults.length === 0 && table.bins.length > 0
  return (
    <Dialog
      title={t('warehouse.floor.importBins')}
      okText={t('warehouse.floor.importNow')}
      okButtonProps={{ disabled: !canLoad, loading: load.isRunning }}
      cancelText={t('app.cancel')}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {shown === undefined ? null : <RefusalAlert refusal={shown} />}
      <p>{t('warehouse.floor.importHint')}</p>
      <p className="k-map-bar">
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
        <Button onClick={() => input.current?.click()}>{t('warehouse.floor.chooseFile')}</Button>
        <Button type="link" onClick={() => void template()}>
          {t('warehouse.floor.template')}
        </Button>
      </p>
      {table === undefined ? null : (
        <div role="status">
          <p>{t('warehouse.floor.rowsRead', { count: table.bins.length, file: table.fileName })}</p>
          {table.faults.length === 0 ? null : (
            <ul>
              {table.faults.slice(0, SHOWN).map(({ row, column, value }) => (
                <li key={`${row} ${column}`}>
                  {t('warehouse.floor.cellWrong', { row, column: t(`warehouse.floor.binColumns.${column}`), value })}
                </li>
              ))}
              {table.faults.length > SHOWN ? (
                <li>{t('warehouse.station.moreLines', { count: table.faults.length - SHOWN })}</li>
              ) : null}
            </ul>
          )}
        </div>
      )}
    </Dialog>
  )
}
