import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inItsCurrency, lineInItsCurrency, useRateFacts, useTotals } from '../../app/currencies/document-currency'
import { useChain, useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { savePdf } from '../../app/lists/save-file'
import { invoiceState } from '../../app/documents/invoice-state'
import { LinesTable } from '../../app/orders/lines-table'
import { usePrintPaper } from '../../app/documents/print-paper'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useReversal } from '../../app/documents/reverse-dialog'
import { useCan, useSession } from '../../app/session'
import { DateText, DocumentFrame, MoneyText, useLanguage, type DocumentAction, Waiting } from '../../ui'

/** A sales invoice or credit note. */
export function InvoicePage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const totalRows = useTotals()
  const language = useLanguage()
  const { company } = useSession()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canTakeMoney = useCan('treasury.write')
  const reversal = useReversal(id, engine.sales.reverseInvoice)
  const { data: invoice } = useQuery(api.sales.getInvoice.queryOptions({ input: { id } }))
  const kind = invoice?.kind === 'credit-note' ? t('sales.kinds.credit-note') : t('app.kinds.sales.invoice')
  const chain = useChain(invoice?.chain, {
    kind: 'sales.invoice',
    number: invoice?.number ?? '',
    state: invoice?.state ?? 'posted',
  })
  const journal = useJournalPart('sales.invoice', id)
  useEffect(() => {
    if (invoice !== undefined) tab.setTitle(invoice.number)
  }, [tab, invoice])
  const rateFacts = useRateFacts(invoice)
  const paper = usePrintPaper()
  if (invoice === undefined) return <Waiting />
  const shown = inItsCurrency(invoice)

  const print = async (): Promise<void> => {
    const { fileName, pdf } = await engine.sales.invoicePdf({ id, locale: language })
    savePdf(fileName, pdf)
  }
  const actions: DocumentAction[] = [
    { key: 'paper', label: t('labels.printing.print'), onPress: () => paper.print({ paper: 'invoice', sourceId: id }) },
    { key: 'print', label: t('sales.pdf'), onPress: () => void print() },
  ]
  actions.push(...reversal.actions(invoice.state === 'posted'))
  const canReceive = canTakeMoney && invoice.state === 'posted' && invoice.openMinor > 0
  return (
    <>
      <DocumentFrame
        title={kind}
        number={invoice.number}
        state={tag(invoiceState(invoice, company.today))}
        chain={chain}
        refusal={paper.refusal}
        facts={[
          { key: 'customer', label: t('sales.customer'), value: invoice.customer.name },
          { key: 'invoicedOn', label: t('sales.invoicedOn'), value: <DateText date={invoice.invoicedOn} /> },
          { key: 'dueOn', label: t('sales.dueOn'), value: <DateText date={invoice.dueOn} /> },
          {
            key: 'open',
            label: t('sales.open'),
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
            currency={shown.currency}
            lines={invoice.lines.map(lineInItsCurrency)}
          />
        }
        totals={totalRows(shown)}
        notes={invoice.note === '' ? null : <p>{invoice.note}</p>}
        side={journal}
        actions={actions}
        {...(canReceive
          ? {
              primary: {
                label: t('sales.receiveMoney'),
                onPress: () => open('treasury.newPayment', { direction: 'in', partnerId: invoice.customer.id }),
              },
            }
          : {})}
      />
      {reversal.dialog(invoice.number)}
      {paper.prompt}
    </>
  )
}
