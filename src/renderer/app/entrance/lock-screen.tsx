import { LockOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ModalFrame, RefusalAlert, useScanner } from '../../ui'
import { useCommand } from '../commands'
import { engine } from '../engine'
import { SignInForms } from './sign-in'

interface LockScreenProps {
  /** who was here */
  readonly name: string
  onUnlocked(): void
  /** somebody else has signed in */
  onSwitched(): void
}

/** Over everything: what is open stays as it is behind it. A scanned badge is somebody who takes over, or is back. */
export function LockScreen({ name, onUnlocked, onSwitched }: LockScreenProps): ReactNode {
  const { t } = useTranslation()
  const [badge, setBadge] = useState<string>()
  const [isOther, setOther] = useState(false)
  useScanner((scan) => {
    setBadge(scan.text)
    setOther(true)
  })
  return (
    <ModalFrame label={t('app.lock.title')} className="k-lock" isHeld onClose={() => {}}>
      <div className="k-front">
        <section className="k-front-card">
          <h1>
            <LockOutlined aria-hidden="true" /> {t('app.lock.title')}
          </h1>
          {isOther ? (
            <>
              <p>{t('app.lock.otherHint')}</p>
              <SignInForms key={badge ?? ''} badge={badge ?? ''} onSignedIn={onSwitched} />
              <Button type="link" onClick={() => setOther(false)}>
                {t('app.lock.back', { name })}
              </Button>
            </>
          ) : (
            <>
              <p>{t('app.lock.hint', { name })}</p>
              <UnlockForm onUnlocked={onUnlocked} />
              <Button type="link" onClick={() => setOther(true)}>
                {t('app.lock.other')}
              </Button>
            </>
          )}
        </section>
      </div>
    </ModalFrame>
  )
}

function UnlockForm({ onUnlocked }: { onUnlocked(): void }): ReactNode {
  const { t } = useTranslation()
  const [secret, setSecret] = useState('')
  const { run, isRunning, refusal } = useCommand(engine.access.unlock)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run({ secret }).then((done) => {
      setSecret('')
      if (done !== undefined) onUnlocked()
    })
  }
  return (
    <form className="k-front-form" onSubmit={submit}>
      <label>
        {t('app.lock.secret')}
        <Input.Password
          autoFocus
          autoComplete="current-password"
          value={secret}
          onChange={(event) => setSecret(event.target.value)}
        />
      </label>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Button type="primary" htmlType="submit" block loading={isRunning} disabled={secret === ''}>
        {t('app.lock.goOn')}
      </Button>
    </form>
  )
}
