import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useChain, useHistoryPart, useStateTag } from '../../../app/documents/document-parts'
import { LinesDialog, QuantityEntry } from '../../../app/documents/lines-dialog'
import { api, engine, type Engine } from '../../../app/engine'
import { useNavigation, usePageTab } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, DocumentFrame, Field, MoneyText, PriceText, QuantityText } from '../../../ui'

type Agreement = Awaited<ReturnType<Engine['purchasing']['getAgreement']>>

/** What is agreed, what of it is called off, and what is left. */
export function ShownAgreement({ agreement }: { readonly agreement: Agreement }): ReactNode {
  const { id, number, state } = agreement
  const { t } = useTranslation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
  const [isCalling, setCalling] = useState(false)
  const end = useCommand(engine.purchasing.endAgreement)
  const chain = useChain(agreement.chain, { kind: 'purchasing.agreement', number, state })
  const history = useHistoryPart('purchasing.agreement', id)
  useEffect(() => tab.setTitle(number), [tab, number])
  const amount = agreement.amountMinor
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.purchasing.agreement')}
        number={number}
        state={tag(state)}
        chain={chain}
        refusal={end.refusal}
        facts={[
          { key: 'supplier', label: t('purchasing.supplier'), value: agreement.supplier.name },
          {
            key: 'validFrom',
            label: t('purchasing.agreements.validFrom'),
            value: <DateText date={agreement.validFrom} />,
          },
          { key: 'validTo', label: t('purchasing.agreements.validTo'), value: <DateText date={agreement.validTo} /> },
          ...(canSeeCost && amount !== null
            ? [{ key: 'amount', label: t('purchasing.agreements.amount'), value: <MoneyText amountMinor={amount} /> }]
            : []),
          ...(canSeeCost && agreement.drawnMinor !== null
            ? [
                {
                  key: 'drawn',
                  label: t('purchasing.agreements.drawn'),
                  value: <MoneyText amountMinor={agreement.drawnMinor} />,
                },
              ]
            : []),
        ]}
        lines={<Lines agreement={agreement} canSeeCost={canSeeCost} />}
        notes={agreement.note === '' ? null : <p>{agreement.note}</p>}
        side={history}
        actions={
          canWrite && state !== 'ended'
            ? [
                {
                  key: 'end',
                  label: t('purchasing.agreements.end'),
                  isDanger: true,
                  onPress: () => void end.run({ id }),
                },
              ]
            : []
        }
        {...(canWrite && state === 'open'
          ? { primary: { label: t('purchasing.agreements.callOff'), onPress: () => setCalling(true) } }
          : {})}
      />
      {isCalling ? <CallOffDialog agreement={agreement} onClose={() => setCalling(false)} /> : null}
    </>
  )
}

function Lines({ agreement, canSeeCost }: { readonly agreement: Agreement; readonly canSeeCost: boolean }): ReactNode {
  const { t } = useTranslation()
  const numbers = [
    ...(canSeeCost ? [t('app.lines.price')] : []),
    t('purchasing.agreements.agreed'),
    t('purchasing.agreements.drawn'),
    t('purchasing.agreements.left'),
  ]
  return (
    <table className="k-table" aria-label={t('app.lines.label')}>
      <thead>
        <tr>
          <th scope="col">{t('app.lines.item')}</th>
          {numbers.map((title) => (
            <th key={title} scope="col" className="k-right">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {agreement.lines.map((line) => {
          const { id, item, priceMicro, quantityMicro, drawnMicro } = line
          return (
            <tr key={id}>
              <td>
                {item.code} {item.name}
              </td>
              {canSeeCost && priceMicro !== null ? (
                <td className="k-right">
                  <PriceText priceMicro={priceMicro} />
                </td>
              ) : null}
              <td className="k-right">
                {quantityMicro === null ? (
                  t('purchasing.agreements.asWanted')
                ) : (
                  <QuantityText quantityMicro={quantityMicro} unit={item.baseUnit} />
                )}
              </td>
              <td className="k-right">
                <QuantityText quantityMicro={drawnMicro} unit={item.baseUnit} />
              </td>
              <td className="k-right">
                {quantityMicro === null ? null : (
                  <QuantityText quantityMicro={quantityMicro - drawnMicro} unit={item.baseUnit} />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const USUAL_DAYS = 7

function CallOffDialog(props: { readonly agreement: Agreement; onClose(): void }): ReactNode {
  const { agreement, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const { data: warehouses } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const [expectedOn, setExpected] = useState(addDays(company.today, USUAL_DAYS))
  const [typed, setTyped] = useState<ReadonlyMap<number, number>>(new Map())
  const call = useCommand(engine.purchasing.callOff)
  const warehouseId = warehouses?.rows[0]?.id
  const lines = agreement.lines.flatMap(({ id: lineId }) => {
    const quantityMicro = typed.get(lineId) ?? 0
    return quantityMicro > 0 ? [{ lineId, quantityMicro }] : []
  })
  const submit = async (): Promise<unknown> => {
    if (warehouseId === undefined) return undefined
    const answer = await call.run({ id: agreement.id, warehouseId, orderedOn: company.today, expectedOn, lines })
    if (answer !== undefined) open('purchasing.order', { id: answer.id })
    return answer
  }
  return (
    <LinesDialog
      title={t('purchasing.agreements.callOff')}
      okText={t('purchasing.agreements.makeOrder')}
      command={call}
      isReady={lines.length > 0 && warehouseId !== undefined}
      submit={submit}
      onClose={onClose}
      lines={agreement.lines}
      columns={[
        {
          title: t('purchasing.agreements.left'),
          kind: 'figure',
          render: (line) =>
            line.quantityMicro === null ? (
              t('purchasing.agreements.asWanted')
            ) : (
              <QuantityText quantityMicro={line.quantityMicro - line.drawnMicro} unit={line.item.baseUnit} />
            ),
        },
        {
          title: t('purchasing.agreements.now'),
          kind: 'entry',
          render: (line) => (
            <QuantityEntry
              label={`${t('purchasing.agreements.now')} ${line.item.name}`}
              unit={line.item.baseUnit}
              value={typed.get(line.id) ?? null}
              onChange={(value) => setTyped(new Map(typed).set(line.id, value))}
            />
          ),
        },
      ]}
    >
      <Field label={t('purchasing.expectedOn')}>
        {(control) => <DayPicker id={control.id} value={expectedOn} onChange={setExpected} />}
      </Field>
    </LinesDialog>
  )
}
