import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, engine } from '../../../app/engine'
import { ForeignText } from '../../../app/currencies/foreign-text'
import { useNavigation, type PageParams } from '../../../app/pages'
import { DateText, MoneyText, Waiting, type DocumentFact } from '../../../ui'
import { ReversiblePage } from './reversible-page'

const noted = (label: string, value: string): DocumentFact[] => (value === '' ? [] : [{ key: label, label, value }])

export function TransferPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.treasury.getTransfer.queryOptions({ input: { id: Number(params['id']) } }))
  if (data === undefined) return <Waiting />
  return (
    <ReversiblePage
      kind="treasury.transfer"
      {...data}
      title={t('app.kinds.treasury.transfer')}
      facts={[
        { key: 'from', label: t('treasury.from'), value: data.from.name },
        { key: 'to', label: t('treasury.to'), value: data.to.name },
        { key: 'on', label: t('treasury.paidOn'), value: <DateText date={data.transferredOn} /> },
        { key: 'fee', label: t('treasury.fee'), value: <MoneyText amountMinor={data.feeMinor} /> },
        ...noted(t('treasury.reference'), data.reference),
        ...noted(t('treasury.note'), data.note),
      ]}
      lines={null}
      reverse={engine.treasury.reverseTransfer}
    />
  )
}

export function CashEntryPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.treasury.getCashEntry.queryOptions({ input: { id: Number(params['id']) } }))
  if (data === undefined) return <Waiting />
  return (
    <ReversiblePage
      kind="treasury.cashEntry"
      {...data}
      title={t(`treasury.cashEntryTitles.${data.direction}`)}
      facts={[
        { key: 'account', label: t('treasury.account'), value: data.account.name },
        { key: 'on', label: t('treasury.paidOn'), value: <DateText date={data.enteredOn} /> },
        ...noted(t('treasury.counterparty'), data.counterparty),
        ...noted(t('treasury.reference'), data.reference),
        ...noted(t('treasury.note'), data.note),
      ]}
      lines={
        <table className="k-table" aria-label={t('app.lines.label')}>
          <thead>
            <tr>
              <th scope="col">{t('app.journal.account')}</th>
              <th scope="col">{t('treasury.text')}</th>
              <th scope="col" className="k-right">
                {t('treasury.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.lines.map((line, at) => (
              <tr key={at}>
                <td>
                  {line.accountCode} {line.accountName}
                </td>
                <td>{line.text}</td>
                <td className="k-right">
                  <MoneyText amountMinor={line.amountMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      reverse={engine.treasury.reverseCashEntry}
    />
  )
}

export function NettingPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.treasury.getNetting.queryOptions({ input: { id: Number(params['id']) } }))
  if (data === undefined) return <Waiting />
  return (
    <ReversiblePage
      kind="treasury.netting"
      {...data}
      title={t('app.kinds.treasury.netting')}
      facts={[
        { key: 'partner', label: t('treasury.partner'), value: data.partner.name },
        { key: 'on', label: t('treasury.paidOn'), value: <DateText date={data.nettedOn} /> },
        ...noted(t('treasury.note'), data.note),
      ]}
      lines={<SettledLines lines={data.lines} />}
      reverse={engine.treasury.reverseNetting}
    />
  )
}

/** What was given up of open items without money. */
export function WriteOffPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery(api.treasury.getWriteOff.queryOptions({ input: { id: Number(params['id']) } }))
  if (data === undefined) return <Waiting />
  return (
    <ReversiblePage
      id={data.id}
      number={data.number}
      state={data.state}
      amountMinor={data.amountMinor}
      kind="treasury.writeOff"
      title={t('app.kinds.treasury.writeOff')}
      facts={[
        { key: 'partner', label: t('treasury.partner'), value: data.partner.name },
        {
          key: 'kind',
          label: t('treasury.kind'),
          value: t(`treasury.writeOffs.${data.kind === 'small' ? 'small' : 'badDebt'}`),
        },
        { key: 'on', label: t('treasury.paidOn'), value: <DateText date={data.writtenOn} /> },
        ...noted(t('treasury.note'), data.note),
      ]}
      lines={<SettledLines lines={data.lines} />}
      reverse={engine.treasury.reverseWriteOff}
    />
  )
}

/** Items that a document settled without money, each opening its invoice. */
function SettledLines(props: {
  readonly lines: readonly {
    readonly documentNumber: string
    readonly role: string
    readonly sourceKind: string
    readonly sourceId: number
    readonly amountMinor: number
    readonly currency: string | null
    readonly foreignMinor: number | null
  }[]
}): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  return (
    <table className="k-table" aria-label={t('app.lines.label')}>
      <thead>
        <tr>
          <th scope="col">{t('treasury.document')}</th>
          <th scope="col">{t('treasury.kind')}</th>
          <th scope="col" className="k-right">
            {t('treasury.amount')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line, at) => (
          <tr key={at}>
            <td>
              <button
                type="button"
                className="k-plain k-link"
                disabled={!canOpen(line.sourceKind)}
                onClick={() => open(line.sourceKind, { id: line.sourceId })}
              >
                {line.documentNumber}
              </button>
            </td>
            <td>{t(line.role === 'receivable' ? 'treasury.receivables' : 'treasury.payables')}</td>
            <td className="k-right">
              <MoneyText amountMinor={line.amountMinor} />
              <ForeignText currency={line.currency} amountMinor={line.foreignMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
