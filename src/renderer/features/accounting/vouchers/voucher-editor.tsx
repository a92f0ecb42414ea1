import { DatePicker, Input, InputNumber, Select } from 'antd'
import dayjs from 'dayjs'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CASH_FLOW_ITEMS } from '../../../../shared/contracts/accounting'
import { useCommand } from '../../../app/commands'
import { useDayRates } from '../../../app/currencies/day-rates'
import { useStateTag } from '../../../app/documents/document-parts'
import { engine, type Engine } from '../../../app/engine'
import { useNavigation } from '../../../app/pages'
import { usePreference, readPreference, setPreference } from '../../../app/preferences'
import { DocumentFrame, EntryGrid, Field, MoneyText, type DocumentAction } from '../../../ui'
import { TemplateDialog } from './template-dialog'
import { useVoucherColumns } from './use-voucher-columns'
import { linesToKeep, newVoucherLine, sumOf, type Account, type VoucherLine } from './voucher-lines'

export interface VoucherStart {
  readonly draftId: number | undefined
  readonly postedOn: string
  readonly memo: string
  readonly word: string
  readonly attachments: number
  readonly reversesOn: string | undefined
  readonly lines: readonly VoucherLine[]
}

type Settings = Awaited<ReturnType<Engine['accounting']['settings']>>

export interface VoucherEditorProps {
  readonly start: VoucherStart
  readonly accounts: readonly Account[]
  readonly dimensions: Awaited<ReturnType<Engine['accounting']['listDimensions']>>['rows']
  readonly settings: Settings
}

/** What is being typed outlives this page: a new voucher under one name, each draft under its own. */
const memoryOf = ({ draftId }: VoucherStart): string => `voucher.${draftId === undefined ? 'new' : String(draftId)}`

function useVoucher(start: VoucherStart) {
  const memory = memoryOf(start)
  const [voucher, setVoucher] = useState<VoucherStart>(() => {
    const isFresh = start.draftId === undefined && start.lines.length > 0
    const kept = isFresh ? null : readPreference<VoucherStart | null>(memory, null)
    return kept === null
      ? start
      : { ...kept, lines: kept.lines.map((line) => ({ ...newVoucherLine(), ...line, key: newVoucherLine().key })) }
  })
  const change = (part: Partial<VoucherStart>): void => {
    const next = { ...voucher, ...part }
    setVoucher(next)
    setPreference(memory, next)
  }
  return { voucher, change, forget: () => setPreference(memory, null) }
}

