import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useChain, useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { ReverseDialog } from '../../../app/documents/reverse-dialog'
import { api, engine, type Engine } from '../../../app/engine'
import { LinesTable } from '../../../app/orders/lines-table'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { DateText, DocumentFrame, MoneyText, QuantityText, Waiting, type DocumentAction } from '../../../ui'
import { CreditDialog } from './credit-dialog'

export type SupplierReturn = Awaited<ReturnType<Engine['purchasing']['getReturn']>>

/** Goods that go back to a supplier: planned, scanned out at the station, credited. */
export function ReturnPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const canReverse = useCan('documents.reverse')
  const canScan = useCan('warehouse.work')
  const canSeeCost = useCan('cost.see')
  const [dialog, setDialog] = useState<'reverse' | 'credit' | { readonly creditId: number; readonly number: string }>()
  const end = useCommand(engine.purchasing.endReturn)
  const { data } = useQuery(api.purchasing.getReturn.queryOptions({ input: { id } }))
  const chain = useChain(data?.chain, {
    kind: 'purchasing.return',
    number: data?.number ?? '',
    state: data?.state ?? 'planned',
  })
  const journal = useJournalPart('purchasing.return', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  const { state } = data
  const hasSent = data.lines.some((line) => line.sentMicro > 0)
  const isCredited = data.lines.some((line) => line.creditedMicro > 0)
  const actions: DocumentAction[] = [
    ...(canWrite && state === 'planned'
      ? [{ key: 'end', label: t('purchasing.back.end'), onPress: () => void end.run({ id }) }]
      : []),
    ...(canReverse && hasSent && !isCredited && state !== 'reversed'
      ? [{ key: 'reverse', label: t('app.reverse.do'), isDanger: true, onPress: () => setDialog('reverse') }]
      : []),
    ...(canReverse
      ? data.chain.to
          .filter((credit) => credit.state === 'posted')
          .map((credit) => ({
            key: `credit-${String(credit.id)}`,
            label: `${t('app.reverse.do')} ${credit.number ?? ''}`,
            isDanger: true,
            onPress: () => setDialog({ creditId: credit.id, number: credit.number ?? '' }),
          }))
      : []),
  ]
  const expectedMinor = data.lines.reduce((sum, line) => sum + (line.expectedMinor ?? 0), 0)
  const primary =
    state === 'planned' && canScan
      ? {
          label: t('purchasing.back.scanOut'),
          onPress: () => open('warehouse.station', { task: 'ship', returnId: id }),
        }
      : state === 'sent' && canWrite
        ? { label: t('purchasing.back.enterCredit'), onPress: () => setDialog('credit') }
        : undefined
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.purchasing.return')}
        number={data.number}
        state={tag(state)}
        chain={chain}
        refusal={end.refusal}
        facts={[
          { key: 'supplier', label: t('purchasing.supplier'), value: data.supplier.name },
          { key: 'plannedOn', label: t('purchasing.back.plannedOn'), value: <DateText date={data.plannedOn} /> },
          { key: 'reason', label: t('purchasing.back.reason'), value: data.reason },
        ]}
        lines={
          <LinesTable
            label={t('app.lines.label')}
            hidesAmounts={!canSeeCost}
            moreTitles={[
              t('purchasing.lot'),
              t('purchasing.back.sent'),
              t('purchasing.back.uninvoiced'),
              t('purchasing.back.credited'),
            ]}
            lines={data.lines.map((line) => ({
              ...line,
              netMinor: line.costMinor,
              more: [
                line.lotCode ?? '',
                <QuantityText key="sent" quantityMicro={line.sentMicro} />,
                <QuantityText key="uninvoiced" quantityMicro={line.uninvoicedMicro} />,
                <QuantityText key="credited" quantityMicro={line.creditedMicro} />,
              ],
            }))}
          />
        }
        totals={
          canSeeCost
            ? [
                {
                  key: 'expected',
                  label: t('purchasing.back.expected'),
                  value: <MoneyText amountMinor={expectedMinor} />,
                  isStrong: true,
                },
              ]
            : []
        }
        side={journal}
        actions={actions}
        {...(primary === undefined ? {} : { primary })}
      />
      {dialog === 'credit' ? <CreditDialog sent={data} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'reverse' ? (
        <ReverseDialog
          id={id}
          number={data.number}
          reverse={engine.purchasing.reverseReturn}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {typeof dialog === 'object' ? (
        <ReverseDialog
          id={dialog.creditId}
          number={dialog.number}
          reverse={engine.purchasing.reverseCredit}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </>
  )
}
