import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inItsCurrency, lineInItsCurrency, useRateFacts, useTotals } from '../../app/currencies/document-currency'
import { useChain, useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { invoiceState } from '../../app/documents/invoice-state'
import { LinesTable } from '../../app/orders/lines-table'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useReversal } from '../../app/documents/reverse-dialog'
import { useCan, useSession } from '../../app/session'
import {
  DateText,
  DocumentFrame,
  MoneyText,
  PriceText,
  QuantityText,
  StateTag,
  type DocumentAction,
  Waiting,
} from '../../ui'
import { useMatchTag } from './matching/match-tag'
import { NoteDialog } from './matching/note-dialog'

/** A supplier's invoice as matched to what was received; the last column is the price difference. */
export function InvoicePage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const totalRows = useTotals()
  const { company } = useSession()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canPay = useCan('treasury.write')
  const canRelease = useCan('purchasing.release')
  const matchTag = useMatchTag()
  const reversal = useReversal(id, engine.purchasing.reverseInvoice)
  const [isReleasing, setReleasing] = useState(false)
  const { data: invoice } = useQuery(api.purchasing.getInvoice.queryOptions({ input: { id } }))
  const chain = useChain(invoice?.chain, {
    kind: 'purchasing.invoice',
    number: invoice?.number ?? '',
    state: invoice?.state ?? 'posted',
  })
  const journal = useJournalPart('purchasing.invoice', id)
  useEffect(() => {
    if (invoice !== undefined) tab.setTitle(invoice.number)
  }, [tab, invoice])
  const rateFacts = useRateFacts(invoice)
  if (invoice === undefined) return <Waiting />
  const shown = inItsCurrency(invoice)
  const actions: DocumentAction[] = reversal.actions(invoice.state === 'posted')
  const isBilledMore = invoice.lines.some((line) => line.billedMicro !== null)
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.purchasing.invoice')}
        number={invoice.number}
        state={tag(invoiceState(invoice, company.today))}
        chain={chain}
        facts={[
          { key: 'supplier', label: t('purchasing.supplier'), value: invoice.supplier.name },
          { key: 'reference', label: t('purchasing.reference'), value: invoice.supplierReference },
          { key: 'invoicedOn', label: t('purchasing.invoicedOn'), value: <DateText date={invoice.invoicedOn} /> },
          { key: 'dueOn', label: t('purchasing.dueOn'), value: <DateText date={invoice.dueOn} /> },
          {
            key: 'open',
            label: t('purchasing.open'),
            value: (
              <MoneyText
                amountMinor={shown.openMinor}
                currency={shown.currency}
                symbol={shown.currency !== undefined}
              />
            ),
          },
          ...rateFacts,
        ]}
        total={
          <MoneyText amountMinor={shown.grossMinor} currency={shown.currency} symbol={shown.currency !== undefined} />
        }
        lines={
          <LinesTable
            label={t('app.lines.label')}
            moreTitles={[
              ...(isBilledMore ? [t('purchasing.match.came')] : []),
              t('purchasing.variance'),
              t('purchasing.match.agreed'),
              t('purchasing.match.result'),
            ]}
            currency={shown.currency}
            lines={invoice.lines.map((line) => ({
              ...lineInItsCurrency(line),
              // As the paper has it; what came stands beside it.
              quantityMicro: line.billedMicro ?? line.quantityMicro,
              more: [
                ...(isBilledMore ? [<QuantityText key="came" quantityMicro={line.quantityMicro} />] : []),
                line.varianceMinor === null ? null : <MoneyText key="variance" amountMinor={line.varianceMinor} />,
                line.orderPriceMicro === null ? null : <PriceText key="agreed" priceMicro={line.orderPriceMicro} />,
                line.match === null ? null : <StateTag key="match" {...matchTag(line.match)} />,
              ],
            }))}
          />
        }
        totals={totalRows(shown)}
        notes={
          <>
            {invoice.isHeld ? <p role="status">{t('purchasing.match.held')}</p> : null}
            {invoice.releaseNote === null ? null : (
              <p>{t('purchasing.match.released', { note: invoice.releaseNote })}</p>
            )}
            {invoice.note === '' ? null : <p>{invoice.note}</p>}
          </>
        }
        side={journal}
        actions={actions}
        {...(canRelease && invoice.isHeld
          ? { primary: { label: t('purchasing.match.release'), onPress: () => setReleasing(true) } }
          : canPay && invoice.state === 'posted' && invoice.openMinor > 0 && !invoice.isHeld
            ? {
                primary: {
                  label: t('purchasing.pay'),
                  onPress: () => open('treasury.newPayment', { direction: 'out', partnerId: invoice.supplier.id }),
                },
              }
            : {})}
      />
      {isReleasing ? (
        <NoteDialog
          id={id}
          title={t('purchasing.match.release')}
          decide={engine.purchasing.releaseInvoice}
          onClose={() => setReleasing(false)}
        />
      ) : null}
      {reversal.dialog(invoice.number)}
    </>
  )
}
