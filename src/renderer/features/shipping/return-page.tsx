import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTotals } from '../../app/currencies/document-currency'
import { useChain, useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { LinesTable } from '../../app/orders/lines-table'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useReversal } from '../../app/documents/reverse-dialog'
import { formatQuantity } from '../../../shared/values/format'
import { useCommand } from '../../app/commands'
import { useCan, useSession } from '../../app/session'
import { InspectionDialog } from './inspection-dialog'
import { DateText, DocumentFrame, MoneyText, type DocumentAction, Waiting } from '../../ui'

/** Goods that came back, where they went, and what was credited. */
export function ReturnPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const totalRows = useTotals()
  const tab = usePageTab()
  const tag = useStateTag()
  const { open } = useNavigation()
  const { company } = useSession()
  const canWork = useCan('warehouse.work')
  const canSell = useCan('sales.write')
  const [isInspecting, setInspecting] = useState(false)
  const exchange = useCommand(engine.shipping.exchangeReturn)
  const reversal = useReversal(id, engine.shipping.reverseReturn)
  const { data } = useQuery(api.shipping.getReturn.queryOptions({ input: { id } }))
  const chain = useChain(data?.chain, {
    kind: 'shipping.return',
    number: data?.number ?? '',
    state: data?.state ?? 'posted',
  })
  const journal = useJournalPart('shipping.return', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  const netMinor = data.lines.reduce((sum, line) => sum + line.netMinor, 0)
  const taxMinor = data.lines.reduce((sum, line) => sum + line.taxMinor, 0)
  const isPosted = data.state === 'posted'
  const isHeld = data.lines.some((line) => line.heldMicro > 0)
  const inExchange = async (): Promise<void> => {
    const answer = await exchange.run({ id, orderedOn: company.today, promisedOn: company.today })
    if (answer !== undefined) open('sales.order', { id: answer.id })
  }
  const actions: DocumentAction[] = [
    ...(canSell && isPosted && !data.isExchanged
      ? [{ key: 'exchange', label: t('shipping.inspection.exchange'), onPress: () => void inExchange() }]
      : []),
    ...reversal.actions(isPosted && data.inspections.length === 0),
  ]
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.shipping.return')}
        number={data.number}
        state={tag(data.state)}
        chain={chain}
        facts={[
          { key: 'customer', label: t('shipping.customer'), value: data.customer.name },
          { key: 'returnedOn', label: t('shipping.returnedOn'), value: <DateText date={data.returnedOn} /> },
          { key: 'reason', label: t('shipping.reason'), value: data.reason },
        ]}
        total={<MoneyText amountMinor={netMinor + taxMinor} />}
        lines={
          <LinesTable
            label={t('app.lines.label')}
            moreTitles={[t('shipping.lot'), t('shipping.expiry'), t('shipping.status')]}
            lines={data.lines.map((line) => ({
              ...line,
              more: [
                line.lot?.code ?? '',
                <DateText key="expiry" date={line.lot?.expiresOn} />,
                t(`shipping.statuses.${line.status}`),
              ],
            }))}
          />
        }
        totals={totalRows({ netMinor, taxMinor, grossMinor: netMinor + taxMinor })}
        notes={data.inspections.map((inspection) => (
          <p key={inspection.id}>
            {t('shipping.inspection.done', {
              number: inspection.number,
              restocked: formatQuantity(inspection.restockedMicro),
              scrapped: formatQuantity(inspection.scrappedMicro),
              finding: inspection.finding,
            })}
          </p>
        ))}
        refusal={exchange.refusal}
        side={journal}
        actions={actions}
        {...(canWork && isHeld
          ? { primary: { label: t('shipping.inspection.do'), onPress: () => setInspecting(true) } }
          : {})}
      />
      {isInspecting ? <InspectionDialog document={data} onClose={() => setInspecting(false)} /> : null}
      {reversal.dialog(data.number)}
    </>
  )
}
