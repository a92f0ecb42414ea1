import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { api, engine } from '../../../app/engine'
import {
  itemColumn,
  newGoodsLine,
  priceColumn,
  quantityColumn,
  type GoodsLine,
} from '../../../app/orders/goods-columns'
import { useNavigation, type PageParams } from '../../../app/pages'
import { useSession } from '../../../app/session'
import { DocumentFrame, EntryGrid, Field, ScaledInput, Waiting, type EntryColumn } from '../../../ui'
import { ShownAgreement } from './shown-agreement'

/** Prices and quantities agreed with a supplier for a time: written here, called off afterwards. */
export function AgreementPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = params['id'] === undefined ? undefined : Number(params['id'])
  const { data } = useQuery(
    api.purchasing.getAgreement.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined }),
  )
  if (id === undefined) return <NewAgreement params={params} />
  return data === undefined ? <Waiting /> : <ShownAgreement agreement={data} />
}

interface Line extends GoodsLine {
  readonly priceMicro: number | undefined
}

const newLine = (): Line => ({ ...newGoodsLine(), priceMicro: undefined })
const USUAL_DAYS = 365

function NewAgreement({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [supplierId, setSupplier] = useState<number>()
  const [validFrom, setFrom] = useState(company.today)
  const [validTo, setTo] = useState(addDays(company.today, USUAL_DAYS))
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [lines, setLines] = useState<readonly Line[]>([])
  const place = useCommand(engine.purchasing.placeAgreement)
  const columns = useMemo<EntryColumn<Line>[]>(
    () => [
      itemColumn(t('app.lines.item')),
      quantityColumn(t('purchasing.agreements.agreed')),
      priceColumn(t('app.lines.price')),
    ],
    [t],
  )
  const begun = lines.filter((line) => line.itemId !== undefined)
  const whole = begun.flatMap(({ itemId, quantityMicro, priceMicro }) =>
    itemId === undefined || priceMicro === undefined || (quantityMicro === undefined && amountMinor === null)
      ? []
      : [{ itemId, priceMicro, ...(quantityMicro === undefined ? {} : { quantityMicro }) }],
  )
  const submit = async (): Promise<void> => {
    if (supplierId === undefined) return
    const head = { supplierId, validFrom, validTo, note, ...(amountMinor === null ? {} : { amountMinor }) }
    const answer = await place.run({ ...head, lines: whole })
    if (answer === undefined) return
    close('purchasing.agreement', params)
    open('purchasing.agreement', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.purchasing.agreement')}
      state={tag('draft')}
      refusal={place.refusal}
      fields={
        <>
          <Field label={t('purchasing.supplier')} isRequired>
            {(control) => (
              <PartnerSelect id={control.id} side="supplier" autoFocus value={supplierId} onChange={setSupplier} />
            )}
          </Field>
          <Field label={t('purchasing.agreements.validFrom')}>
            {(control) => <DayPicker id={control.id} value={validFrom} onChange={setFrom} />}
          </Field>
          <Field label={t('purchasing.agreements.validTo')}>
            {(control) => <DayPicker id={control.id} value={validTo} onChange={setTo} />}
          </Field>
          <Field label={t('purchasing.agreements.amount')} hint={t('purchasing.agreements.amountHint')}>
            {(control) => (
              <ScaledInput
                id={control.id}
                decimals={currencyDecimals(company.currency)}
                value={amountMinor}
                onChange={setAmount}
              />
            )}
          </Field>
          <Field label={t('app.lines.note')}>
            {(control) => (
              <Input {...control} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
        </>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={lines}
          lineKey={(line) => line.key}
          newLine={newLine}
          onChange={setLines}
        />
      }
      notes={<p className="k-soft">{t('purchasing.agreements.hint')}</p>}
      {...(supplierId === undefined || whole.length === 0 || whole.length < begun.length
        ? {}
        : {
            primary: { label: t('purchasing.agreements.place'), onPress: () => void submit(), isBusy: place.isRunning },
          })}
    />
  )
}
