import { Button, Input } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert } from '../../ui'
import { useCommand } from '../commands'
import { engine } from '../engine'
import { RECOVERY_KEY_FORM } from './backup-place'
import { station } from './this-place'

/** An owner who forgot the password comes back in by the key from paper; everybody else asks the owner. */
export function RecoverForm({ onDone }: { onDone(): void }): ReactNode {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const [recoveryKey, setRecoveryKey] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const { run, isRunning, refusal } = useCommand(engine.access.recover)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run({ login, recoveryKey, newPassword, station: station() }).then((done) => done && onDone())
  }
  return (
    <form className="k-front-form" onSubmit={submit}>
      <p>{t('app.signIn.recoverHint')}</p>
      <label>
        {t('app.signIn.login')}
        <Input autoFocus autoComplete="username" value={login} onChange={(event) => setLogin(event.target.value)} />
      </label>
      <label>
        {t('app.signIn.recoveryKey')}
        <Input
          autoComplete="off"
          spellCheck={false}
          maxLength={80}
          placeholder={RECOVERY_KEY_FORM}
          value={recoveryKey}
          onChange={(event) => setRecoveryKey(event.target.value)}
        />
      </label>
      <label>
        {t('app.signIn.newPassword')}
        <Input.Password
          autoComplete="new-password"
          maxLength={200}
          value={newPassword}
          onChange={(event) => setNewPassword(event.target.value)}
        />
      </label>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={isRunning}
        disabled={login === '' || recoveryKey === '' || newPassword.length < 8}
      >
        {t('app.signIn.recover')}
      </Button>
      <Button type="link" onClick={onDone}>
        {t('app.signIn.back')}
      </Button>
    </form>
  )
}
