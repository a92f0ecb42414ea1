import { useQuery } from '@tanstack/react-query'
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { useNavigation, type PageParams } from '../../../app/pages'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { useSession } from '../../../app/session'
import { DocumentFrame, Field, MoneyText, ScaledInput } from '../../../ui'

const KINDS = ['freight', 'duty', 'insurance', 'other'] as const
const BASES = ['value', 'quantity', 'weight', 'volume'] as const

/** Freight, duty and the like: which receipts bear it, and by what it is spread. */
export function LandedCostEntry({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('freight')
  const [supplierId, setSupplier] = useState<number>()
  const [supplierReference, setReference] = useState('')
  const [invoicedOn, setInvoicedOn] = useState(company.today)
  const [basis, setBasis] = useState<(typeof BASES)[number]>('value')
  const [netMinor, setNet] = useState<number | null>(null)
  const [taxMinor, setTax] = useState<number | null>(null)
  const [receiptIds, setReceipts] = useState<number[]>(
    params['receiptId'] === undefined ? [] : [Number(params['receiptId'])],
  )
  const [typed, setTyped] = useState('')
  const post = useCommand(engine.purchasing.postLandedCost)
  const { data } = useQuery(api.purchasing.listReceipts.queryOptions({ input: { limit: 100, filter: typed } }))
  const decimals = currencyDecimals(company.currency)
  const submit = async (): Promise<void> => {
    if (supplierId === undefined || netMinor === null) return
    const answer = await post.run({
      kind,
      supplierId,
      supplierReference,
      invoicedOn,
      basis,
      netMinor,
      taxMinor: taxMinor ?? 0,
      receiptIds,
    })
    if (answer === undefined) return
    close('purchasing.newLandedCost', params)
    open('purchasing.landedCost', { id: answer.id })
  }
  const at = post.refusal?.field ?? ''
  const refusalAt = (field: string) => (at === field ? post.refusal : undefined)
  return (
    <DocumentFrame
      title={t('app.kinds.purchasing.landedCost')}
      state={tag('draft')}
      refusal={['supplierReference', 'basis'].includes(at) ? undefined : post.refusal}
      fields={
        <>
          <Field label={t('purchasing.supplier')} isRequired>
            {(control) => (
              <PartnerSelect id={control.id} side="supplier" value={supplierId} autoFocus onChange={setSupplier} />
            )}
          </Field>
          <Field label={t('purchasing.reference')} isRequired refusal={refusalAt('supplierReference')}>
            {(control) => (
              <Input
                {...control}
                maxLength={40}
                value={supplierReference}
                onChange={(event) => setReference(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('purchasing.landed.kind')}>
            {(control) => (
              <Select
                id={control.id}
                value={kind}
                onChange={setKind}
                options={KINDS.map((value) => ({ value, label: t(`purchasing.landed.kinds.${value}`) }))}
              />
            )}
          </Field>
          <Field label={t('purchasing.invoicedOn')}>
            {(control) => (
              <DatePicker
                id={control.id}
                allowClear={false}
                value={dayjs(invoicedOn)}
                onChange={(day) => day && setInvoicedOn(day.format('YYYY-MM-DD'))}
              />
            )}
          </Field>
          <Field label={t('purchasing.landed.net')} isRequired>
            {(control) => <ScaledInput id={control.id} decimals={decimals} value={netMinor} onChange={setNet} />}
          </Field>
          <Field label={t('purchasing.landed.tax')}>
            {(control) => <ScaledInput id={control.id} decimals={decimals} value={taxMinor} onChange={setTax} />}
          </Field>
          <Field label={t('purchasing.landed.basis')} refusal={refusalAt('basis')}>
            {(control) => (
              <Select
                id={control.id}
                value={basis}
                onChange={setBasis}
                options={BASES.map((value) => ({ value, label: t(`purchasing.landed.bases.${value}`) }))}
              />
            )}
          </Field>
        </>
      }
      lines={
        <Field label={t('purchasing.landed.receipts')} isRequired hint={t('purchasing.landed.receiptsHint')}>
          {(control) => (
            <Select
              id={control.id}
              mode="multiple"
              showSearch={{ filterOption: false, onSearch: setTyped }}
              style={{ width: '100%' }}
              value={receiptIds}
              onChange={setReceipts}
              options={(data?.rows ?? [])
                .filter((row) => row.state === 'posted')
                .map((row) => ({ value: row.id, label: `${row.number} ${row.supplier.name}` }))}
            />
          )}
        </Field>
      }
      total={<MoneyText amountMinor={(netMinor ?? 0) + (taxMinor ?? 0)} />}
      {...(supplierId === undefined ||
      netMinor === null ||
      netMinor <= 0 ||
      receiptIds.length === 0 ||
      supplierReference.trim() === ''
        ? {}
        : { primary: { label: t('purchasing.landed.post'), onPress: () => void submit(), isBusy: post.isRunning } })}
    />
  )
}
