import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useChain, useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { api, engine } from '../../../app/engine'
import { usePageTab, type PageParams } from '../../../app/pages'
import { useReversal } from '../../../app/documents/reverse-dialog'
import { useCan, useSession } from '../../../app/session'
import {
  DateText,
  DocumentFrame,
  MoneyText,
  QuantityText,
  ScaledInput,
  Waiting,
  type DocumentAction,
} from '../../../ui'

/** A transfer; while it is on the way, the place where its arrival is counted. */
export function TransferPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { company } = useSession()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWork = useCan('warehouse.work')
  const canSeeCost = useCan('cost.see')
  const reversal = useReversal(id, engine.stock.reverseTransfer)
  const [counted, setCounted] = useState<ReadonlyMap<number, number>>(new Map())
  const receive = useCommand(engine.stock.receiveTransfer)
  const { data: transfer } = useQuery(api.stock.getTransfer.queryOptions({ input: { id } }))
  const chain = useChain(transfer?.chain, {
    kind: 'stock.transfer',
    number: transfer?.number ?? '',
    state: transfer?.state ?? 'in-transit',
  })
  const journal = useJournalPart('stock.transfer', id)
  useEffect(() => {
    if (transfer !== undefined) tab.setTitle(transfer.number)
  }, [tab, transfer])
  if (transfer === undefined) return <Waiting />
  const isOnTheWay = transfer.state === 'in-transit' && canWork
  const submit = (): void => {
    const lines = transfer.lines.map((line) => ({
      lineId: line.id,
      arrivedMicro: counted.get(line.id) ?? line.quantityMicro,
    }))
    void receive.run({ id, arrivedOn: company.today, lines })
  }
  const actions: DocumentAction[] = reversal.actions(transfer.state !== 'reversed')
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.stock.transfer')}
        number={transfer.number}
        state={tag(transfer.state)}
        chain={chain}
        refusal={receive.refusal}
        facts={[
          { key: 'from', label: t('stock.fromWarehouse'), value: transfer.fromWarehouse.name },
          { key: 'to', label: t('stock.toWarehouse'), value: transfer.toWarehouse.name },
          { key: 'sentOn', label: t('stock.sentOn'), value: <DateText date={transfer.sentOn} /> },
          ...(transfer.arrivedOn === null
            ? []
            : [{ key: 'arrivedOn', label: t('stock.arrivedOn'), value: <DateText date={transfer.arrivedOn} /> }]),
        ]}
        lines={
          <table className="k-table" aria-label={t('app.lines.label')}>
            <thead>
              <tr>
                <th scope="col">{t('stock.item')}</th>
                <th scope="col">{t('stock.lot')}</th>
                <th scope="col">{t('stock.bin')}</th>
                <th scope="col" className="k-right">
                  {t('stock.sent')}
                </th>
                <th scope="col" className="k-right">
                  {t('stock.arrived')}
                </th>
                {canSeeCost ? (
                  <>
                    <th scope="col" className="k-right">
                      {t('stock.value')}
                    </th>
                    <th scope="col" className="k-right">
                      {t('stock.difference')}
                    </th>
                  </>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {transfer.lines.map((line) => (
                <tr key={line.id}>
                  <td>
                    {line.item.code} {line.item.name}
                  </td>
                  <td>{line.lot?.code ?? ''}</td>
                  <td>{line.fromBin.code}</td>
                  <td className="k-right">
                    <QuantityText quantityMicro={line.quantityMicro} unit={line.item.baseUnit} />
                  </td>
                  <td className={isOnTheWay ? 'k-right k-narrow' : 'k-right'}>
                    {isOnTheWay ? (
                      <ScaledInput
                        decimals={6}
                        minDecimals={0}
                        aria-label={`${t('stock.arrived')} ${line.item.code}`}
                        value={counted.get(line.id) ?? line.quantityMicro}
                        onChange={(value) => setCounted(new Map(counted).set(line.id, value ?? 0))}
                      />
                    ) : line.arrivedMicro === null ? null : (
                      <QuantityText quantityMicro={line.arrivedMicro} unit={line.item.baseUnit} />
                    )}
                  </td>
                  {canSeeCost ? (
                    <>
                      <td className="k-right">
                        <MoneyText amountMinor={line.valueMinor ?? 0} />
                      </td>
                      <td className="k-right">
                        <MoneyText amountMinor={line.differenceMinor ?? 0} plus />
                      </td>
                    </>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        }
        notes={transfer.note === '' ? null : <p>{transfer.note}</p>}
        side={journal}
        actions={actions}
        {...(isOnTheWay ? { primary: { label: t('stock.receive'), onPress: submit, isBusy: receive.isRunning } } : {})}
      />
      {reversal.dialog(transfer.number)}
    </>
  )
}
