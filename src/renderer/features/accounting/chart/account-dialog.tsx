import { useQuery } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, Popconfirm, Select, Switch } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useForeignCurrencies } from '../../../app/currencies/foreign-currencies'
import { api, engine } from '../../../app/engine'
import { filledIn } from '../../../app/documents/record-form'
import { useSession } from '../../../app/session'
import { Dialog, RefusalAlert } from '../../../ui'
import type { Account } from '../vouchers/voucher-lines'

/** An account to add (under another, or of the first level) or to change. */
export type AccountTask =
  | { readonly kind: 'add'; readonly parent: Account | undefined }
  | { readonly kind: 'change'; readonly account: Account }

const KINDS = ['asset', 'liability', 'equity', 'cost', 'revenue', 'expense'] as const
const SIDES = ['debit', 'credit'] as const
const ASKED = ['partner', 'department', 'project', 'item', 'person'] as const

interface Fields {
  readonly code: string
  readonly name: string
  readonly otherName: string
  readonly kind: (typeof KINDS)[number]
  readonly normalSide: (typeof SIDES)[number]
  readonly requires: (typeof ASKED)[number][]
  readonly quantityUnit: string
  readonly statementTag: string
  /** Empty: the currency of the books. */
  readonly currency: string
  readonly isActive: boolean
  readonly movesOn: Dayjs | null
}

function startOf(task: AccountTask, today: string): Fields {
  const shared = { movesOn: dayjs(today), isActive: true }
  if (task.kind === 'add') {
    const { parent } = task
    return {
      ...shared,
      code: parent?.code ?? '',
      name: '',
      otherName: '',
      kind: parent?.kind ?? 'asset',
      normalSide: parent?.normalSide ?? 'debit',
      requires: [],
      quantityUnit: '',
      statementTag: '',
      currency: parent?.currency ?? '',
    }
  }
  const { account } = task
  return {
    ...shared,
    ...account,
    requires: [...account.requires],
    quantityUnit: account.quantityUnit ?? '',
    statementTag: account.statementTag ?? '',
    currency: account.currency ?? '',
  }
}

export function AccountDialog({ task, onClose }: { readonly task: AccountTask; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const foreign = useForeignCurrencies()
  const id = useId()
  const [form] = Form.useForm<Fields>()
  const add = useCommand(engine.accounting.addAccount)
  const change = useCommand(engine.accounting.changeAccount)
  const remove = useCommand(engine.accounting.deleteAccount)
  const parent = task.kind === 'add' ? task.parent : undefined
  const account = task.kind === 'change' ? task.account : undefined
  const { data: tags } = useQuery(api.statements.listTags.queryOptions({ input: {} }))
  const above = parent?.code ?? account?.code
  const rows = (tags?.rows ?? []).filter(({ accounts }) => accounts.some((code) => above?.startsWith(code) === true))
  const divides = parent !== undefined && parent.isPostable && parent.isUsed
  const choosesKind = parent === undefined && account?.isUsed !== true && account?.level !== 2
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { code, movesOn, isActive, kind, normalSide, currency: chosen, statementTag, ...named } = fields
    const rest = { ...named, statementTag: statementTag ?? account?.statementTag ?? '' }
    // A field that is not shown is not filled in: the account stays as it is.
    const currency = foreign.length === 0 ? {} : { currency: chosen === '' ? null : chosen }
    const sense = choosesKind ? { kind, normalSide } : {}
    const answer =
      account === undefined
        ? await add.run({
            code,
            ...rest,
            ...sense,
            ...currency,
            ...(parent === undefined ? {} : { parentCode: parent.code }),
            ...(divides && movesOn ? { movesOn: movesOn.format('YYYY-MM-DD') } : {}),
          })
        : await change.run({ code: account.code, isActive, ...rest, ...sense, ...currency })
    if (answer !== undefined) onClose()
  }
  const erase = async (): Promise<void> => {
    if (account !== undefined && (await remove.run({ code: account.code })) !== undefined) onClose()
  }
  const refusal = add.refusal ?? change.refusal ?? remove.refusal
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={account === undefined ? t('accounting.newAccount') : `${account.code} ${account.name}`}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: add.isRunning || change.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={startOf(task, company.today)}>
        {account === undefined ? (
          <Form.Item
            name="code"
            label={t('accounting.code')}
            extra={parent === undefined ? null : t('accounting.codeHint', { parent: parent.code })}
            rules={required}
          >
            <Input autoFocus maxLength={20} />
          </Form.Item>
        ) : null}
        <Form.Item name="name" label={t('accounting.name')} rules={required}>
          <Input maxLength={200} autoFocus={account !== undefined} />
        </Form.Item>
        <Form.Item name="otherName" label={t('accounting.otherName')}>
          <Input maxLength={200} />
        </Form.Item>
        {choosesKind ? (
          <>
            <Form.Item name="kind" label={t('accounting.kind')}>
              <Select options={KINDS.map((value) => ({ value, label: t(`accounting.kinds.${value}`) }))} />
            </Form.Item>
            <Form.Item name="normalSide" label={t('accounting.side')}>
              <Select options={SIDES.map((value) => ({ value, label: t(`app.journal.${value}`) }))} />
            </Form.Item>
          </>
        ) : null}
        <Form.Item name="requires" label={t('accounting.asks')} extra={t('accounting.asksHint')}>
          <Select
            mode="multiple"
            options={ASKED.map((value) => ({ value, label: t(`accounting.dimensions.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="quantityUnit" label={t('accounting.quantityUnit')} extra={t('accounting.quantityUnitHint')}>
          <Input maxLength={20} />
        </Form.Item>
        {rows.length === 0 ? null : (
          <Form.Item name="statementTag" label={t('accounting.statementTag')} extra={t('accounting.statementTagHint')}>
            <Select
              options={[
                { value: '', label: t('accounting.noStatementTag') },
                ...rows.map(({ tag, label }) => ({ value: tag, label })),
              ]}
            />
          </Form.Item>
        )}
        {foreign.length === 0 ? null : (
          <Form.Item name="currency" label={t('currencies.currency')} extra={t('currencies.accountHint')}>
            <Select
              disabled={account?.isUsed === true}
              options={[
                { value: '', label: t('currencies.base', { currency: company.currency }) },
                ...foreign.map(({ code }) => ({ value: code, label: code })),
              ]}
            />
          </Form.Item>
        )}
        {divides ? (
          <Form.Item name="movesOn" label={t('accounting.movesOn')} extra={t('accounting.movesOnHint')}>
            <DatePicker allowClear={false} style={{ width: '100%' }} />
          </Form.Item>
        ) : null}
        {account === undefined ? null : (
          <Form.Item name="isActive" label={t('accounting.isActive')} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
      {account === undefined || account.isUsed ? null : (
        <Popconfirm
          title={t('accounting.deleteAsk', { name: account.name })}
          okText={t('accounting.delete')}
          cancelText={t('app.cancel')}
          onConfirm={() => void erase()}
        >
          <Button danger>{t('accounting.delete')}</Button>
        </Popconfirm>
      )}
    </Dialog>
  )
}
