import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { inItsCurrency, lineInItsCurrency, useRateFacts, useTotals } from '../../../app/currencies/document-currency'
import { addDays } from '../../../../shared/values/date'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useChain, useHistoryPart, useStateTag } from '../../../app/documents/document-parts'
import { engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { LinesTable } from '../../../app/orders/lines-table'
import { useNavigation, usePageTab } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import {
  DateText,
  Dialog,
  DocumentFrame,
  Field,
  MoneyText,
  QuantityText,
  RefusalAlert,
  useLanguage,
  type DocumentAction,
} from '../../../ui'
import { OrderPartDialog } from './order-part-dialog'
import { LoseDialog } from './lose-dialog'
import type { Quotation } from './quotation-page'

const USUAL_DAYS = 30

/** A quotation as the customer has it: what became of it, and what may. */
export function SentQuotation({ quotation }: { readonly quotation: Quotation }): ReactNode {
  const { id, number, state, customer } = quotation
  const { t } = useTranslation()
  const totalRows = useTotals()
  const shown = inItsCurrency(quotation)
  const rateFacts = useRateFacts(quotation)
  const language = useLanguage()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const history = useHistoryPart('offers.quotation', id)
  const canWrite = useCan('sales.write')
  const [dialog, setDialog] = useState<'part' | 'lose' | 'revise'>()
  const { company } = useSession()
  const makeOrder = useCommand(engine.offers.orderQuotation)
  const reopen = useCommand(engine.offers.reopenQuotation)
  const chain = useChain(quotation.chain, { kind: 'offers.quotation', number, state })
  useEffect(() => tab.setTitle(number ?? ''), [tab, number])
  const isOpen = quotation.lines.some((line) => line.orderedMicro < line.quantityMicro)
  const isWithCustomer = state !== 'lost' && isOpen

  const print = async (revision: number): Promise<void> => {
    const { fileName, pdf } = await engine.offers.quotationPdf({ id, revision, locale: language })
    savePdf(fileName, pdf)
  }
  const orderAll = async (): Promise<void> => {
    const days = { orderedOn: company.today, promisedOn: addDays(company.today, 1) }
    const answer = await makeOrder.run({ id, ...days })
    if (answer !== undefined) open('sales.order', { id: answer.id })
  }
  const actions: DocumentAction[] = [
    { key: 'print', label: t('sales.pdf'), onPress: () => void print(quotation.revision) },
    ...(canWrite && isWithCustomer
      ? [
          { key: 'part', label: t('offers.orderPart'), onPress: () => setDialog('part') },
          { key: 'revise', label: t('offers.revise'), onPress: () => setDialog('revise') },
          { key: 'lose', label: t('offers.lose'), onPress: () => setDialog('lose') },
        ]
      : []),
    ...(canWrite && state === 'lost'
      ? [{ key: 'reopen', label: t('offers.reopen'), onPress: () => void reopen.run({ id }) }]
      : []),
  ]
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.offers.quotation')}
        number={number ?? ''}
        state={tag(state)}
        chain={chain}
        refusal={makeOrder.refusal ?? reopen.refusal}
        facts={[
          { key: 'customer', label: t('offers.customer'), value: customer.name },
          { key: 'quotedOn', label: t('offers.quotedOn'), value: <DateText date={quotation.quotedOn} /> },
          { key: 'validUntil', label: t('offers.validUntil'), value: <DateText date={quotation.validUntil} /> },
          { key: 'revision', label: t('offers.revision'), value: String(quotation.revision) },
          ...(quotation.customerReference === ''
            ? []
            : [{ key: 'reference', label: t('sales.reference'), value: quotation.customerReference }]),
          ...rateFacts,
        ]}
        total={
          <MoneyText amountMinor={shown.grossMinor} currency={shown.currency} symbol={shown.currency !== undefined} />
        }
        lines={
          <LinesTable
            label={t('app.lines.label')}
            moreTitles={[t('offers.ordered')]}
            currency={shown.currency}
            lines={quotation.lines.map((line) => ({
              ...lineInItsCurrency(line),
              more: [<QuantityText key="ordered" quantityMicro={line.orderedMicro} />],
            }))}
          />
        }
        totals={totalRows(shown)}
        notes={
          <>
            {quotation.lostReason === null ? null : <p>{t('offers.lostFor', { reason: quotation.lostReason })}</p>}
            {quotation.note === '' ? null : <p>{quotation.note}</p>}
          </>
        }
        side={[
          ...(quotation.earlier.length === 0
            ? []
            : [
                {
                  key: 'earlier',
                  title: t('offers.earlier'),
                  render: () => <Earlier quotation={quotation} onPrint={(revision) => void print(revision)} />,
                },
              ]),
          ...history,
        ]}
        actions={actions}
        {...(canWrite && isWithCustomer && state !== 'expired'
          ? {
              primary: {
                label: t('offers.makeOrder'),
                onPress: () => void orderAll(),
                isBusy: makeOrder.isRunning,
              },
            }
          : {})}
      />
      {dialog === 'part' ? <OrderPartDialog quotation={quotation} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'lose' ? <LoseDialog id={id} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'revise' ? <ReviseDialog id={id} onClose={() => setDialog(undefined)} /> : null}
    </>
  )
}

function Earlier(props: { readonly quotation: Quotation; onPrint(revision: number): void }): ReactNode {
  const { t } = useTranslation()
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="col">{t('offers.revision')}</th>
          <th scope="col">{t('offers.quotedOn')}</th>
          <th scope="col" className="k-right">
            {t('sales.gross')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.quotation.earlier.map((row) => (
          <tr key={row.revision}>
            <td>
              <button type="button" className="k-plain k-link" onClick={() => props.onPrint(row.revision)}>
                {row.revision} · {t('sales.pdf')}
              </button>
            </td>
            <td>
              <DateText date={row.quotedOn} />
            </td>
            <td className="k-right">
              <MoneyText
                amountMinor={row.foreignGrossMinor ?? row.grossMinor}
                currency={row.currency ?? undefined}
                symbol={row.currency !== null}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ReviseDialog({ id, onClose }: { readonly id: number; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [validUntil, setValidUntil] = useState(addDays(company.today, USUAL_DAYS))
  const revise = useCommand(engine.offers.reviseQuotation)
  const submit = async (): Promise<void> => {
    if ((await revise.run({ id, validUntil })) !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('offers.revise')}
      okText={t('offers.revise')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: revise.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {revise.refusal === undefined ? null : <RefusalAlert refusal={revise.refusal} />}
      <Field label={t('offers.validUntil')}>
        {(control) => <DayPicker id={control.id} value={validUntil} onChange={setValidUntil} />}
      </Field>
    </Dialog>
  )
}
