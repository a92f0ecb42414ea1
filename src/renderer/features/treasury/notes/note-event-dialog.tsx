import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { engine } from '../../../app/engine'
import { useSession } from '../../../app/session'
import { Dialog, Field, RefusalAlert, ScaledInput } from '../../../ui'
import { AccountSelect, useMoneyAccounts } from '../../../app/documents/account-select'

export type NoteEventKind = 'discounted' | 'collected' | 'paid' | 'dishonoured'

/** Records what became of a note: when, on which account, what the bank kept. */
export function NoteEventDialog(props: {
  readonly noteId: number
  readonly kind: NoteEventKind
  readonly dueOn: string
  onClose(): void
}): ReactNode {
  const { noteId, kind, dueOn, onClose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const accounts = useMoneyAccounts('bank')
  const isEarly = kind === 'discounted' || company.today > dueOn
  const [happenedOn, setOn] = useState(isEarly ? company.today : dueOn)
  const [chosen, setAccount] = useState<number>()
  const accountId = chosen ?? accounts[0]?.id
  const [chargeMinor, setCharge] = useState<number | null>(null)
  const record = useCommand(engine.treasury.recordNoteEvent)
  const hasMoney = kind !== 'dishonoured'
  const submit = async (): Promise<void> => {
    const account = hasMoney && accountId !== undefined ? { accountId } : {}
    const answer = await record.run({ noteId, kind, happenedOn, chargeMinor: chargeMinor ?? 0, ...account })
    if (answer !== undefined) onClose()
  }
  return (
    <Dialog
      title={t(`treasury.noteEvents.${kind}`)}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: record.isRunning, danger: !hasMoney }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {record.refusal === undefined ? null : <RefusalAlert refusal={record.refusal} />}
      <Field label={t('treasury.happenedOn')}>
        {(control) => <DayPicker id={control.id} value={happenedOn} onChange={setOn} />}
      </Field>
      {hasMoney ? (
        <>
          <Field label={t('treasury.account')}>
            {(control) => <AccountSelect id={control.id} accounts={accounts} value={accountId} onChange={setAccount} />}
          </Field>
          <Field label={t('treasury.charge')}>
            {(control) => (
              <ScaledInput
                id={control.id}
                decimals={currencyDecimals(company.currency)}
                value={chargeMinor}
                onChange={setCharge}
              />
            )}
          </Field>
        </>
      ) : null}
    </Dialog>
  )
}
