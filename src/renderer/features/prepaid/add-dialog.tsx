import { useQuery } from '@tanstack/react-query'
import { DatePicker, Input, Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../ui'
import { currencyDecimals } from '../../../shared/values/money'

/** A cost that lies on an account, and the months that it is for. */
export function AddDialog({ onClose }: { onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { data: chart } = useQuery(api.accounting.listAccounts.queryOptions({ input: {} }))
  const { data: dimensions } = useQuery(api.accounting.listDimensions.queryOptions({ input: {} }))
  const [name, setName] = useState('')
  const [accountCode, setAccount] = useState<string>()
  const [expenseAccountCode, setExpense] = useState<string>()
  const [departmentId, setDepartment] = useState<number>()
  const [amountMinor, setAmount] = useState<number | null>(null)
  const [startsOn, setStart] = useState(dayjs(company.today).startOf('month'))
  const [months, setMonths] = useState<number | null>(12)
  const add = useCommand(engine.prepaid.add)
  const accounts = (chart?.rows ?? []).filter((row) => row.isPostable && row.isActive && !row.isControlled)
  const departments = (dimensions?.rows ?? []).filter((row) => row.dimension === 'department' && row.isActive)
  const choice = (kinds: readonly string[]) =>
    accounts
      .filter(({ kind }) => kinds.includes(kind))
      .map((row) => ({ value: row.code, label: `${row.code} ${row.name}` }))
  const isComplete =
    name.trim() !== '' && accountCode !== undefined && expenseAccountCode !== undefined && (amountMinor ?? 0) > 0
  const submit = async (): Promise<void> => {
    if (accountCode === undefined || expenseAccountCode === undefined) return
    const answer = await add.run({
      name,
      accountCode,
      expenseAccountCode,
      ...(departmentId === undefined ? {} : { departmentId }),
      amountMinor: amountMinor ?? 0,
      startsOn: startsOn.format('YYYY-MM-DD'),
      months: months ?? 0,
    })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t('prepaid.new')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: add.isRunning, disabled: !isComplete || (months ?? 0) < 1 }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {add.refusal === undefined ? null : <RefusalAlert refusal={add.refusal} />}
      <Field label={t('prepaid.name')} isRequired>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('prepaid.account')} hint={t('prepaid.accountHint')} isRequired>
        {(control) => (
          <Select
            id={control.id}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            value={accountCode ?? null}
            options={choice(['asset'])}
            onChange={(code) => setAccount(code ?? undefined)}
          />
        )}
      </Field>
      <Field label={t('prepaid.expenseAccount')} isRequired>
        {(control) => (
          <Select
            id={control.id}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
            value={expenseAccountCode ?? null}
            options={choice(['expense', 'cost'])}
            onChange={(code) => setExpense(code ?? undefined)}
          />
        )}
      </Field>
      {departments.length === 0 ? null : (
        <Field label={t('accounting.dimensions.department')}>
          {(control) => (
            <Select
              id={control.id}
              allowClear
              style={{ width: '100%' }}
              value={departmentId ?? null}
              options={departments.map((row) => ({ value: row.id, label: `${row.code} ${row.name}` }))}
              onChange={(id) => setDepartment(id ?? undefined)}
            />
          )}
        </Field>
      )}
      <Field label={t('prepaid.amounts.amountMinor')} isRequired>
        {(control) => (
          <ScaledInput
            id={control.id}
            decimals={currencyDecimals(company.currency)}
            value={amountMinor}
            onChange={setAmount}
          />
        )}
      </Field>
      <Field label={t('prepaid.startsOn')} isRequired>
        {(control) => (
          <DatePicker
            id={control.id}
            picker="month"
            allowClear={false}
            value={startsOn}
            onChange={(day) => day !== null && setStart(day.startOf('month'))}
          />
        )}
      </Field>
      <Field label={t('prepaid.months')} isRequired>
        {(control) => <ScaledInput id={control.id} decimals={0} value={months} onChange={setMonths} />}
      </Field>
    </Dialog>
  )
}
