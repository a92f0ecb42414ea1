import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../../../app/engine'
import { usePageTab, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { DateText, DocumentFrame, MoneyText, Waiting } from '../../../ui'
import { BillLines } from './bill-lines'
import { useMatchTag } from './match-tag'
import { NoteDialog } from './note-dialog'

/** A supplier's invoice that waits, against what came. */
export function BillPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const tab = usePageTab()
  const tag = useMatchTag()
  const canAccept = useCan('purchasing.release')
  const canDrop = useCan('purchasing.write')
  const [dialog, setDialog] = useState<'accept' | 'drop'>()
  const { data: bill } = useQuery(api.purchasing.getBill.queryOptions({ input: { id } }))
  useEffect(() => {
    if (bill !== undefined) tab.setTitle(bill.reference)
  }, [tab, bill])
  if (bill === undefined) return <Waiting />
  const isWaiting = bill.state === 'waiting'
  const hasCome = bill.lines.some((line) => line.receivedMicro > 0)
  return (
    <>
      <DocumentFrame
        title={t('purchasing.match.bill')}
        number={bill.reference}
        state={isWaiting ? tag(bill.result) : { tone: 'neutral', label: t(`purchasing.match.states.${bill.state}`) }}
        facts={[
          { key: 'supplier', label: t('purchasing.supplier'), value: bill.supplier.name },
          { key: 'invoicedOn', label: t('purchasing.invoicedOn'), value: <DateText date={bill.invoicedOn} /> },
        ]}
        lines={<BillLines label={t('app.lines.label')} lines={bill.lines} />}
        totals={
          bill.netMinor === null
            ? []
            : [{ key: 'net', label: t('app.lines.net'), value: <MoneyText amountMinor={bill.netMinor} /> }]
        }
        actions={
          canDrop && isWaiting
            ? [{ key: 'drop', label: t('purchasing.match.drop'), isDanger: true, onPress: () => setDialog('drop') }]
            : []
        }
        {...(canAccept && isWaiting && hasCome
          ? { primary: { label: t('purchasing.match.accept'), onPress: () => setDialog('accept') } }
          : {})}
      />
      {dialog === undefined ? null : (
        <NoteDialog
          id={id}
          title={t(`purchasing.match.${dialog}`)}
          decide={dialog === 'accept' ? engine.purchasing.acceptBill : engine.purchasing.dropBill}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  )
}
