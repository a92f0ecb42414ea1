import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dash, formatScaled } from '../../../shared/values/format'
import { useCommand } from '../../app/commands'
import { useChain, useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, asRefusal, engine } from '../../app/engine'
import { savePdf } from '../../app/lists/save-file'
import { LinesTable } from '../../app/orders/lines-table'
import { usePrintLabels } from '../../app/documents/print-labels'
import { usePrintPaper } from '../../app/documents/print-paper'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useReversal } from '../../app/documents/reverse-dialog'
import { useCan, useSession } from '../../app/session'
import {
  DateText,
  DocumentFrame,
  MoneyText,
  QuantityText,
  useLanguage,
  type DocumentAction,
  type ShownRefusal,
  Waiting,
} from '../../ui'

/** Goods that left, lot by lot, and what of them came back. */
export function ShipmentPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const language = useLanguage()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canReturn = useCan('sales.write')
  const { company } = useSession()
  const invoice = useCommand(engine.sales.invoiceDelivery)
  const canSeeCost = useCan('cost.see')
  const reversal = useReversal(id, engine.shipping.reverseShipment)
  const [refusal, setRefusal] = useState<ShownRefusal>()
  const paper = usePrintPaper()
  const { data: shipment } = useQuery(api.shipping.getShipment.queryOptions({ input: { id } }))
  const labels = usePrintLabels({ title: shipment?.number ?? '', uses: ['address'], sourceId: id })
  const chain = useChain(shipment?.chain, {
    kind: 'shipping.shipment',
    number: shipment?.number ?? '',
    state: shipment?.state ?? 'posted',
  })
  const journal = useJournalPart('shipping.shipment', id)
  useEffect(() => {
    if (shipment !== undefined) tab.setTitle(shipment.number)
  }, [tab, shipment])
  if (shipment === undefined) return <Waiting />

  const isPosted = shipment.state !== 'reversed'
  const hasMore = shipment.lines.some((line) => line.returnedMicro < line.quantityMicro)
  const print = (): void => {
    engine.shipping.deliveryNotePdf({ id, locale: language }).then(
      ({ fileName, pdf }) => savePdf(fileName, pdf),
      (error: unknown) => setRefusal(asRefusal(error)),
    )
  }
  const invoiceDelivery = async (): Promise<void> => {
    const answer = await invoice.run({ shipmentId: id, invoicedOn: company.today })
    if (answer !== undefined) open('sales.invoice', { id: answer.id })
  }
  const actions: DocumentAction[] = []
  if (canReturn && isPosted) {
    actions.push({ key: 'invoice', label: t('sales.invoiceDelivery'), onPress: () => void invoiceDelivery() })
  }
  if (canReturn && isPosted && hasMore) {
    actions.push({
      key: 'return',
      label: t('shipping.takeBack'),
      onPress: () => open('shipping.newReturn', { shipmentId: id }),
    })
  }
  actions.push({
    key: 'paper',
    label: t('labels.printing.print'),
    onPress: () => paper.print({ paper: 'deliveryNote', sourceId: id }),
  })
  if (labels.canPrint) actions.push({ key: 'labels', label: t('labels.print.do'), onPress: labels.ask })
  actions.push(...reversal.actions(isPosted))
  const cost = shipment.lines.reduce((sum, line) => sum + (line.costMinor ?? 0), 0)
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.shipping.shipment')}
        number={shipment.number}
        state={tag(shipment.state)}
        chain={chain}
        refusal={invoice.refusal ?? paper.refusal ?? refusal}
        facts={[
          { key: 'customer', label: t('shipping.customer'), value: shipment.customer.name },
          { key: 'shippedOn', label: t('shipping.shippedOn'), value: <DateText date={shipment.shippedOn} /> },
          { key: 'carrier', label: t('shipping.carrier'), value: shipment.carrier === '' ? dash : shipment.carrier },
          { key: 'cartons', label: t('shipping.cartons'), value: shipment.cartons },
          {
            key: 'weight',
            label: t('shipping.weight'),
            value:
              shipment.weightGrams === 0
                ? dash
                : t('shipping.kilograms', { weight: formatScaled(shipment.weightGrams, 3, { minDecimals: 0 }) }),
          },
        ]}
        lines={
          <LinesTable
            label={t('app.lines.label')}
            hidesAmounts
            moreTitles={[
              t('shipping.lot'),
              t('shipping.expiry'),
              t('shipping.returned'),
              ...(canSeeCost ? [t('shipping.cost')] : []),
            ]}
            lines={shipment.lines.map((line) => ({
              ...line,
              netMinor: null,
              more: [
                line.lot?.code ?? '',
                <DateText key="expiry" date={line.lot?.expiresOn} />,
                <QuantityText key="returned" quantityMicro={line.returnedMicro} />,
                ...(line.costMinor === null ? [] : [<MoneyText key="cost" amountMinor={line.costMinor} />]),
              ],
            }))}
          />
        }
        totals={
          canSeeCost
            ? [{ key: 'cost', label: t('shipping.cost'), value: <MoneyText amountMinor={cost} />, isStrong: true }]
            : []
        }
        notes={shipment.note === '' ? null : <p>{shipment.note}</p>}
        side={journal}
        actions={actions}
        primary={{ label: t('shipping.deliveryNote'), onPress: print }}
      />
      {reversal.dialog(shipment.number)}
      {labels.dialog}
      {paper.prompt}
    </>
  )
}
