import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatQuantity } from '../../../../shared/values/format'
import { useCommand } from '../../../app/commands'
import { api, asRefusal, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { filledIn } from '../../../app/documents/record-form'
import { useCan } from '../../../app/session'
import {
  DateText,
  Dialog,
  PageHeader,
  QuantityText,
  RefusalAlert,
  ShortcutKeys,
  useScanner,
  useShortcuts,
  Waiting,
  type ShownRefusal,
} from '../../../ui'

/** Lots that are held everywhere, where they lie and who got of them. */
export function LotsPage(): ReactNode {
  const { t } = useTranslation()
  const canManage = useCan('warehouse.manage')
  const [isHolding, setHolding] = useState(false)
  const [lotId, setLotId] = useState<number>()
  const [told, setTold] = useState<string>()
  const { data } = useQuery(api.warehouse.listHeldLots.queryOptions({ input: {} }))
  useShortcuts(
    t('ui.shortcuts.page'),
    canManage ? [{ keys: 'N', label: t('warehouse.holdLot'), run: () => setHolding(true) }] : [],
  )
  if (data === undefined) return <Waiting />
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('warehouse.lots')}
        hint={t('warehouse.lotsHint')}
        actions={
          canManage ? (
            <Button type="primary" onClick={() => setHolding(true)}>
              {t('warehouse.holdLot')} <ShortcutKeys keys="N" />
            </Button>
          ) : undefined
        }
      />
      {told === undefined ? null : <p role="status">{told}</p>}
      {data.rows.length === 0 ? (
        <p className="k-soft">{t('warehouse.noHeldLots')}</p>
      ) : (
        <table className="k-table" aria-label={t('warehouse.lots')}>
          <thead>
            <tr>
              <th scope="col">{t('warehouse.lot')}</th>
              <th scope="col">{t('warehouse.item')}</th>
              <th scope="col">{t('warehouse.reason')}</th>
              {(['onHand', 'shippedQuantity', 'customersOf'] as const).map((key) => (
                <th key={key} scope="col" className="k-right">
                  {t(`warehouse.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.lot.id}>
                <td>
                  <button type="button" className="k-plain k-link" onClick={() => setLotId(row.lot.id)}>
                    {row.lot.code}
                  </button>{' '}
                  <DateText date={row.lot.expiresOn} />
                </td>
                <td>
                  {row.item.code} {row.item.name}
                </td>
                <td>{row.reason}</td>
                <td className="k-right">
                  <QuantityText quantityMicro={row.onHandMicro} unit={row.item.baseUnit} />
                </td>
                <td className="k-right">
                  <QuantityText quantityMicro={row.shippedMicro} unit={row.item.baseUnit} />
                </td>
                <td className="k-right k-num">{row.customers === 0 ? '–' : row.customers}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lotId === undefined ? null : (
        <LotTrace key={lotId} lotId={lotId} canManage={canManage} onTold={setTold} onGone={() => setLotId(undefined)} />
      )}
      {isHolding ? (
        <HoldDialog
          onClose={() => setHolding(false)}
          onHeld={(held, text) => {
            setLotId(held)
            setTold(text)
          }}
        />
      ) : null}
    </section>
  )
}

function LotTrace(props: {
  readonly lotId: number
  readonly canManage: boolean
  readonly onTold: (text: string) => void
  readonly onGone: () => void
}): ReactNode {
  const { lotId, canManage, onTold, onGone } = props
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const release = useCommand(engine.warehouse.releaseLot)
  const recall = useCommand(engine.warehouse.recallLot)
  const { data } = useQuery(api.warehouse.traceLot.queryOptions({ input: { lotId } }))
  if (data === undefined) return null
  const refusal = release.refusal ?? recall.refusal
  const { item, lot, places, customers } = data
  return (
    <section className="k-fieldset" aria-label={lot.code}>
      <h2>
        {lot.code} · {item.code} {item.name}
      </h2>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      {canManage ? (
        <p>
          <Button
            loading={recall.isRunning}
            onClick={() =>
              void recall.run({ lotId }).then((answer) => {
                if (answer !== undefined) onTold(t('warehouse.recallDone', { count: answer.tasks }))
              })
            }
          >
            {t('warehouse.recallLot')}
          </Button>{' '}
          <Button
            danger
            loading={release.isRunning}
            onClick={() =>
              void release.run({ lotId }).then((answer) => {
                if (answer !== undefined) onGone()
              })
            }
          >
            {t('warehouse.releaseLot')}
          </Button>
        </p>
      ) : null}
      <table className="k-table">
        <caption>{t('warehouse.lotPlaces')}</caption>
        <tbody>
          {places.length === 0 ? (
            <tr>
              <td>{t('warehouse.lotGone')}</td>
            </tr>
          ) : (
            places.map((place) => (
              <tr key={`${place.bin.id}-${place.status}`}>
                <td>{place.bin.code}</td>
                <td>{t(`shipping.statuses.${place.status}`)}</td>
                <td className="k-right">
                  <QuantityText quantityMicro={place.quantityMicro} unit={item.baseUnit} />
                </td>
              </tr>
            ))
          )}
        </tbody>
      </table>
      <table className="k-table">
        <caption>{t('warehouse.lotCustomers')}</caption>
        <tbody>
          {customers.length === 0 ? (
            <tr>
              <td>{t('warehouse.noLotCustomers')}</td>
            </tr>
          ) : (
            customers.map((row) => (
              <tr key={row.orderId}>
                <td>{row.customer.name}</td>
                <td>
                  {canOpen('sales.order') ? (
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('sales.order', { id: row.orderId })}
                    >
                      {row.orderNumber}
                    </button>
                  ) : (
                    row.orderNumber
                  )}
                </td>
                <td className="k-right">
                  <QuantityText quantityMicro={row.shippedMicro} unit={item.baseUnit} />
                </td>
              </tr>
            ))
          )}
        </tbody>
      </table>
    </section>
  )
}

interface HoldFields {
  readonly goods: string
  readonly lotCode: string
  readonly reason: string
}

/** The goods by code or barcode, the lot typed or scanned with them. */
function HoldDialog(props: {
  readonly onClose: () => void
  readonly onHeld: (lotId: number, text: string) => void
}): ReactNode {
  const { onClose, onHeld } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<HoldFields>()
  const hold = useCommand(engine.warehouse.holdLot)
  const [unknown, setUnknown] = useState<ShownRefusal>()
  useScanner((scan) => {
    form.setFieldValue('goods', scan.text)
    void engine.items.readScan({ scan: `${scan.symbology ?? ''}${scan.text}` }).then(
      ({ lot }) => (lot === null ? undefined : form.setFieldValue('lotCode', lot)),
      (error: unknown) => setUnknown(asRefusal(error)),
    )
  })
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    setUnknown(undefined)
    try {
      const { item } = await engine.items.readScan({ scan: fields.goods })
      if (item === null) return setUnknown({ code: 'station.codeUnknown', params: { scanned: fields.goods } })
      const { lotCode, reason } = fields
      const answer = await hold.run({ itemId: item.id, lotCode, reason })
      if (answer === undefined) return
      const told = {
        held: formatQuantity(answer.heldMicro, { unit: item.baseUnit }),
        promised: formatQuantity(answer.promisedMicro, { unit: item.baseUnit }),
        count: answer.picksGivenUp,
      }
      onHeld(answer.lotId, t('warehouse.heldDone', told))
      onClose()
    } catch (error) {
      setUnknown(asRefusal(error))
    }
  }
  const refusal = unknown ?? hold.refusal
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('warehouse.holdLot')}
      okText={t('warehouse.holdLot')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: hold.isRunning, danger: true }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false}>
        <Form.Item name="goods" label={t('warehouse.item')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="lotCode" label={t('warehouse.lot')} rules={required}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="reason" label={t('warehouse.reason')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
