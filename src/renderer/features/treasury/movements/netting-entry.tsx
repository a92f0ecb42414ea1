import { Button, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { DayPicker } from '../../../app/documents/day-picker'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { PartnerSelect } from '../../../app/documents/partner-select'
import { useSession } from '../../../app/session'
import { DocumentFrame, EmptyState, Field, MoneyText } from '../../../ui'
import { oldestFirst, settledOf, useOpenItems, type OpenItem, type Shares } from '../payments/open-items-of'
import { SharesTable } from '../payments/shares-table'

const NO_SHARES: Shares = new Map()

/** What a partner owes us against what we owe the same partner. */
export function NettingEntry(): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const [partnerId, setPartner] = useState<number>()
  const [nettedOn, setOn] = useState(company.today)
  const [note, setNote] = useState('')
  const [owing, setOwing] = useState(NO_SHARES)
  const [owed, setOwed] = useState(NO_SHARES)
  const net = useCommand(engine.treasury.netPartner)
  const receivables = useOpenItems('receivable', partnerId).filter(({ openMinor }) => openMinor > 0)
  const payables = useOpenItems('payable', partnerId).filter(({ openMinor }) => openMinor > 0)
  const total = settledOf(owing)
  const against = settledOf(owed)
  const netAll = (): void => {
    const sumOf = (items: readonly OpenItem[]): number => items.reduce((sum, { openMinor }) => sum + openMinor, 0)
    const possible = Math.min(sumOf(receivables), sumOf(payables))
    setOwing(oldestFirst(receivables, possible))
    setOwed(oldestFirst(payables, possible))
  }
  const submit = async (): Promise<void> => {
    if (partnerId === undefined) return
    const applications = [...owing, ...owed].map(([openItemId, { amountMinor }]) => ({ openItemId, amountMinor }))
    const answer = await net.run({ partnerId, nettedOn, note, applications })
    if (answer === undefined) return
    close('treasury.newNetting')
    open('treasury.netting', { id: answer.id })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.treasury.netting')}
      state={tag('draft')}
      refusal={net.refusal}
      fields={
        <>
          <Field label={t('treasury.partner')} isRequired>
            {(control) => (
              <PartnerSelect
                id={control.id}
                side="any"
                autoFocus
                value={partnerId}
                onChange={(id) => {
                  setPartner(id)
                  setOwing(NO_SHARES)
                  setOwed(NO_SHARES)
                }}
              />
            )}
          </Field>
          <Field label={t('treasury.paidOn')}>
            {(control) => <DayPicker id={control.id} value={nettedOn} onChange={setOn} />}
          </Field>
          <Field label={t('treasury.note')}>
            {(control) => (
              <Input id={control.id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
        </>
      }
      lines={
        receivables.length === 0 || payables.length === 0 ? (
          <EmptyState
            title={t(partnerId === undefined ? 'treasury.choosePartner' : 'treasury.nothingOpen')}
            hint={t('treasury.nettingHint')}
          />
        ) : (
          <>
            <Button onClick={netAll}>{t('treasury.netAll')}</Button>
            <h3>{t('treasury.receivables')}</h3>
            <SharesTable
              label={t('treasury.receivables')}
              items={receivables}
              shares={owing}
              hasParts={false}
              onChange={setOwing}
            />
            <h3>{t('treasury.payables')}</h3>
            <SharesTable
              label={t('treasury.payables')}
              items={payables}
              shares={owed}
              hasParts={false}
              onChange={setOwed}
            />
          </>
        )
      }
      total={<MoneyText amountMinor={total} />}
      totals={[
        { key: 'owing', label: t('treasury.receivables'), value: <MoneyText amountMinor={total} /> },
        { key: 'owed', label: t('treasury.payables'), value: <MoneyText amountMinor={against} /> },
      ]}
      {...(total <= 0 || total !== against
        ? {}
        : { primary: { label: t('treasury.postNetting'), onPress: () => void submit(), isBusy: net.isRunning } })}
    />
  )
}
