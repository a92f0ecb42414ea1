import { useQuery } from '@tanstack/react-query'
import { DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { DayPicker } from '../../app/documents/day-picker'
import { useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab } from '../../app/pages'
import { useSession } from '../../app/session'
import { DocumentFrame, EntryGrid, Field, MoneyText } from '../../ui'
import { costOf, netOf, newEntry, PARTS, useWageColumns, type WageEntry } from './use-wage-columns'

const NONE: never[] = []

/** A month's wages by department; the sheet of the month before is the usual beginning. */
export function RunEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const { data: dimensions } = useQuery(api.accounting.listDimensions.queryOptions({ input: {} }))
  const departments = (dimensions?.rows ?? NONE).filter((row) => row.dimension === 'department' && row.isActive)
  const columns = useWageColumns(departments)
  const [month, setMonth] = useState(dayjs(company.today).startOf('month'))
  const [postedOn, setOn] = useState(company.today)
  const [note, setNote] = useState('')
  const [lines, setLines] = useState<readonly WageEntry[]>([])
  const post = useCommand(engine.payroll.postRun)
  useEffect(() => tab.setUnsaved(lines.length > 0), [tab, lines])
  const filled = lines.filter(({ accountCode }) => accountCode !== undefined)
  const cost = filled.reduce((sum, line) => sum + costOf(line), 0)
  const net = filled.reduce((sum, line) => sum + netOf(line), 0)
  const takeLast = async (): Promise<void> => {
    const { rows } = await engine.payroll.listRuns({ limit: 20, offset: 0 })
    const last = rows.find(({ state }) => state === 'posted')
    if (last === undefined) return
    const run = await engine.payroll.getRun({ id: last.id })
    setLines(
      run.lines.map(({ departmentId, departmentName, accountCode, accountName, headcount, ...amounts }) => ({
        ...newEntry(),
        departmentId: departmentId ?? undefined,
        departmentText: departmentName ?? '',
        accountCode,
        accountText: `${accountCode} ${accountName}`,
        headcount,
        ...Object.fromEntries(PARTS.map((part) => [part, amounts[part]])),
      })),
    )
  }
  const submit = async (): Promise<void> => {
    const answer = await post.run({
      month: month.format('YYYY-MM-DD'),
      postedOn,
      note,
      lines: filled.map(({ departmentId, accountCode, headcount, ...rest }) => ({
        accountCode: accountCode ?? '',
        headcount: headcount ?? 0,
        ...(departmentId === undefined ? {} : { departmentId }),
        ...Object.fromEntries(PARTS.map((part) => [part, rest[part] ?? 0])),
      })),
    })
    if (answer === undefined) return
    tab.setUnsaved(false)
    close('payroll.newRun')
    open('payroll.run', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.payroll.run')}
      state={tag('draft')}
      refusal={post.refusal}
      fields={
        <>
          <Field label={t('payroll.month')} isRequired>
            {(control) => (
              <DatePicker
                id={control.id}
                picker="month"
                allowClear={false}
                value={month}
                onChange={(chosen) => {
                  if (chosen === null) return
                  setMonth(chosen.startOf('month'))
                  setOn(chosen.endOf('month').format('YYYY-MM-DD'))
                }}
              />
            )}
          </Field>
          <Field label={t('payroll.postedOn')} isRequired>
            {(control) => <DayPicker id={control.id} value={postedOn} onChange={setOn} />}
          </Field>
          <Field label={t('payroll.note')}>
            {(control) => (
              <Input id={control.id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
        </>
      }
      lines={
        <EntryGrid
          label={t('app.lines.label')}
          columns={columns}
          lines={lines}
          lineKey={(line) => line.key}
          newLine={newEntry}
          onChange={setLines}
        />
      }
      total={<MoneyText amountMinor={cost} />}
      totals={[
        { key: 'net', label: t('payroll.amounts.netMinor'), value: <MoneyText amountMinor={net} /> },
        { key: 'cost', label: t('payroll.amounts.costMinor'), value: <MoneyText amountMinor={cost} /> },
      ]}
      actions={[{ key: 'takeLast', label: t('payroll.takeLast'), onPress: () => void takeLast() }]}
      {...(cost <= 0
        ? {}
        : { primary: { label: t('payroll.post'), onPress: () => void submit(), isBusy: post.isRunning } })}
    />
  )
}
