import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import { readTable } from '../../../shared/tables'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { api, asRefusal, engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { DocumentFrame, EmptyState, Field } from '../../ui'
import { useIntakeHead } from './intake-head'

const FIELDS = ['externalNumber', 'customer', 'item', 'unit', 'count', 'price', 'shipTo', 'promisedOn', 'note'] as const
type FieldName = (typeof FIELDS)[number]
type Columns = Partial<Record<FieldName, number>>
const NEEDED: readonly FieldName[] = ['externalNumber', 'customer', 'item', 'count']

/** What the titles of columns are often called; the channel's own choice is remembered after the first file. */
const TITLES: Readonly<Record<FieldName, RegExp>> = {
  externalNumber: /order.*(no|num|id)|订单.*号|单号/i,
  customer: /customer|client|buyer|客户|买家|收货人/i,
  item: /item|sku|product|article|商品|货号|编码/i,
  unit: /unit|uom|单位/i,
  count: /qty|quantity|count|数量/i,
  price: /price|单价|价格/i,
  shipTo: /address|ship.?to|地址/i,
  promisedOn: /date|deliver|日期|交货/i,
  note: /note|remark|备注|留言/i,
}

interface Loaded {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: string[][]
}

/** Orders from a channel's file: say once which column means what, look at what is wrong, take the rest. */
export function FilePage(): ReactNode {
  const { t } = useTranslation()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const head = useIntakeHead()
  const [file, setFile] = useState<Loaded>()
  const [chosen, setChosen] = useState<Columns>()
  const [refused, setRefused] = useState<Refusal>()
  const take = useCommand(engine.orders.takeTable)
  const { channelId, warehouseId, promisedOn } = head
  const { data: known } = useQuery(
    api.orders.mapping.queryOptions({ input: { channelId: channelId ?? 0 }, enabled: channelId !== undefined }),
  )
  const columns = chosen ?? startOf(file?.head ?? [], known?.columns)
  const isWhole = NEEDED.every((field) => columns[field] !== undefined)
  const { data: looked } = useQuery(
    api.orders.checkTable.queryOptions({
      input: { channelId: channelId ?? 0, columns, rows: file?.rows ?? [] },
      enabled: channelId !== undefined && file !== undefined && isWhole,
    }),
  )
  const load = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return
    setRefused(undefined)
    try {
      const [first = [], ...rows] = await readTable(new Uint8Array(await picked.arrayBuffer()), picked.name)
      setFile({ name: picked.name, head: first, rows })
      setChosen(undefined)
    } catch (error) {
      setRefused(asRefusal(error))
    }
  }
  const submit = async (): Promise<void> => {
    if (channelId === undefined || warehouseId === undefined || file === undefined) return
    const answer = await take.run({ channelId, warehouseId, columns, rows: file.rows, promisedOn })
    if (answer === undefined) return
    close('orders.file')
    open('orders.queue')
  }
  const canTake = looked !== undefined && looked.orders > 0 && warehouseId !== undefined
  return (
    <DocumentFrame
      title={t('orders.file')}
      state={tag('draft')}
      refusal={take.refusal ?? refused}
      fields={
        <>
          {head.fields}
          <Field label={t('orders.chooseFile')} hint={t('orders.fileHint')}>
            {(control) => (
              <input
                id={control.id}
                type="file"
                accept=".csv,.txt,.xlsx"
                onChange={(event) => void load(event.target.files?.[0])}
              />
            )}
          </Field>
        </>
      }
      lines={
        file === undefined ? (
          <EmptyState title={t('orders.noFile')} hint={t('orders.noFileHint')} />
        ) : (
          <>
            <table className="k-table" aria-label={t('orders.columns')}>
              <thead>
                <tr>
                  <th scope="col">{t('orders.meaning')}</th>
                  <th scope="col">{t('orders.column')}</th>
                  <th scope="col">{t('orders.example')}</th>
                </tr>
              </thead>
              <tbody>
                {FIELDS.map((field) => (
                  <tr key={field}>
                    <td>{t(`orders.fields.${field}`)}</td>
                    <td>
                      <Select
                        aria-label={t(`orders.fields.${field}`)}
                        allowClear
                        style={{ width: 240 }}
                        status={NEEDED.includes(field) && columns[field] === undefined ? 'error' : ''}
                        value={columns[field] ?? null}
                        options={file.head.map((title, at) => ({
                          value: at,
                          label: title === '' ? String(at + 1) : title,
                        }))}
                        onChange={(at: number | null | undefined) => setChosen(withColumn(columns, field, at))}
                      />
                    </td>
                    <td className="k-soft">{file.rows[0]?.[columns[field] ?? -1] ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {looked === undefined ? null : (
              <>
                <p role="status">
                  {t('orders.looked', { orders: looked.orders, known: looked.known, errors: looked.errors.length })}
                </p>
                {looked.errors.length === 0 ? null : (
                  <table className="k-table" aria-label={t('orders.errors')}>
                    <tbody>
                      {looked.errors.map((error) => (
                        <tr key={`${String(error.row)}-${error.field}`}>
                          <td>{t('orders.row', { row: error.row })}</td>
                          <td>{t(`orders.fields.${error.field}`)}</td>
                          <td>{t(`orders.tableProblems.${error.problem}`)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                )}
              </>
            )}
          </>
        )
      }
      {...(canTake
        ? {
            primary: {
              label: t('orders.takeFile', { orders: looked.orders }),
              onPress: () => void submit(),
              isBusy: take.isRunning,
            },
          }
        : {})}
    />
  )
}

function withColumn(columns: Columns, field: FieldName, at: number | null | undefined): Columns {
  const { [field]: _before, ...rest } = columns
  return at == null ? rest : { ...rest, [field]: at }
}

/** The channel's columns of last time where the file still has them, else what the titles suggest. */
function startOf(head: readonly string[], known: Partial<Record<FieldName, number | undefined>> | undefined): Columns {
  const columns: Columns = {}
  for (const field of FIELDS) {
    const before = known?.[field]
    const at =
      before === undefined || before >= head.length ? head.findIndex((title) => TITLES[field].test(title)) : before
    if (at >= 0 && !Object.values(columns).includes(at)) columns[field] = at
  }
  return columns
}
