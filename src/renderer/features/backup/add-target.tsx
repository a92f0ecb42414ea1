import { Button, Form, Input, Select } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { placeOf, PlaceQuestions, type PlaceFields } from '../../app/entrance/backup-place'
import { useBackupAction } from '../../app/entrance/backups'
import { filledIn } from '../../app/documents/record-form'
import { useSession } from '../../app/session'
import { Dialog, RefusalAlert } from '../../ui'
import { ConfirmRecovery } from './confirm-recovery'
import { LIMITS, RHYTHMS } from './target-rhythm'

interface Fields extends PlaceFields {
  readonly passphrase: string
  readonly again?: string
  readonly everyMinutes: number
  readonly limitKilobytes: number
}

/** Where, by which passphrase; then the recovery key on paper, and a trial restore with it. */
export function AddTarget({ onClose }: { onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const name = useId()
  const [form] = Form.useForm<Fields>()
  const [exists, setExists] = useState<boolean>()
  const [added, setAdded] = useState<{ id: string; recoveryKey: string | null }>()
  const [isConfirming, setConfirming] = useState(false)
  const look = useBackupAction('look')
  const add = useBackupAction('add')

  const next = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const place = placeOf(fields)
    if (exists === undefined) {
      const seen = await look.run(place)
      if (seen !== undefined) setExists(seen.exists)
      return
    }
    const { passphrase, everyMinutes, limitKilobytes } = fields
    const answer = await add.run({ ...place, passphrase, everyMinutes, limitKilobytes })
    if (answer !== undefined) setAdded(answer)
  }

  if (added !== undefined && (isConfirming || added.recoveryKey === null)) {
    return <ConfirmRecovery id={added.id} onClose={onClose} />
  }
  if (added?.recoveryKey != null) {
    return (
      <RecoveryKey
        text={added.recoveryKey}
        url={form.getFieldValue('url') as string}
        onNext={() => setConfirming(true)}
      />
    )
  }
  const needed = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('backup.add')}
      okText={exists === undefined ? t('backup.connect') : t('backup.begin')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: look.isRunning || add.isRunning }}
      onOk={() => void next()}
      onCancel={onClose}
    >
      {look.refusal === undefined ? null : <RefusalAlert refusal={look.refusal} />}
      {add.refusal === undefined ? null : <RefusalAlert refusal={add.refusal} />}
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        initialValues={{ everyMinutes: 15, limitKilobytes: 0 }}
      >
        <PlaceQuestions form={form} />
        {exists === undefined ? null : (
          <>
            <p>{t(exists ? 'backup.existing' : 'backup.fresh')}</p>
            <Form.Item
              name="passphrase"
              label={t('backup.passphrase')}
              extra={exists ? undefined : t('backup.passphraseHint')}
              rules={[{ required: true, min: 8, message: t('app.firstRun.passwordRule') }]}
            >
              <Input.Password maxLength={200} autoComplete="new-password" />
            </Form.Item>
            {exists ? null : (
              <Form.Item
                name="again"
                label={t('backup.again')}
                dependencies={['passphrase']}
                rules={[
                  ...needed,
                  ({ getFieldValue }) => ({
                    validator: (_rule, value) =>
                      value === getFieldValue('passphrase')
                        ? Promise.resolve()
                        : Promise.reject(new Error(t('backup.notTheSame'))),
                  }),
                ]}
              >
                <Input.Password maxLength={200} autoComplete="new-password" />
              </Form.Item>
            )}
            <Form.Item name="everyMinutes" label={t('backup.every')}>
              <Select options={RHYTHMS.map((value) => ({ value, label: t(`backup.rhythms.${value}`) }))} />
            </Form.Item>
            <Form.Item name="limitKilobytes" label={t('backup.limit')}>
              <Select options={LIMITS.map((value) => ({ value, label: t(`backup.limits.${value}`) }))} />
            </Form.Item>
          </>
        )}
      </Form>
    </Dialog>
  )
}

interface RecoveryKeyProps {
  readonly text: string
  readonly url: string
  onNext(): void
}

/** Shown once, to be printed or written down; the next step asks for it. */
function RecoveryKey({ text, url, onNext }: RecoveryKeyProps): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  return (
    <Dialog
      title={t('backup.recoveryKey')}
      closable={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button onClick={() => window.print()}>{t('backup.print')}</Button>
          <Button type="primary" onClick={onNext}>
            {t('backup.haveIt')}
          </Button>
        </>
      }
    >
      <div className="k-recovery-sheet">
        <p>
          <strong>{company.name}</strong> · {url}
        </p>
        <p className="k-recovery-key">{text}</p>
        <p>{t('backup.recoveryKeyHint')}</p>
      </div>
    </Dialog>
  )
}
