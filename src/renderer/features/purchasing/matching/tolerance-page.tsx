import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPercent } from '../../../../shared/values/format'
import { useCommand } from '../../../app/commands'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine, type Engine } from '../../../app/engine'
import { useCan } from '../../../app/session'
import { Dialog, EmptyState, Field, MoneyText, PageHeader, RefusalAlert, ScaledInput, Waiting } from '../../../ui'

type Rule = Awaited<ReturnType<Engine['purchasing']['listTolerances']>>['rows'][number]

/** How far receipts and invoices may differ from orders, for everyone and for single suppliers. */
export function TolerancePage(): ReactNode {
  const { t } = useTranslation()
  const canSet = useCan('purchasing.release')
  const [edited, setEdited] = useState<{ readonly rule: Rule | undefined }>()
  const remove = useCommand(engine.purchasing.removeTolerance)
  const { data } = useQuery(api.purchasing.listTolerances.queryOptions({ input: {} }))
  if (data === undefined) return <Waiting />
  const add = (): void => setEdited({ rule: undefined })
  return (
    <section className="k-form-page">
      <PageHeader
        title={t('purchasing.match.tolerances')}
        hint={t('purchasing.match.tolerancesHint')}
        actions={
          canSet ? (
            <Button type="primary" onClick={add}>
              {t('purchasing.match.setTolerance')}
            </Button>
          ) : null
        }
      />
      {remove.refusal === undefined ? null : <RefusalAlert refusal={remove.refusal} />}
      {data.rows.length === 0 ? (
        <EmptyState title={t('purchasing.match.noTolerances')} hint={t('purchasing.match.noTolerancesHint')} />
      ) : (
        <table className="k-table" aria-label={t('purchasing.match.tolerances')}>
          <thead>
            <tr>
              <th scope="col">{t('purchasing.supplier')}</th>
              <th scope="col" className="k-right">
                {t('purchasing.match.overReceipt')}
              </th>
              <th scope="col" className="k-right">
                {t('purchasing.match.priceShare')}
              </th>
              <th scope="col" className="k-right">
                {t('purchasing.match.priceAmount')}
              </th>
              <th scope="col" className="k-right">
                {t('purchasing.match.billedMore')}
              </th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {data.rows.map((rule) => (
              <tr key={rule.supplier?.id ?? 0}>
                <td>{rule.supplier === null ? t('purchasing.match.everyone') : rule.supplier.name}</td>
                <td className="k-right">{formatPercent(rule.overReceiptMicro)}</td>
                <td className="k-right">{formatPercent(rule.priceMicro)}</td>
                <td className="k-right">
                  <MoneyText amountMinor={rule.priceMinor} />
                </td>
                <td className="k-right">{formatPercent(rule.quantityMicro)}</td>
                <td className="k-right">
                  {canSet ? (
                    <>
                      <Button size="small" onClick={() => setEdited({ rule })}>
                        {t('app.change')}
                      </Button>{' '}
                      <Button
                        size="small"
                        danger
                        onClick={() => void remove.run({ supplierId: rule.supplier?.id ?? null })}
                      >
                        {t('purchasing.match.removeTolerance')}
                      </Button>
                    </>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {edited === undefined ? null : <ToleranceDialog rule={edited.rule} onClose={() => setEdited(undefined)} />}
    </section>
  )
}

function ToleranceDialog({ rule, onClose }: { readonly rule: Rule | undefined; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const set = useCommand(engine.purchasing.setTolerance)
  const [supplierId, setSupplier] = useState<number | undefined>(rule?.supplier?.id)
  const [overReceiptMicro, setOver] = useState(rule?.overReceiptMicro ?? 0)
  const [priceMicro, setPrice] = useState(rule?.priceMicro ?? 0)
  const [priceMinor, setAmount] = useState(rule?.priceMinor ?? 0)
  const [quantityMicro, setQuantity] = useState(rule?.quantityMicro ?? 0)
  const submit = async (): Promise<void> => {
    const input = { supplierId: supplierId ?? null, overReceiptMicro, priceMicro, priceMinor, quantityMicro }
    if ((await set.run(input)) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('purchasing.match.setTolerance')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: set.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {set.refusal === undefined ? null : <RefusalAlert refusal={set.refusal} />}
      {rule === undefined ? (
        <Field label={t('purchasing.match.supplierOrEveryone')}>
          {(control) => <PartnerSelect id={control.id} side="supplier" value={supplierId} onChange={setSupplier} />}
        </Field>
      ) : null}
      <Field label={t('purchasing.match.overReceipt')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={4}
            minDecimals={0}
            suffix="%"
            value={overReceiptMicro}
            onChange={(value) => setOver(value ?? 0)}
          />
        )}
      </Field>
      <Field label={t('purchasing.match.priceShare')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={4}
            minDecimals={0}
            suffix="%"
            value={priceMicro}
            onChange={(value) => setPrice(value ?? 0)}
          />
        )}
      </Field>
      <Field label={t('purchasing.match.priceAmount')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={2}
            minDecimals={2}
            value={priceMinor}
            onChange={(value) => setAmount(value ?? 0)}
          />
        )}
      </Field>
      <Field label={t('purchasing.match.billedMore')}>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={4}
            minDecimals={0}
            suffix="%"
            value={quantityMicro}
            onChange={(value) => setQuantity(value ?? 0)}
          />
        )}
      </Field>
    </Dialog>
  )
}
