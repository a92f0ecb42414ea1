import { CloseCircleFilled, CloseOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { RefusalData } from '../../../shared/errors'
import './feedback.css'

/** The way out of a refusal, offered as a button. */
export interface Mend {
  readonly label: string
  readonly onMend: () => void
}

/** As much of a refusal as is shown. */
export type ShownRefusal = Pick<RefusalData, 'code' | 'params'>

/** What a refusal says: what happened, why, what to do. A code without a text is shown as a code, never as nothing. */
export function useRefusalText(): (refusal: ShownRefusal) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (refusal) => {
      const key = `refusals.${refusal.code}`
      return i18n.exists(key) ? t(key, refusal.params) : t('refusals.ui.unknown', { code: refusal.code })
    },
    [t, i18n],
  )
}

export interface RefusalAlertProps {
  readonly refusal: ShownRefusal
  readonly mend?: Mend | undefined
  readonly onClose?: (() => void) | undefined
  /** Nothing was refused: something waits to be done. */
  readonly isReminder?: boolean
}

/** A refusal that concerns the whole page. One that concerns a field stands at the field (`Field`, `EntryGrid`). */
export function RefusalAlert(props: RefusalAlertProps): ReactNode {
  const { refusal, mend, onClose, isReminder = false } = props
  const { t } = useTranslation()
  const text = useRefusalText()(refusal)
  return (
    <div className={isReminder ? 'k-refusal k-reminder' : 'k-refusal'} role={isReminder ? 'note' : 'alert'}>
      {isReminder ? (
        <ExclamationCircleFilled className="k-refusal-icon" aria-hidden="true" />
      ) : (
        <CloseCircleFilled className="k-refusal-icon" aria-hidden="true" />
      )}
      <p>
        {isReminder ? null : <strong>{t('ui.refusal.title')} </strong>}
        {text}
      </p>
      {mend === undefined ? null : <Button onClick={mend.onMend}>{mend.label}</Button>}
      {onClose === undefined ? null : (
        <Button type="text" icon={<CloseOutlined />} aria-label={t('ui.refusal.close')} onClick={onClose} />
      )}
    </div>
  )
}
