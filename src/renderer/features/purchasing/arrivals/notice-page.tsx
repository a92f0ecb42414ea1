import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { DateText, Dialog, DocumentFrame, QuantityText, Waiting } from '../../../ui'
import { NoticeEntry } from './notice-entry'
import { NOTICE_TONE } from './notice-list'

type Notice = Awaited<ReturnType<Engine['arrivals']['getNotice']>>

/** A shipping notice: written as long as nothing of it has come, read afterwards. */
export function NoticePage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const tab = usePageTab()
  const [isEditing, setEditing] = useState(false)
  const { data: notice } = useQuery(
    api.arrivals.getNotice.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }),
  )
  useEffect(() => {
    if (notice !== undefined) tab.setTitle(notice.number)
  }, [tab, notice])
  if (id === undefined) return <NoticeEntry params={params} notice={undefined} />
  if (notice === undefined) return <Waiting />
  if (isEditing) return <NoticeEntry params={params} notice={notice} onDone={() => setEditing(false)} />
  return <NoticeView notice={notice} onEdit={() => setEditing(true)} />
}

function NoticeView({ notice, onEdit }: { readonly notice: Notice; readonly onEdit: () => void }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const canWrite = useCan('purchasing.write')
  const [isCancelling, setCancelling] = useState(false)
  const cancel = useCommand(engine.arrivals.cancelNotice)
  const isOpen = canWrite && notice.state === 'expected'
  return (
    <>
      <DocumentFrame
        title={t('arrivals.notice')}
        number={notice.number}
        state={{ label: t(`arrivals.states.${notice.state}`), tone: NOTICE_TONE[notice.state] }}
        refusal={cancel.refusal}
        facts={[
          { key: 'supplier', label: t('arrivals.supplier'), value: notice.supplier.name },
          { key: 'supplierNumber', label: t('arrivals.supplierNumber'), value: notice.supplierNumber },
          { key: 'expectedOn', label: t('arrivals.expectedOn'), value: <DateText date={notice.expectedOn} /> },
          {
            key: 'receipts',
            label: t('arrivals.receipts'),
            value:
              notice.receipts.length === 0
                ? '–'
                : notice.receipts.map((receipt) => (
                    <button
                      key={receipt.id}
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('purchasing.receipt', { id: receipt.id })}
                    >
                      {receipt.number}
                    </button>
                  )),
          },
        ]}
        lines={<UnitRows units={notice.units} />}
        notes={notice.note === '' ? null : <p>{notice.note}</p>}
        actions={
          isOpen ? [{ key: 'cancel', label: t('arrivals.cancelNotice'), onPress: () => setCancelling(true) }] : []
        }
        {...(isOpen ? { primary: { label: t('arrivals.edit'), onPress: onEdit } } : {})}
      />
      {isCancelling ? (
        <Dialog
          title={t('arrivals.cancelNotice')}
          okText={t('arrivals.cancelNotice')}
          cancelText={t('app.cancel')}
          onOk={() => void cancel.run({ id: notice.id }).then(() => setCancelling(false))}
          onCancel={() => setCancelling(false)}
        >
          <p>{t('arrivals.cancelSure')}</p>
        </Dialog>
      ) : null}
    </>
  )
}

function UnitRows({ units }: { readonly units: Notice['units'] }): ReactNode {
  const { t } = useTranslation()
  const titles = ['unitCode', 'unitKind', 'parentCode', 'item', 'lotCode', 'expiresOn', 'orderNumber'] as const
  return (
    <table className="k-table" aria-label={t('arrivals.rows')}>
      <thead>
        <tr>
          {titles.map((title) => (
            <th key={title} scope="col">
              {t(`arrivals.columns.${title}`)}
            </th>
          ))}
          <th scope="col" className="k-right">
            {t('arrivals.columns.quantity')}
          </th>
          <th scope="col">{t('arrivals.state')}</th>
        </tr>
      </thead>
      <tbody>
        {units.flatMap((unit) =>
          (unit.lines.length === 0 ? [undefined] : unit.lines).map((line, at) => (
            <tr key={`${unit.code} ${at}`}>
              <td>{at === 0 ? unit.code : ''}</td>
              <td>{at === 0 ? t(`warehouse.floor.unitKinds.${unit.kind}`) : ''}</td>
              <td>{at === 0 ? (unit.parentCode ?? '') : ''}</td>
              <td>{line === undefined ? '' : `${line.item.code} ${line.item.name}`}</td>
              <td>{line?.lotCode ?? ''}</td>
              <td>
                <DateText date={line?.expiresOn ?? null} />
              </td>
              <td>{line?.orderNumber ?? ''}</td>
              <td className="k-right">
                {line === undefined ? (
                  ''
                ) : (
                  <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
                )}
              </td>
              <td>{at === 0 ? t(`arrivals.states.${unit.isReceived ? 'received' : 'expected'}`) : ''}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  )
}
