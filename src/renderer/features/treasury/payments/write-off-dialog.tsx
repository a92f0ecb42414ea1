import { useQuery } from '@tanstack/react-query'
import { Input, Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney } from '../../../../shared/values/format'
import { useCommand } from '../../../app/commands'
import { ForeignText } from '../../../app/currencies/foreign-text'
import { DayPicker } from '../../../app/documents/day-picker'
import { api, engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import { Dialog, Field, MoneyText, RefusalAlert, useLanguage } from '../../../ui'
import type { OpenItem } from './open-items-of'

type Kind = 'small' | 'bad-debt'

/** Gives up what is left of the chosen items: a small difference, or a bad debt that the owner has decided on. */
export function WriteOffDialog(props: {
  readonly items: readonly OpenItem[]
  readonly role: 'receivable' | 'payable'
  onClose(): void
}): ReactNode {
  const { items, role, onClose } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const { company } = useSession()
  const { open } = useNavigation()
  const isOwner = useCan('company.manage')
  const [kind, setKind] = useState<Kind>('small')
  const [writtenOn, setOn] = useState(company.today)
  const [note, setNote] = useState('')
  const { data } = useQuery(api.treasury.listAccounts.queryOptions({ input: {} }))
  const write = useCommand(engine.treasury.writeOff)
  const partnerId = items[0]?.partnerId ?? 0
  const isOnePartner = items.every((item) => item.partnerId === partnerId)
  const submit = async (): Promise<void> => {
    const openItemIds = items.map(({ id }) => id)
    const answer = await write.run({ partnerId, kind, writtenOn, note, openItemIds })
    if (answer === undefined) return
    onClose()
    open('treasury.writeOff', { id: answer.id })
  }
  const limit = formatMoney(data?.writeOffLimitMinor ?? 0, language, { currency: company.currency })
  return (
    <Dialog
      title={t('treasury.writeOffs.title')}
      okText={t('treasury.writeOffs.do')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: write.isRunning, disabled: !isOnePartner }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {write.refusal === undefined ? null : <RefusalAlert refusal={write.refusal} />}
      {isOnePartner ? null : <p role="alert">{t('treasury.writeOffs.onePartner')}</p>}
      <table className="k-table" aria-label={t('treasury.openItems')}>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>{item.documentNumber}</td>
              <td>{item.partnerName}</td>
              <td className="k-right">
                <MoneyText amountMinor={item.openMinor} />
                <ForeignText currency={item.currency} amountMinor={item.foreignOpenMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {role === 'receivable' && isOwner ? (
        <Field label={t('treasury.kind')}>
          {() => (
            <Segmented
              value={kind}
              onChange={setKind}
              options={[
                { value: 'small', label: t('treasury.writeOffs.small') },
                { value: 'bad-debt', label: t('treasury.writeOffs.badDebt') },
              ]}
            />
          )}
        </Field>
      ) : null}
      <p className="k-soft">
        {kind === 'small' ? t('treasury.writeOffs.smallHint', { limit }) : t('treasury.writeOffs.badDebtHint')}
      </p>
      <Field label={t('treasury.paidOn')} isRequired>
        {(control) => <DayPicker id={control.id} value={writtenOn} onChange={setOn} />}
      </Field>
      <Field label={t('treasury.note')}>
        {(control) => (
          <Input id={control.id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </Dialog>
  )
}
