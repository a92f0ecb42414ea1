import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { api, engine } from '../../../app/engine'
import { priceAsTyped } from '../../../app/orders/order-lines'
import { TaxInPrices } from '../../../app/orders/tax-in-prices'
import { useSession } from '../../../app/session'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../../ui'
import type { SupplierReturn } from './return-page'

interface Typed {
  readonly quantityMicro: number
  readonly priceMicro: number
}

/** The supplier's credit note, line by line as it stands on the paper. */
export function CreditDialog(props: { readonly sent: SupplierReturn; onClose(): void }): ReactNode {
  const { sent, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const [supplierReference, setReference] = useState('')
  const [creditedOn, setCreditedOn] = useState(company.today)
  const [typed, setTyped] = useState<ReadonlyMap<number, Typed>>(new Map())
  const post = useCommand(engine.purchasing.postCredit)
  const lines = sent.lines.flatMap((line) => {
    const openMicro = line.sentMicro - line.uninvoicedMicro - line.creditedMicro
    return openMicro > 0 ? [{ ...line, openMicro }] : []
  })
  const { data: rates } = useQuery(api.accounting.taxRates.queryOptions({ input: { on: creditedOn, side: 'input' } }))
  const [chosenTax, setChosenTax] = useState<boolean>()
  // As it was ordered, until somebody says what the paper says.
  const includesTax = chosenTax ?? (lines.length > 0 && lines.every((line) => line.grossPriceMicro !== null))
  const of = (line: (typeof lines)[number]): Typed =>
    typed.get(line.id) ?? {
      quantityMicro: line.openMicro,
      priceMicro: priceAsTyped(line, includesTax, rates?.rows ?? []),
    }
  const change = (line: (typeof lines)[number], part: Partial<Typed>): void =>
    setTyped(new Map(typed).set(line.id, { ...of(line), ...part }))
  const chosen = lines.filter((line) => of(line).quantityMicro > 0)
  const submit = async (): Promise<void> => {
    const answer = await post.run({
      returnId: sent.id,
      supplierReference,
      creditedOn,
      pricesIncludeTax: includesTax,
      lines: chosen.map((line) => ({ returnLineId: line.id, ...of(line) })),
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('app.kinds.purchasing.credit')}
      width={720}
      okText={t('purchasing.back.postCredit')}
      cancelText={t('app.cancel')}
      okButtonProps={{
        loading: post.isRunning,
        disabled: chosen.length === 0 || supplierReference.trim() === '',
      }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {post.refusal === undefined ? null : <RefusalAlert refusal={post.refusal} />}
      <Field label={t('purchasing.reference')} isRequired>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={40}
            value={supplierReference}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('purchasing.back.creditedOn')}>
        {(control) => <DayPicker id={control.id} value={creditedOn} onChange={setCreditedOn} />}
      </Field>
      <Field label={t('app.lines.prices')}>
        {(control) => <TaxInPrices id={control.id} value={includesTax} onChange={setChosenTax} />}
      </Field>
      <table className="k-table" aria-label={t('app.lines.label')}>
        <thead>
          <tr>
            <th scope="col">{t('app.lines.item')}</th>
            <th scope="col" className="k-right">
              {t('app.lines.quantity')}
            </th>
            <th scope="col" className="k-right">
              {t(includesTax ? 'app.lines.priceWithTax' : 'app.lines.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                {line.item.code} {line.item.name}
              </td>
              <td className="k-right k-narrow">
                <ScaledInput
                  decimals={6}
                  minDecimals={0}
                  aria-label={`${t('app.lines.quantity')} ${line.item.name}`}
                  suffix={line.item.baseUnit}
                  value={of(line).quantityMicro}
                  onChange={(value) => change(line, { quantityMicro: value ?? 0 })}
                />
              </td>
              <td className="k-right k-narrow">
                <ScaledInput
                  decimals={6}
                  minDecimals={2}
                  aria-label={`${t('app.lines.price')} ${line.item.name}`}
                  value={of(line).priceMicro}
                  onChange={(value) => change(line, { priceMicro: value ?? 0 })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  )
}
