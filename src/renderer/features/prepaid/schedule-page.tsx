import { useQuery } from '@tanstack/react-query'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMonth } from '../../../shared/values/format-date'
import { useCommand } from '../../app/commands'
import { useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useCan, useSession } from '../../app/session'
import { Dialog, DocumentFrame, Field, MoneyText, RefusalAlert, useLanguage, Waiting } from '../../ui'

type How = 'end' | 'cancel'

/** One prepaid expense: its months, each with the voucher that took it. */
export function SchedulePage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const language = useLanguage()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canWrite = useCan('accounting.post')
  const [stopping, setStopping] = useState<How>()
  const { data } = useQuery(api.prepaid.get.queryOptions({ input: { id } }))
  const resume = useCommand(engine.prepaid.resume)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.name)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  const month = (day: string): string => formatMonth(day.slice(0, 7), language)
  const actions = data.state === 'running' ? (['end', 'cancel'] as const) : []
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.prepaid.schedule')}
        number={data.name}
        state={tag(data.state)}
        refusal={resume.refusal}
        facts={[
          { key: 'account', label: t('prepaid.account'), value: `${data.accountCode} ${data.accountName}` },
          {
            key: 'expense',
            label: t('prepaid.expenseAccount'),
            value: `${data.expenseAccountCode} ${data.expenseAccountName}`,
          },
          ...(data.departmentName === null
            ? []
            : [{ key: 'department', label: t('accounting.dimensions.department'), value: data.departmentName }]),
          { key: 'starts', label: t('prepaid.startsOn'), value: month(data.startsOn) },
          { key: 'months', label: t('prepaid.months'), value: data.months },
          ...(data.stoppedOn === null
            ? []
            : [{ key: 'stopped', label: t('prepaid.stoppedOn'), value: month(data.stoppedOn) }]),
          { key: 'taken', label: t('prepaid.amounts.takenMinor'), value: <MoneyText amountMinor={data.takenMinor} /> },
          { key: 'left', label: t('prepaid.amounts.leftMinor'), value: <MoneyText amountMinor={data.leftMinor} /> },
        ]}
        total={<MoneyText amountMinor={data.amountMinor} />}
        lines={
          data.parts.length === 0 ? (
            <p className="k-soft">{t('prepaid.nothingTaken')}</p>
          ) : (
            <table className="k-table" aria-label={t('prepaid.parts')}>
              <thead>
                <tr>
                  <th scope="col">{t('prepaid.month')}</th>
                  <th scope="col">{t('accounting.voucher')}</th>
                  <th scope="col" className="k-right">
                    {t('prepaid.amounts.takenMinor')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.parts.map(({ month: on, amountMinor, entryId, label }, at) => (
                  <tr key={at}>
                    <td>{month(on)}</td>
                    <td>
                      {entryId === null ? null : (
                        <button
                          type="button"
                          className="k-plain k-link"
                          onClick={() => open('accounting.entry', { id: entryId })}
                        >
                          {label}
                        </button>
                      )}
                    </td>
                    <td className="k-right">
                      <MoneyText amountMinor={amountMinor} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
        actions={
          canWrite
            ? [
                ...actions.map((how) => ({
                  key: how,
                  label: t(`prepaid.stop.${how}`),
                  isDanger: how === 'cancel',
                  onPress: () => setStopping(how),
                })),
                ...(data.state === 'running'
                  ? []
                  : [{ key: 'resume', label: t('prepaid.resume'), onPress: () => void resume.run({ id }) }]),
              ]
            : []
        }
      />
      {stopping === undefined ? null : <StopDialog id={id} how={stopping} onClose={() => setStopping(undefined)} />}
    </>
  )
}

function StopDialog({ id, how, onClose }: { readonly id: number; readonly how: How; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const [month, setMonth] = useState(dayjs(company.today).startOf('month'))
  const stop = useCommand(engine.prepaid.stop)
  const submit = async (): Promise<void> => {
    const answer = await stop.run({ id, how, month: month.format('YYYY-MM-DD') })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t(`prepaid.stop.${how}`)}
      okText={t(`prepaid.stop.${how}`)}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: stop.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {stop.refusal === undefined ? null : <RefusalAlert refusal={stop.refusal} />}
      <p>{t(`prepaid.stopHints.${how}`)}</p>
      <Field label={t('prepaid.month')} isRequired>
        {(control) => (
          <DatePicker
            id={control.id}
            picker="month"
            allowClear={false}
            value={month}
            onChange={(day) => day !== null && setMonth(day.startOf('month'))}
          />
        )}
      </Field>
    </Dialog>
  )
}