/** Account, partner, debit or credit, until both sides agree: all of it by keyboard. */
export function VoucherEditor({ start, accounts, dimensions, settings }: VoucherEditorProps): ReactNode {
  const { t } = useTranslation()
  const { open, close } = useNavigation()
  const tag = useStateTag()
  const { voucher, change, forget } = useVoucher(start)
  const [showsCashFlow, setShowsCashFlow] = usePreference('voucher.cashFlow', false)
  const [isNaming, setNaming] = useState(false)
  const { lines, memo } = voucher
  const rateOf = useDayRates(voucher.postedOn)
  const columns = useVoucherColumns({ accounts, dimensions, showsCashFlow, cashFlowItems: CASH_FLOW_ITEMS, rateOf })
  const hasForeign = lines.some(({ currency }) => currency !== undefined)
  const post = useCommand(engine.accounting.postVoucher)
  const keep = useCommand(engine.accounting.saveDraft)
  const postDrafts = useCommand(engine.accounting.postDrafts)
  const remove = useCommand(engine.accounting.deleteDraft)
  const debit = sumOf(lines, 'debitMinor')
  const credit = sumOf(lines, 'creditMinor')
  const isWhole = memo !== '' && lines.length >= 2 && debit === credit && lines.some((line) => line.debitMinor)

  const input = () => ({
    postedOn: voucher.postedOn,
    memo,
    attachments: voucher.attachments,
    lines: linesToKeep(lines),
    ...(voucher.word === '' ? {} : { word: voucher.word }),
    ...(voucher.reversesOn === undefined ? {} : { reversesOn: voucher.reversesOn }),
  })
  const leave = (): void => {
    forget()
    close('accounting.newVoucher')
    if (voucher.draftId !== undefined) close('accounting.draft', { id: voucher.draftId })
  }
  const saveDraft = async (): Promise<number | undefined> => {
    const answer = await keep.run({ ...input(), ...(voucher.draftId === undefined ? {} : { id: voucher.draftId }) })
    return answer?.id
  }
  const saveAndLeave = async (): Promise<void> => {
    if ((await saveDraft()) === undefined) return
    leave()
    open('accounting.drafts')
  }
  const submit = async (): Promise<void> => {
    if (voucher.draftId === undefined) {
      const answer = await post.run(input())
      if (answer === undefined) return
      leave()
      open('accounting.entry', { id: answer.id })
      return
    }
    if ((await saveDraft()) === undefined) return
    const answer = await postDrafts.run({ ids: [voucher.draftId] })
    const [posted] = answer?.posted ?? []
    if (posted === undefined) return
    leave()
    open('accounting.entry', { id: posted.id })
  }
  const deleteDraft = async (id: number): Promise<void> => {
    if ((await remove.run({ id })) !== undefined) leave()
  }
  const actions: DocumentAction[] = [
    {
      key: 'draft',
      label: t('accounting.keepDraft'),
      onPress: () => void saveAndLeave(),
      isDisabled: lines.length === 0,
    },
    {
      key: 'template',
      label: t('accounting.asTemplate'),
      onPress: () => setNaming(true),
      isDisabled: lines.length === 0,
    },
    {
      key: 'cashFlow',
      label: t(showsCashFlow ? 'accounting.hideCashFlow' : 'accounting.showCashFlow'),
      onPress: () => setShowsCashFlow(!showsCashFlow),
    },
    ...(voucher.draftId === undefined
      ? []
      : [
          {
            key: 'delete',
            label: t('accounting.deleteDraft'),
            isDanger: true,
            onPress: () => void deleteDraft(voucher.draftId ?? 0),
          },
        ]),
  ]
  const primary = settings.reviewRequired
    ? { label: t('accounting.toReview'), onPress: () => void saveAndLeave(), isBusy: keep.isRunning }
    : { label: t('accounting.post'), onPress: () => void submit(), isBusy: post.isRunning || postDrafts.isRunning }
  return (
    <>
      <DocumentFrame
        title={t(voucher.draftId === undefined ? 'accounting.newVoucher' : 'app.kinds.accounting.voucher')}
        state={tag('draft')}
        refusal={post.refusal ?? keep.refusal ?? postDrafts.refusal ?? remove.refusal}
        fields={<HeadFields voucher={voucher} change={change} words={settings.words} />}
        lines={
          <EntryGrid
            label={t('app.lines.label')}
            columns={columns}
            lines={lines}
            lineKey={(line) => line.key}
            newLine={newVoucherLine}
            onChange={(next) => change({ lines: next })}
          />
        }
        notes={
          <p className="k-soft">
            {t('accounting.entryHint')} {hasForeign ? t('currencies.entryHint') : ''}
          </p>
        }
        totals={[
          { key: 'debit', label: t('app.journal.debit'), value: <MoneyText amountMinor={debit} /> },
          { key: 'credit', label: t('app.journal.credit'), value: <MoneyText amountMinor={credit} /> },
          {
            key: 'difference',
            label: t('accounting.difference'),
            value: <MoneyText amountMinor={debit - credit} />,
            isStrong: true,
          },
        ]}
        actions={actions}
        {...(isWhole ? { primary } : {})}
      />
      {isNaming ? (
        <TemplateDialog
          template={{ memo, word: voucher.word, lines: linesToKeep(lines) }}
          onClose={() => setNaming(false)}
        />
      ) : null}
    </>
  )
}

function HeadFields(props: {
  readonly voucher: VoucherStart
  readonly change: (part: Partial<VoucherStart>) => void
  readonly words: readonly string[]
}): ReactNode {
  const { voucher, change, words } = props
  const { t } = useTranslation()
  const [general = ''] = words
  return (
    <>
      {words.length > 1 ? (
        <Field label={t('accounting.word')}>
          {(control) => (
            <Select
              id={control.id}
              style={{ width: 72 }}
              value={voucher.word === '' ? general : voucher.word}
              options={words.map((value) => ({ value, label: value }))}
              onChange={(word) => change({ word })}
            />
          )}
        </Field>
      ) : null}
      <Field label={t('accounting.postedOn')}>
        {(control) => (
          <DatePicker
            id={control.id}
            allowClear={false}
            value={dayjs(voucher.postedOn)}
            onChange={(day) => day && change({ postedOn: day.format('YYYY-MM-DD') })}
          />
        )}
      </Field>
      <Field label={t('accounting.memo')} isRequired>
        {(control) => (
          <Input
            {...control}
            autoFocus
            maxLength={200}
            value={voucher.memo}
            onChange={(event) => change({ memo: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('accounting.attachments')}>
        {(control) => (
          <InputNumber
            id={control.id}
            min={0}
            max={9999}
            precision={0}
            style={{ width: 88 }}
            value={voucher.attachments}
            onChange={(count) => change({ attachments: count ?? 0 })}
          />
        )}
      </Field>
      <Field label={t('accounting.reversesOn')}>
        {(control) => (
          <DatePicker
            id={control.id}
            value={voucher.reversesOn === undefined ? null : dayjs(voucher.reversesOn)}
            onChange={(day) => change({ reversesOn: day?.format('YYYY-MM-DD') })}
          />
        )}
      </Field>
    </>
  )
}
