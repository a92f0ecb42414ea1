import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine, type Engine } from '../../../app/engine'
import { ListPage, type ListPageProps } from '../../../app/lists/list-page'
import { useNavigation } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DateText, Dialog, Field, QuantityText, RefusalAlert, type ListColumn } from '../../../ui'

type Row = Awaited<ReturnType<Engine['arrivals']['listBlind']>>['rows'][number]
const STATES = ['waiting', 'matched', 'unordered', 'cancelled'] as const
const TONE = { waiting: 'warning', matched: 'good', unordered: 'info', cancelled: 'neutral' } as const

/** Goods that were counted at the dock without anybody knowing what for. */
export function BlindList(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const [state, setState] = useState<Row['state'] | 'all'>('waiting')
  const [settling, setSettling] = useState<number>()
  const fetch = useCallback<ListPageProps<Row>['fetch']>(
    (input, signal) => engine.arrivals.listBlind({ ...input, ...(state === 'all' ? {} : { state }) }, { signal }),
    [state],
  )
  const columns = useMemo<ListColumn<Row>[]>(
    () => [
      { key: 'number', title: t('arrivals.number'), value: (row) => row.number, isFixed: true },
      {
        key: 'state',
        title: t('arrivals.state'),
        kind: 'status',
        value: (row) => ({ label: t(`arrivals.blindStates.${row.state}`), tone: TONE[row.state] }),
      },
      { key: 'arrivedOn', title: t('arrivals.arrivedOn'), kind: 'date', value: (row) => row.arrivedOn },
      { key: 'lines', title: t('arrivals.lines'), kind: 'count', value: (row) => row.lines },
      { key: 'receipts', title: t('arrivals.receipts'), value: (row) => row.receipts },
    ],
    [t],
  )
  return (
    <>
      {settling === undefined ? null : (
        <SettleDialog
          id={settling}
          onClose={() => setSettling(undefined)}
          onReceipt={(id) => open('purchasing.receipt', { id })}
        />
      )}
      <ListPage<Row>
        key={`${state} ${settling ?? ''}`}
        name="arrivals.blind"
        room="purchasing"
        title={t('arrivals.blind')}
        hint={t('arrivals.blindHint')}
        columns={columns}
        fetch={fetch}
        filterHint={t('arrivals.number')}
        actions={
          <Segmented
            value={state}
            onChange={setState}
            options={[
              ...STATES.map((value) => ({ value, label: t(`arrivals.blindStates.${value}`) })),
              { value: 'all' as const, label: t('arrivals.anyState') },
            ]}
          />
        }
        onOpen={(row) => setSettling(row.id)}
        empty={{ title: t('arrivals.noBlind'), hint: t('arrivals.noBlindHint') }}
      />
    </>
  )
}

/** Whose goods they are: an order that waits for them, a supplier to hold them for, or nobody's any more. */
function SettleDialog(props: {
  readonly id: number
  readonly onClose: () => void
  readonly onReceipt: (id: number) => void
}): ReactNode {
  const { id, onClose, onReceipt } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const [supplierId, setSupplier] = useState<number>()
  const match = useCommand(engine.arrivals.matchBlind)
  const keep = useCommand(engine.arrivals.keepUnordered)
  const cancel = useCommand(engine.arrivals.cancelBlind)
  const { data } = useQuery(api.arrivals.getBlind.queryOptions({ input: { id } }))
  if (data === undefined) return null
  const refusal = match.refusal ?? keep.refusal ?? cancel.refusal
  const isOpen = data.state === 'waiting'
  const settle = async (work: Promise<object | undefined>): Promise<void> => {
    if ((await work) !== undefined) onClose()
  }
  return (
    <Dialog title={data.number} width={680} footer={null} onCancel={onClose}>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <table className="k-table" aria-label={t('app.lines.label')}>
        <tbody>
          {data.lines.map((line) => (
            <tr key={`${line.item.id} ${line.lotCode}`}>
              <td>
                {line.item.code} {line.item.name}
              </td>
              <td>{line.lotCode}</td>
              <td>
                <DateText date={line.expiresOn} />
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.receipts.map((receipt) => (
        <Button key={receipt.id} type="link" onClick={() => onReceipt(receipt.id)}>
          {receipt.number}
        </Button>
      ))}
      {isOpen ? (
        <>
          {data.candidates.map((order) => (
            <p key={order.orderId}>
              <Button
                loading={match.isRunning}
                onClick={() => void settle(match.run({ id, orderId: order.orderId, receivedOn: company.today }))}
              >
                {t('arrivals.receive')}: {order.orderNumber} {order.supplier.name}
              </Button>{' '}
              {t('arrivals.takesOf', { fits: order.fits, lines: order.lines })}
            </p>
          ))}
          <Field label={t('arrivals.nobodyOrdered')}>
            {(control) => <PartnerSelect id={control.id} side="supplier" value={supplierId} onChange={setSupplier} />}
          </Field>
          <p>
            <Button
              disabled={supplierId === undefined}
              loading={keep.isRunning}
              onClick={() => void settle(keep.run({ id, supplierId: supplierId ?? 0, receivedOn: company.today }))}
            >
              {t('arrivals.keep')}
            </Button>{' '}
            <Button danger loading={cancel.isRunning} onClick={() => void settle(cancel.run({ id }))}>
              {t('arrivals.giveUp')}
            </Button>
          </p>
        </>
      ) : null}
    </Dialog>
  )
}
