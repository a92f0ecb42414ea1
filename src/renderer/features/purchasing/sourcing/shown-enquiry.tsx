import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useChain, useHistoryPart, useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { useNavigation, usePageTab } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { DateText, DocumentFrame, MoneyText, useLanguage, type DocumentAction } from '../../../ui'
import { BidDialog } from './bid-dialog'
import { Comparison } from './comparison'

export type Enquiry = Awaited<ReturnType<Engine['sourcing']['getEnquiry']>>

/** An enquiry with its answers side by side; one choice a line makes the orders. */
export function ShownEnquiry({ enquiry }: { readonly enquiry: Enquiry }): ReactNode {
  const { id, number, state, bidders, lines } = enquiry
  const { t } = useTranslation()
  const { company } = useSession()
  const language = useLanguage()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWrite = useCan('purchasing.write')
  const canSeeCost = useCan('cost.see')
  const [answering, setAnswering] = useState<number>()
  const [chosen, setChosen] = useState<ReadonlyMap<number, number>>(new Map())
  const decline = useCommand(engine.sourcing.declineBid)
  const cancel = useCommand(engine.sourcing.cancelEnquiry)
  const award = useCommand(engine.sourcing.awardEnquiry)
  const chain = useChain(enquiry.chain, { kind: 'sourcing.enquiry', number, state })
  const history = useHistoryPart('sourcing.enquiry', id)
  useEffect(() => tab.setTitle(number), [tab, number])
  const isOpen = canWrite && state === 'open'
  const awards = lines.flatMap((line) => {
    const supplierId = chosen.get(line.id)
    return supplierId === undefined ? [] : [{ lineId: line.id, supplierId, quantityMicro: line.quantityMicro }]
  })
  const submit = async (): Promise<void> => {
    const answer = await award.run({ id, orderedOn: company.today, lines: awards })
    if (answer === undefined) return
    for (const order of answer.orders) open('purchasing.order', { id: order.id })
  }
  const print = async (supplierId: number): Promise<void> => {
    const { fileName, pdf } = await engine.sourcing.enquiryPdf({ id, supplierId, locale: language })
    savePdf(fileName, pdf)
  }
  const chooseCheapest = (): void =>
    setChosen(
      new Map(
        lines.flatMap((line) => (line.bids[0] === undefined ? [] : [[line.id, line.bids[0].supplierId] as const])),
      ),
    )
  const actions: DocumentAction[] = [
    ...bidders.map(({ supplier }) => ({
      key: `paper-${String(supplier.id)}`,
      label: t('sourcing.paper', { name: supplier.name }),
      onPress: () => void print(supplier.id),
    })),
    ...(isOpen
      ? [
          { key: 'cheapest', label: t('sourcing.awardCheapest'), onPress: chooseCheapest },
          { key: 'cancel', label: t('sourcing.cancel'), isDanger: true, onPress: () => void cancel.run({ id }) },
        ]
      : []),
  ]
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.sourcing.enquiry')}
        number={number}
        state={tag(state)}
        chain={chain}
        refusal={award.refusal ?? decline.refusal ?? cancel.refusal}
        facts={[
          { key: 'askedOn', label: t('sourcing.askedOn'), value: <DateText date={enquiry.askedOn} /> },
          { key: 'answerBy', label: t('sourcing.answerBy'), value: <DateText date={enquiry.answerBy} /> },
          { key: 'neededOn', label: t('sourcing.neededOn'), value: <DateText date={enquiry.neededOn} /> },
        ]}
        lines={
          <Comparison
            enquiry={enquiry}
            mayAct={isOpen}
            chosen={chosen}
            onChoose={(lineId, supplierId) => setChosen(new Map(chosen).set(lineId, supplierId))}
            onAnswer={setAnswering}
            onDecline={(supplierId) => void decline.run({ enquiryId: id, supplierId })}
          />
        }
        notes={enquiry.note === '' ? null : <p>{enquiry.note}</p>}
        totals={
          canSeeCost && lines.some((line) => line.bids.length > 0)
            ? [
                {
                  key: 'cheapest',
                  label: t('sourcing.cheapestOfAll'),
                  value: <MoneyText amountMinor={enquiry.cheapestMinor ?? 0} />,
                  isStrong: true,
                },
              ]
            : []
        }
        side={history}
        actions={actions}
        {...(isOpen && awards.length > 0
          ? { primary: { label: t('sourcing.award'), onPress: () => void submit(), isBusy: award.isRunning } }
          : {})}
      />
      {answering === undefined ? null : (
        <BidDialog enquiry={enquiry} supplierId={answering} onClose={() => setAnswering(undefined)} />
      )}
    </>
  )
}
