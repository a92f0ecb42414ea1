import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePrintLabels } from '../../app/documents/print-labels'
import { useChain, useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { LinesTable } from '../../app/orders/lines-table'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useReversal } from '../../app/documents/reverse-dialog'
import { useCan } from '../../app/session'
import { ReleaseDialog } from './release-dialog'
import { DateText, DocumentFrame, QuantityText, type DocumentAction, Waiting } from '../../ui'

/** What arrived at the dock in one go. */
export function ReceiptPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canInvoice = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
  const canRelease = useCan('inventory.adjust')
  const [isReleasing, setReleasing] = useState(false)
  const reversal = useReversal(id, engine.purchasing.reverseReceipt)
  const { data: receipt } = useQuery(api.purchasing.getReceipt.queryOptions({ input: { id } }))
  const chain = useChain(receipt?.chain, {
    kind: 'purchasing.receipt',
    number: receipt?.number ?? '',
    state: receipt?.state ?? 'posted',
  })
  const labels = usePrintLabels({ title: receipt?.number ?? '', uses: ['lot'], sourceId: id })
  const journal = useJournalPart('purchasing.receipt', id)
  useEffect(() => {
    if (receipt !== undefined) tab.setTitle(receipt.number)
  }, [tab, receipt])
  if (receipt === undefined) return <Waiting />
  const isConsigned = receipt.terms === 'consigned'
  const isOpen =
    receipt.state === 'posted' && !isConsigned && receipt.lines.some((line) => line.invoicedMicro < line.quantityMicro)
  const actions: DocumentAction[] = reversal.actions(receipt.state === 'posted')
  if (labels.canPrint && receipt.lines.some((line) => line.lotCode !== null)) {
    actions.unshift({ key: 'labels', label: t('labels.print.do'), onPress: labels.ask })
  }
  const isHeld = receipt.lines.some((line) => line.heldMicro > 0)
  if (canRelease && isHeld) {
    actions.unshift({ key: 'release', label: t('purchasing.release.do'), onPress: () => setReleasing(true) })
  }
  if (canInvoice && receipt.state === 'posted') {
    const supplierId = receipt.supplier.id
    actions.unshift({
      key: 'back',
      label: t('purchasing.back.new'),
      onPress: () => open('purchasing.newReturn', { supplierId }),
    })
  }
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.purchasing.receipt')}
        number={receipt.number}
        state={tag(receipt.state)}
        chain={chain}
        facts={[
          { key: 'supplier', label: t('purchasing.supplier'), value: receipt.supplier.name },
          { key: 'receivedOn', label: t('purchasing.receivedOn'), value: <DateText date={receipt.receivedOn} /> },
          ...(receipt.terms === 'bought'
            ? []
            : [
                {
                  key: 'terms',
                  label: t('purchasing.consignment.terms'),
                  value: t(`purchasing.consignment.${receipt.terms}`),
                },
              ]),
          ...(receipt.dock === null ? [] : [{ key: 'dock', label: t('purchasing.dock'), value: receipt.dock.code }]),
        ]}
        lines={
          <LinesTable
            label={t('app.lines.label')}
            hidesAmounts={!canSeeCost}
            moreTitles={[
              t('purchasing.lot'),
              t('purchasing.expiry'),
              ...(isHeld ? [t('purchasing.release.held')] : []),
              isConsigned ? t('purchasing.consignment.settled') : t('purchasing.invoiced'),
            ]}
            lines={receipt.lines.map((line) => ({
              ...line,
              priceMicro: null,
              netMinor: line.valueMinor,
              more: [
                line.lotCode ?? '',
                <DateText key="expiry" date={line.expiresOn} />,
                ...(isHeld ? [<QuantityText key="held" quantityMicro={line.heldMicro} />] : []),
                <QuantityText key="invoiced" quantityMicro={line.invoicedMicro} />,
              ],
            }))}
          />
        }
        notes={receipt.note === '' ? null : <p>{receipt.note}</p>}
        side={journal}
        actions={actions}
        {...(isOpen && canInvoice
          ? {
              primary: {
                label: t('purchasing.enterInvoice'),
                onPress: () => open('purchasing.newInvoice', { supplierId: receipt.supplier.id }),
              },
            }
          : {})}
      />
      {isReleasing ? <ReleaseDialog receipt={receipt} onClose={() => setReleasing(false)} /> : null}
      {reversal.dialog(receipt.number)}
      {labels.dialog}
    </>
  )
}
