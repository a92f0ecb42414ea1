import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../shared/errors'
import type { PaperKind } from '../../../shared/labels/papers'
import { Dialog, useLanguage } from '../../ui'
import { useCommand } from '../commands'
import { engine } from '../engine'

interface Wanted {
  readonly paper: PaperKind
  readonly sourceId: number
  readonly from?: string
  readonly to?: string
  readonly currency?: string
}

/**
 * Prints a document at the printer that its kind has here. What is printed a second time asks for the reason; draw
 * `prompt` somewhere on the page.
 */
export function usePrintPaper(): {
  readonly print: (wanted: Wanted) => void
  readonly isAsked: boolean
  readonly refusal: Refusal | undefined
  readonly prompt: ReactNode
} {
  const { t } = useTranslation()
  const locale = useLanguage()
  const { run, isRunning, refusal } = useCommand(engine.labels.printPaper)
  const [wanted, setWanted] = useState<Wanted>()
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const ask = async (one: Wanted, why?: string): Promise<void> => {
    setAsked(false)
    setWanted(one)
    const answer = await run({ ...one, locale, ...(why === undefined ? {} : { reason: why }) })
    if (answer === undefined) return
    setWanted(undefined)
    setReason('')
    setAsked(true)
  }
  const needsReason = refusal?.code === 'labels.reasonWanted' && wanted !== undefined
  const prompt = needsReason ? (
    <Dialog
      title={t('labels.printing.reprintReason')}
      okText={t('labels.printAgain')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: isRunning, disabled: reason.trim().length < 3 }}
      onOk={() => void ask(wanted, reason.trim())}
      onCancel={() => setWanted(undefined)}
    >
      <label>
        {t('labels.reasonWanted')}
        <Input autoFocus maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </Dialog>
  ) : null
  return {
    print: (one) => void ask(one),
    isAsked,
    refusal: refusal?.code === 'labels.reasonWanted' ? undefined : refusal,
    prompt,
  }
}
