import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { EmptyState, MoneyText, PageHeader, RefusalAlert, StateTag } from '../../ui'

/** The monthly run: what a month still takes of each asset, and the runs there were. */
export function RunList(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open } = useNavigation()
  const tag = useStateTag()
  const canWrite = useCan('accounting.post')
  const [day, setDay] = useState(dayjs(company.today).startOf('month'))
  const month = day.format('YYYY-MM-DD')
  const { data: plan } = useQuery(api.assets.planRun.queryOptions({ input: { month } }))
  const { data: runs } = useQuery(api.assets.listRuns.queryOptions({ input: {} }))
  const run = useCommand(engine.assets.runDepreciation)
  const due = plan?.rows ?? []
  const post = async (): Promise<void> => {
    const answer = await run.run({ month })
    if (answer !== undefined) open('assets.run', { id: answer.id })
  }
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('assets.runs')}
        actions={
          <>
            <DatePicker
              picker="month"
              allowClear={false}
              aria-label={t('assets.month')}
              value={day}
              onChange={(chosen) => chosen && setDay(chosen.startOf('month'))}
            />
            {canWrite && due.length > 0 ? (
              <Button type="primary" loading={run.isRunning} onClick={() => void post()}>
                {t('assets.postRun')}
              </Button>
            ) : null}
          </>
        }
      />
      {run.refusal === undefined ? null : <RefusalAlert refusal={run.refusal} />}
      {due.length === 0 && runs?.rows.length === 0 ? (
        <EmptyState title={t('assets.nothingDue')} hint={t('assets.runsHint')} />
      ) : null}
      <div>
        <table className="k-table" aria-label={t('assets.due')} hidden={due.length === 0 && runs?.rows.length === 0}>
          <caption>{due.length === 0 ? t('assets.nothingDue') : t('assets.due')}</caption>
          <tbody>
            {due.map((row) => (
              <tr key={row.id}>
                <td>
                  <button type="button" className="k-plain k-link" onClick={() => open('assets.asset', { id: row.id })}>
                    {row.number}
                  </button>
                </td>
                <td>{row.name}</td>
                <td className="k-right">
                  <MoneyText amountMinor={row.amountMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <table className="k-table" aria-label={t('assets.runs')} hidden={(runs?.rows ?? []).length === 0}>
          <caption>{t('assets.posted')}</caption>
          <tbody>
            {(runs?.rows ?? []).map((row) => (
              <tr key={row.id}>
                <td>
                  <button type="button" className="k-plain k-link" onClick={() => open('assets.run', { id: row.id })}>
                    {row.number}
                  </button>
                </td>
                <td>{row.month.slice(0, 7)}</td>
                <td>
                  <StateTag {...tag(row.state)} />
                </td>
                <td className="k-right">
                  <MoneyText amountMinor={row.amountMinor} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
