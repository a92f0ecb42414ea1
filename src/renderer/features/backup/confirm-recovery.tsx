import { Input } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RECOVERY_KEY_FORM } from '../../app/entrance/backup-place'
import { useBackupAction } from '../../app/entrance/backups'
import { DateTimeText, Dialog, RefusalAlert } from '../../ui'

/** The key from paper opens the backups, and what comes back is whole: tried now, not on the day it is needed. */
export function ConfirmRecovery({ id, onClose }: { readonly id: string; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [proof, setProof] = useState<{ takenAt: string; checks: number }>()
  const confirm = useBackupAction('confirm')
  const run = async (): Promise<void> => {
    if (proof !== undefined) {
      onClose()
      return
    }
    setProof(await confirm.run({ id, recoveryKey: text }))
  }
  return (
    <Dialog
      title={t('backup.confirm')}
      okText={proof === undefined ? t('backup.try') : t('app.close')}
      cancelText={t('backup.later')}
      okButtonProps={{ loading: confirm.isRunning, disabled: text.trim() === '' }}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <p>{t('backup.confirmHint')}</p>
      {confirm.refusal === undefined ? null : <RefusalAlert refusal={confirm.refusal} />}
      <Input
        autoFocus
        value={text}
        maxLength={80}
        spellCheck={false}
        autoComplete="off"
        aria-label={t('backup.recoveryKey')}
        placeholder={RECOVERY_KEY_FORM}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={() => void run()}
      />
      {proof === undefined ? null : (
        <p role="status">
          {t('backup.confirmed', { checks: proof.checks })} <DateTimeText at={Date.parse(proof.takenAt)} />
        </p>
      )}
    </Dialog>
  )
}
