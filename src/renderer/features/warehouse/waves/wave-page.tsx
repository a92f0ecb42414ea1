import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { DateText, DocumentFrame, StateTag, type DocumentAction } from '../../../ui'

type Wave = Awaited<ReturnType<Engine['warehouse']['getWave']>>

/** A wave: its batches with who walks them, its orders with how far they are. */
export function WavePage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWork = useCan('warehouse.work')
  const [told, setTold] = useState<string>()
  const unrelease = useCommand(engine.warehouse.unreleaseWave)
  const { data: wave } = useQuery(api.warehouse.getWave.queryOptions({ input: { id } }))
  const title = wave?.number ?? ''
  useEffect(() => tab.setTitle(title), [tab, title])
  if (wave === undefined) return null
  const openBatch = wave.batches.find((batch) => batch.state === 'open')
  const walk = wave.batches.reduce((sum, batch) => sum + batch.walkMillimetres, 0)
  const sum = (count: (batch: Wave['batches'][number]) => number): number =>
    wave.batches.reduce((all, batch) => all + count(batch), 0)
  const takeBack = async (): Promise<void> => {
    const answer = await unrelease.run({ waveId: id })
    if (answer !== undefined) setTold(t('warehouse.unreleased', { count: answer.picks }))
  }
  const actions: DocumentAction[] =
    canWork && openBatch !== undefined
      ? [{ key: 'unrelease', label: t('warehouse.unrelease'), isDanger: true, onPress: () => void takeBack() }]
      : []
  return (
    <DocumentFrame
      title={t('app.kinds.warehouse.wave')}
      number={wave.number}
      state={tag(wave.state)}
      refusal={unrelease.refusal}
      facts={[
        { key: 'releasedOn', label: t('warehouse.releasedOn'), value: <DateText date={wave.releasedOn} /> },
        { key: 'releasedBy', label: t('warehouse.releasedBy'), value: wave.releasedBy },
        { key: 'picking', label: t('warehouse.pickingMode'), value: t(`warehouse.pickings.${wave.picking}`) },
        {
          key: 'progress',
          label: t('warehouse.progress'),
          value: t('warehouse.progressOf', {
            done: sum((batch) => batch.doneTasks),
            total: sum((batch) => batch.tasks),
          }),
        },
        {
          key: 'walk',
          label: t('warehouse.walkOf'),
          value: t('warehouse.metres', { metres: Math.round(walk / 1000) }),
        },
      ]}
      lines={
        <>
          {told === undefined ? null : <p role="status">{told}</p>}
          <Batches wave={wave} />
          <Orders wave={wave} />
        </>
      }
      actions={actions}
      {...(openBatch !== undefined && canOpen('warehouse.station')
        ? {
            primary: {
              label: t('warehouse.pickNow'),
              onPress: () => open('warehouse.station', { task: 'pick', batchId: openBatch.id }),
            },
          }
        : {})}
    />
  )
}

function Batches({ wave }: { readonly wave: Wave }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tag = useStateTag()
  return (
    <table className="k-table" aria-label={t('warehouse.batchesOfWave')}>
      <caption>{t('warehouse.batchesOfWave')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('warehouse.batch')}</th>
          <th scope="col">{t('warehouse.state')}</th>
          <th scope="col">{t('warehouse.picker')}</th>
          <th scope="col" className="k-right">
            {t('warehouse.progress')}
          </th>
          <th scope="col" className="k-right">
            {t('warehouse.shortTasks')}
          </th>
          <th scope="col" className="k-right">
            {t('warehouse.walkOf')}
          </th>
          <th scope="col" aria-label={t('warehouse.pickNow')} />
        </tr>
      </thead>
      <tbody>
        {wave.batches.map((batch) => (
          <tr key={batch.id}>
            <td>
              {batch.number} {batch.zoneName === null ? null : <span className="k-soft">{batch.zoneName}</span>}
            </td>
            <td>
              <StateTag {...tag(batch.state)} />
            </td>
            <td>{batch.assignedTo ?? <span className="k-soft">{t('warehouse.nobody')}</span>}</td>
            <td className="k-right k-num">
              {t('warehouse.progressOf', { done: batch.doneTasks, total: batch.tasks })}
            </td>
            <td className="k-right k-num">{batch.shortTasks === 0 ? '–' : batch.shortTasks}</td>
            <td className="k-right k-num">
              {t('warehouse.metres', { metres: Math.round(batch.walkMillimetres / 1000) })}
            </td>
            <td className="k-right">
              {batch.state === 'open' && canOpen('warehouse.station') ? (
                <Button size="small" onClick={() => open('warehouse.station', { task: 'pick', batchId: batch.id })}>
                  {t('warehouse.pickNow')}
                </Button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Orders({ wave }: { readonly wave: Wave }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.floor((part * 100) / whole)} %`)
  return (
    <table className="k-table" aria-label={t('warehouse.ordersOfWave')}>
      <caption>{t('warehouse.ordersOfWave')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('warehouse.order')}</th>
          <th scope="col">{t('warehouse.customer')}</th>
          <th scope="col">{t('warehouse.dueOn')}</th>
          {(['lines', 'pickedShare', 'packedShare', 'shippedShare'] as const).map((key) => (
            <th key={key} scope="col" className="k-right">
              {t(`warehouse.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {wave.orders.map((order) => (
          <tr key={order.orderId}>
            <td>
              {canOpen('sales.order') ? (
                <button
                  type="button"
                  className="k-plain k-link"
                  onClick={() => open('sales.order', { id: order.orderId })}
                >
                  {order.orderNumber}
                </button>
              ) : (
                order.orderNumber
              )}
            </td>
            <td>{order.customer.name}</td>
            <td>
              <DateText date={order.dueOn} />
            </td>
            <td className="k-right k-num">{order.lines}</td>
            <td className="k-right k-num">{share(order.pickedMicro, order.releasedMicro)}</td>
            <td className="k-right k-num">{share(order.packedMicro, order.releasedMicro)}</td>
            <td className="k-right k-num">{share(order.shippedMicro, order.releasedMicro)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
