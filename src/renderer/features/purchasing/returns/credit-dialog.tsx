import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { LinesDialog, PriceEntry, QuantityEntry } from '../../../app/documents/lines-dialog'
import { api, engine } from '../../../app/engine'
import { priceAsTyped } from '../../../app/orders/order-lines'
import { TaxInPrices } from '../../../app/orders/tax-in-prices'
import { useSession } from '../../../app/session'
import { Field } from '../../../ui'
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
  type Line = (typeof lines)[number]
  const of = (line: Line): Typed =>
    typed.get(line.id) ?? {
      quantityMicro: line.openMicro,
      priceMicro: priceAsTyped(
        { ...line, priceMicro: line.foreignPriceMicro ?? line.priceMicro },
        includesTax,
        rates?.rows ?? [],
      ),
    }
  const change = (line: (typeof lines)[number], part: Partial<Typed>): void =>
    setTyped(new Map(typed).set(line.id, { ...of(line), ...part }))
  const chosen = lines.filter((line) => of(line).quantityMicro > 0)
  const currency = chosen[0]?.currency ?? null
  return (
    <LinesDialog
      title={t('app.kinds.purchasing.credit')}
      width={720}
      okText={t('purchasing.back.postCredit')}
      command={post}
      isReady={chosen.length > 0 && supplierReference.trim() !== ''}
      submit={() =>
        post.run({
          returnId: sent.id,
          supplierReference,
          creditedOn,
          // One note is in one currency; lines of another are refused with the reason.
          currency,
          pricesIncludeTax: includesTax,
          lines: chosen.map((line) => ({ returnLineId: line.id, ...of(line) })),
        })
      }
      onClose={onClose}
      lines={lines}
      columns={[
        {
          title: t('app.lines.quantity'),
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${t('app.lines.quantity')} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={of(line).quantityMicro}
              onChange={(quantityMicro) => change(line, { quantityMicro })}
            />
          ),
        },
        {
          title: t(includesTax ? 'app.lines.priceWithTax' : 'app.lines.price'),
          kind: 'entry',
          render: (line) => (
            <PriceEntry
              label={`${t('app.lines.price')} ${line.item.name}`}
              value={of(line).priceMicro}
              onChange={(value) => change(line, { priceMicro: value ?? 0 })}
            />
          ),
        },
      ]}
    >
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
    </LinesDialog>
  )
}
