import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../../shared/values/format-date'
import { useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { useReversal } from '../../app/documents/reverse-dialog'
import { api, engine, type Engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useCan } from '../../app/session'
import { DateText, DocumentFrame, MoneyText, StateTag, useLanguage, Waiting } from '../../ui'
import { PayDialog } from './pay-dialog'
import { PARTS } from './use-wage-columns'

type Run = Awaited<ReturnType<Engine['payroll']['getRun']>>

const AMOUNTS = [...PARTS, 'netMinor', 'costMinor'] as const

/** A month's wages as they were posted, and what of them was paid. */
export function RunPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const language = useLanguage()
  const tab = usePageTab()
  const tag = useStateTag()
  const canPay = useCan('treasury.write')
  const reversal = useReversal(id, engine.payroll.reverseRun)
  const [paying, setPaying] = useState<Run['due'][number]>()
  const { data: run } = useQuery(api.payroll.getRun.queryOptions({ input: { id } }))
  const side = useJournalPart('payroll.run', id)
  useEffect(() => {
    if (run !== undefined) tab.setTitle(run.number)
  }, [tab, run])
  if (run === undefined) return <Waiting />
  const [next, ...others] = run.due
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.payroll.run')}
        number={run.number}
        state={tag(run.state)}
        facts={[
          { key: 'month', label: t('payroll.month'), value: formatMonth(run.month.slice(0, 7), language) },
          { key: 'on', label: t('payroll.postedOn'), value: <DateText date={run.postedOn} /> },
          ...(run.note === '' ? [] : [{ key: 'note', label: t('payroll.note'), value: run.note }]),
        ]}
        total={<MoneyText amountMinor={run.totals.costMinor} />}
        lines={
          <>
            <Lines run={run} />
            <Payments run={run} />
          </>
        }
        side={side}
        {...(canPay && next !== undefined
          ? { primary: { label: t(`payroll.pay.${next.kind}`), onPress: () => setPaying(next), isBusy: false } }
          : {})}
        actions={[
          ...(canPay
            ? others.map((due) => ({
                key: due.kind,
                label: t(`payroll.pay.${due.kind}`),
                onPress: () => setPaying(due),
              }))
            : []),
          ...reversal.actions(run.state === 'posted'),
        ]}
      />
      {paying === undefined ? null : <PayDialog runId={id} due={paying} onClose={() => setPaying(undefined)} />}
      {reversal.dialog(run.number)}
    </>
  )
}

function Lines({ run }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation()
  return (
    <table className="k-table" aria-label={t('app.lines.label')}>
      <thead>
        <tr>
          <th scope="col">{t('accounting.dimensions.department')}</th>
          <th scope="col">{t('payroll.account')}</th>
          <th scope="col" className="k-right">
            {t('payroll.headcount')}
          </th>
          {AMOUNTS.map((key) => (
            <th key={key} scope="col" className="k-right">
              {t(`payroll.amounts.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {run.lines.map((line, at) => (
          <tr key={at}>
            <td>{line.departmentName}</td>
            <td>
              {line.accountCode} {line.accountName}
            </td>
            <td className="k-right">{line.headcount}</td>
            {AMOUNTS.map((key) => (
              <td key={key} className="k-right">
                <MoneyText amountMinor={line[key]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t('accounting.total')}
          </th>
          {AMOUNTS.map((key) => (
            <td key={key} className="k-right">
              <strong>
                <MoneyText amountMinor={run.totals[key]} />
              </strong>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  )
}

function Payments({ run }: { readonly run: Run }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tag = useStateTag()
  if (run.payments.length === 0) return null
  return (
    <table className="k-table" aria-label={t('payroll.payments')}>
      <caption>{t('payroll.payments')}</caption>
      <tbody>
        {run.payments.map((payment) => (
          <tr key={payment.id}>
            <td>
              <button
                type="button"
                className="k-plain k-link"
                onClick={() => open('payroll.payment', { id: payment.id })}
              >
                {payment.number}
              </button>
            </td>
            <td>{t(`payroll.kinds.${payment.kind}`)}</td>
            <td>
              <DateText date={payment.paidOn} />
            </td>
            <td>{payment.account}</td>
            <td>
              <StateTag {...tag(payment.state)} />
            </td>
            <td className="k-right">
              <MoneyText amountMinor={payment.amountMinor} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
