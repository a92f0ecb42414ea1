import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { ItemSelect } from '../../../app/documents/item-select'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, Field, MoneyText, QuantityText, ScaledInput, Waiting } from '../../../ui'
import { DayField } from './day-field'
import { useWarehouses } from './use-warehouses'

/** Stock on hand gets another value, and the reason stays with it. */
export function RevaluationEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const { rows: warehouses, isRead } = useWarehouses()
  const [chosen, setChosen] = useState<number>()
  const [itemId, setItem] = useState(params['itemId'] === undefined ? undefined : Number(params['itemId']))
  const [lotCode, setLot] = useState('')
  const [revaluedOn, setRevaluedOn] = useState(company.today)
  const [value, setValue] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const revalue = useCommand(engine.stock.revalueStock)
  const warehouseId = chosen ?? warehouses[0]?.id
  const { data: held } = useQuery(
    api.inventory.costLineage.queryOptions({
      input: { itemId: itemId ?? 0, warehouseId: warehouseId ?? 0 },
      enabled: itemId !== undefined && warehouseId !== undefined,
    }),
  )
  if (!isRead) return <Waiting />
  const lots = [...new Set((held?.layers ?? []).flatMap((layer) => (layer.lotCode === null ? [] : [layer.lotCode])))]
  const ofLot = (held?.layers ?? []).filter((layer) => layer.lotCode === lotCode)
  const sum = (key: 'quantityMicro' | 'valueMinor'): number => ofLot.reduce((all, layer) => all + (layer[key] ?? 0), 0)
  const quantityMicro = lotCode === '' ? (held?.quantityMicro ?? 0) : sum('quantityMicro')
  const presentMinor = lotCode === '' ? (held?.valueMinor ?? 0) : sum('valueMinor')
  const submit = async (): Promise<void> => {
    if (itemId === undefined || warehouseId === undefined || value === null) return
    const lot = lotCode === '' ? {} : { lotCode }
    const answer = await revalue.run({ warehouseId, itemId, ...lot, revaluedOn, valueMinor: value, reason })
    if (answer === undefined) return
    close('stock.newRevaluation', params)
    open('stock.revaluation', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.stock.revaluation')}
      state={tag('draft')}
      refusal={revalue.refusal}
      fields={
        <>
          <Field label={t('stock.item')} isRequired>
            {(control) => (
              <ItemSelect
                id={control.id}
                value={itemId}
                text={held === undefined ? undefined : `${held.item.code} ${held.item.name}`}
                onChange={(id) => setItem(id ?? undefined)}
              />
            )}
          </Field>
          {warehouses.length < 2 ? null : (
            <Field label={t('stock.warehouse')}>
              {(control) => (
                <Select
                  id={control.id}
                  value={warehouseId ?? null}
                  onChange={(id: number | null) => setChosen(id ?? undefined)}
                  options={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
                />
              )}
            </Field>
          )}
          {lots.length === 0 ? null : (
            <Field label={t('stock.lot')}>
              {(control) => (
                <Select
                  id={control.id}
                  allowClear
                  value={lotCode === '' ? null : lotCode}
                  onChange={(lot: string | null) => setLot(lot ?? '')}
                  options={lots.map((lot) => ({ value: lot, label: lot }))}
                />
              )}
            </Field>
          )}
          <DayField label={t('stock.revaluedOn')} value={revaluedOn} onChange={setRevaluedOn} />
          <Field label={t('stock.newValue')} isRequired>
            {(control) => (
              <ScaledInput
                id={control.id}
                decimals={currencyDecimals(company.currency)}
                value={value}
                onChange={setValue}
              />
            )}
          </Field>
          <Field label={t('stock.reason')} isRequired>
            {(control) => (
              <Input {...control} maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
            )}
          </Field>
        </>
      }
      lines={null}
      totals={
        held === undefined
          ? []
          : [
              {
                key: 'onHand',
                label: t('stock.onHand'),
                value: <QuantityText quantityMicro={quantityMicro} unit={held.item.baseUnit} />,
              },
              { key: 'present', label: t('stock.presentValue'), value: <MoneyText amountMinor={presentMinor} /> },
              {
                key: 'change',
                label: t('stock.difference'),
                value: <MoneyText amountMinor={value === null ? 0 : value - presentMinor} plus />,
                isStrong: true,
              },
            ]
      }
      {...(itemId === undefined || value === null || reason.trim() === ''
        ? {}
        : { primary: { label: t('stock.revalue'), onPress: () => void submit(), isBusy: revalue.isRunning } })}
    />
  )
}
