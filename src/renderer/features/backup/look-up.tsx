import { CopyOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundRecord } from '../../../shared/backups'
import { askBackup, useBackupAction } from '../../app/entrance/backups'
import { engine } from '../../app/engine'
import type { PageParams } from '../../app/pages'
import { useSession } from '../../app/session'
import { DateTimeText, EmptyState, PageHeader, RefusalAlert, useLanguage } from '../../ui'
import { fieldsOf, linesOf } from './record-fields'

interface Shown {
  readonly hit: FoundRecord
  readonly before: unknown
  readonly now: unknown
}

/** Looks master data and documents up as they were at a kept moment, beside what they are now; nothing is changed. */
export function LookUpPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const id = String(params['target'])
  const name = String(params['name'])
  const [text, setText] = useState('')
  const [hits, setHits] = useState<readonly FoundRecord[]>()
  const [shown, setShown] = useState<Shown>()
  const find = useBackupAction('lookUp')
  const read = useBackupAction('readOld')
  // The passing file goes with the page.
  useEffect(() => () => void askBackup('endLookUp', null).catch(() => undefined), [])
  const search = async (): Promise<void> => {
    if (text.trim() === '') return
    const answer = await find.run({ id, name, text: text.trim() })
    setShown(undefined)
    if (answer !== undefined) setHits(answer.hits)
  }
  const show = async (hit: FoundRecord): Promise<void> => {
    const answer = await read.run({ id, name, kind: hit.kind, record: hit.id })
    if (answer !== undefined) setShown({ hit, before: answer.record, now: await presentOf(hit) })
  }
  const refusal = find.refusal ?? read.refusal
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('backup.lookUp.title')} hint={t('backup.lookUp.hint')} />
      <p>
        <DateTimeText at={Number(params['at'])} />
      </p>
      <Input.Search
        className="k-lookup-search"
        autoFocus
        value={text}
        loading={find.isRunning}
        aria-label={t('backup.lookUp.search')}
        placeholder={t('backup.lookUp.search')}
        enterButton={t('backup.lookUp.find')}
        onChange={(event) => setText(event.target.value)}
        onSearch={() => void search()}
      />
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {hits === undefined ? null : hits.length === 0 ? (
        <EmptyState title={t('backup.lookUp.nothing')} hint={t('backup.lookUp.nothingHint')} />
      ) : (
        <ul className="k-lookup-hits" aria-label={t('backup.lookUp.found')}>
          {hits.map((hit) => (
            <li key={`${hit.kind} ${hit.id}`}>
              <Button type="link" onClick={() => void show(hit)}>
                {t(`app.kinds.${hit.kind}`)} · {hit.title}
              </Button>{' '}
              <span className="k-soft">{hit.subtitle}</span>
            </li>
          ))}
        </ul>
      )}
      {shown === undefined ? null : <Record shown={shown} />}
    </section>
  )
}

type Reading = (input: { readonly id: number }) => Promise<unknown>

/** The question that reads a record of a kind. */
const READINGS: Readonly<Record<string, Reading>> = {
  'items.item': engine.items.getItem,
  'items.family': engine.items.getFamily,
  'parties.partner': engine.parties.getPartner,
  'sales.order': engine.sales.getOrder,
  'sales.invoice': engine.sales.getInvoice,
  'offers.quotation': engine.offers.getQuotation,
  'purchasing.order': engine.purchasing.getOrder,
  'purchasing.receipt': engine.purchasing.getReceipt,
  'purchasing.invoice': engine.purchasing.getInvoice,
  'purchasing.return': engine.purchasing.getReturn,
  'sourcing.request': engine.sourcing.getRequest,
  'sourcing.enquiry': engine.sourcing.getEnquiry,
  'shipping.shipment': engine.shipping.getShipment,
  'shipping.return': engine.shipping.getReturn,
  'stock.transfer': engine.stock.getTransfer,
  'stock.conversion': engine.stock.getConversion,
  'stock.revaluation': engine.stock.getRevaluation,
  'warehouse.wave': engine.warehouse.getWave,
  'warehouse.count': engine.warehouse.getCount,
  'warehouse.adjustment': engine.warehouse.getAdjustment,
  'treasury.payment': engine.treasury.getPayment,
  'treasury.transfer': engine.treasury.getTransfer,
  'treasury.netting': engine.treasury.getNetting,
  'treasury.note': engine.treasury.getNote,
  'deposits.deposit': engine.deposits.getDeposit,
  'assets.asset': engine.assets.getAsset,
}

/** The same record today; undefined where it is gone, or may not be read. */
async function presentOf({ kind, id }: FoundRecord): Promise<unknown> {
  try {
    return await READINGS[kind]?.({ id })
  } catch {
    return undefined
  }
}

function Record({ shown }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation()
  const language = useLanguage()
  const { company } = useSession()
  const now = new Map(fieldsOf(shown.now, language, company.currency).map(({ name, text }) => [name, text]))
  const lines = linesOf(shown.before, language, company.currency)
  const columns = (lines[0] ?? []).map(({ name }) => name)
  return (
    <section aria-label={shown.hit.title}>
      <h2>{shown.hit.title}</h2>
      <table className="k-table" aria-label={t('backup.lookUp.values')}>
        <thead>
          <tr>
            <th scope="col">{t('backup.lookUp.field')}</th>
            <th scope="col">{t('backup.lookUp.before')}</th>
            <th scope="col">{t('backup.lookUp.now')}</th>
          </tr>
        </thead>
        <tbody>
          {fieldsOf(shown.before, language, company.currency).map(({ name, text }) => (
            <tr key={name}>
              <th scope="row">{t(`backup.lookUp.fields.${name}`)}</th>
              <td>
                {text}{' '}
                {text === '' ? null : (
                  <Button
                    type="text"
                    size="small"
                    icon={<CopyOutlined aria-hidden="true" />}
                    aria-label={`${t('backup.lookUp.copy')}: ${t(`backup.lookUp.fields.${name}`)}`}
                    onClick={() => copy(text)}
                  />
                )}
              </td>
              <td>
                {now.get(name) === text ? <span className="k-soft">{t('backup.lookUp.same')}</span> : now.get(name)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.now === undefined ? <p role="status">{t('backup.lookUp.gone')}</p> : null}
      {lines.length === 0 ? null : (
        <table className="k-table" aria-label={t('app.lines.label')}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {t(`backup.lookUp.fields.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={at}>
                {columns.map((name) => (
                  <td key={name}>{line.find((field) => field.name === name)?.text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Into the clipboard, by what a person's own click may do: the program grants no page the clipboard. */
function copy(text: string): void {
  const holder = document.createElement('textarea')
  holder.value = text
  document.body.append(holder)
  holder.select()
  document.execCommand('copy')
  holder.remove()
}
