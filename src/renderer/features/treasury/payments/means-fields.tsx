import { useQuery } from '@tanstack/react-query'
import { Input, Segmented, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DayPicker } from '../../../app/documents/day-picker'
import { api } from '../../../app/engine'
import { Field } from '../../../ui'
import { AccountSelect, useMoneyAccounts } from '../../../app/documents/account-select'

const NOTE_KINDS = ['bank-acceptance', 'trade-acceptance', 'cheque'] as const

export interface Means {
  readonly method: 'bank' | 'cash' | 'note'
  readonly accountId: number | undefined
  /** A bill in hand that goes on; undefined: a bill of its own. */
  readonly endorsedNoteId: number | undefined
  readonly kind: (typeof NOTE_KINDS)[number]
  readonly billNumber: string
  readonly drawnOn: string
  readonly dueOn: string
  readonly drawer: string
}

export const meansAtFirst = (today: string): Means => ({
  method: 'bank',
  accountId: undefined,
  endorsedNoteId: undefined,
  kind: 'bank-acceptance',
  billNumber: '',
  drawnOn: today,
  dueOn: today,
  drawer: '',
})

/** The means as the engine takes them. */
export function meansInput(means: Means) {
  const { method, accountId, endorsedNoteId, kind, billNumber, drawnOn, dueOn, drawer } = means
  if (method !== 'note') return { method, ...(accountId === undefined ? {} : { accountId }) }
  if (endorsedNoteId !== undefined) return { method, endorsedNoteId }
  return { method, bill: { kind, billNumber, drawnOn, dueOn, drawer } }
}

/** How it is paid: which account, or which bill. */
export function MeansFields(props: {
  readonly direction: 'in' | 'out'
  readonly means: Means
  readonly onChange: (means: Means) => void
  /** A bill that is passed on is paid whole. */
  readonly onEndorse: (amountMinor: number) => void
}): ReactNode {
  const { direction, means, onChange, onEndorse } = props
  const { t } = useTranslation()
  const accounts = useMoneyAccounts(means.method === 'cash' ? 'cash' : 'bank')
  const set = (part: Partial<Means>): void => onChange({ ...means, ...part })
  const { data: held } = useQuery(
    api.treasury.listNotes.queryOptions({
      input: { direction: 'in', isOpen: true, limit: 200, offset: 0 },
      enabled: means.method === 'note' && direction === 'out',
    }),
  )
  const text = (label: string, part: 'billNumber' | 'drawer', isRequired: boolean): ReactNode => (
    <Field label={label} isRequired={isRequired}>
      {(control) => (
        <Input
          id={control.id}
          maxLength={part === 'drawer' ? 120 : 40}
          value={means[part]}
          onChange={(event) => set({ [part]: event.target.value })}
        />
      )}
    </Field>
  )
  const ownBill =
    means.method !== 'note' || means.endorsedNoteId !== undefined ? null : (
      <>
        <Field label={t('treasury.kind')}>
          {(control) => (
            <Select
              id={control.id}
              style={{ width: '100%' }}
              value={means.kind}
              options={NOTE_KINDS.map((value) => ({ value, label: t(`treasury.noteKinds.${value}`) }))}
              onChange={(kind) => set({ kind })}
            />
          )}
        </Field>
        {text(t('treasury.billNumber'), 'billNumber', true)}
        <Field label={t('treasury.drawnOn')}>
          {(control) => <DayPicker id={control.id} value={means.drawnOn} onChange={(drawnOn) => set({ drawnOn })} />}
        </Field>
        <Field label={t('treasury.dueOn')}>
          {(control) => <DayPicker id={control.id} value={means.dueOn} onChange={(dueOn) => set({ dueOn })} />}
        </Field>
        {text(t('treasury.drawer'), 'drawer', false)}
      </>
    )
  return (
    <>
      <Field label={t('treasury.method')}>
        {() => (
          <Segmented
            value={means.method}
            onChange={(method) => set({ method, accountId: undefined, endorsedNoteId: undefined })}
            options={(['bank', 'cash', 'note'] as const).map((value) => ({
              value,
              label: t(`treasury.methods.${value}`),
            }))}
          />
        )}
      </Field>
      {means.method === 'note' || accounts.length < 2 ? null : (
        <Field label={t('treasury.account')}>
          {(control) => (
            <AccountSelect
              id={control.id}
              accounts={accounts}
              value={means.accountId ?? accounts[0]?.id}
              onChange={(accountId) => set({ accountId })}
            />
          )}
        </Field>
      )}
      {means.method === 'note' && direction === 'out' ? (
        <Field label={t('treasury.heldNote')}>
          {(control) => (
            <Select
              id={control.id}
              style={{ width: '100%' }}
              value={means.endorsedNoteId ?? 0}
              options={[
                { value: 0, label: t('treasury.newNote') },
                ...(held?.rows ?? []).map(({ id, billNumber, partner }) => ({
                  value: id,
                  label: `${billNumber} ${partner.name}`,
                })),
              ]}
              onChange={(id) => {
                set({ endorsedNoteId: id === 0 ? undefined : id })
                const note = held?.rows.find((row) => row.id === id)
                if (note !== undefined) onEndorse(note.amountMinor)
              }}
            />
          )}
        </Field>
      ) : null}
      {ownBill}
    </>
  )
}
