import { Button, Input, Segmented } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RefusalAlert, useScanner } from '../../ui'
import { useCommand } from '../commands'
import { engine } from '../engine'
import { FrontPage } from './front-page'
import { RecoverForm } from './recover-form'
import { station } from './this-place'

interface SignInProps {
  readonly companyName: string
  readonly isDemo: boolean
  onSignedIn(): void
}

/** By name and password at the desk; by badge and PIN in the warehouse. A scanned badge switches over by itself. */
export function SignIn({ companyName, isDemo, onSignedIn }: SignInProps): ReactNode {
  const { t } = useTranslation()
  const [badge, setBadge] = useState('')
  const [hasForgotten, setForgotten] = useState(false)
  useScanner((scan) => setBadge(scan.text))
  return (
    <FrontPage title={companyName} hint={isDemo ? t('app.signIn.demoHint') : t('app.signIn.hint')}>
      {hasForgotten ? (
        <RecoverForm onDone={() => setForgotten(false)} />
      ) : (
        <>
          <SignInForms badge={badge} onSignedIn={onSignedIn} />
          <Button type="link" onClick={() => setForgotten(true)}>
            {t('app.signIn.forgotten')}
          </Button>
        </>
      )}
    </FrontPage>
  )
}

/** Name and password, or the badge that was scanned and its PIN. */
export function SignInForms(props: { readonly badge: string; onSignedIn(): void }): ReactNode {
  const { onSignedIn } = props
  const { t } = useTranslation()
  const [way, setWay] = useState<'password' | 'badge'>(props.badge === '' ? 'password' : 'badge')
  const [badge, setBadge] = useState(props.badge)
  const [scanned, setScanned] = useState(props.badge)
  if (scanned !== props.badge) {
    setScanned(props.badge)
    setBadge(props.badge)
    setWay('badge')
  }
  return (
    <>
      <Segmented
        block
        value={way}
        onChange={setWay}
        options={[
          { value: 'password', label: t('app.signIn.byPassword') },
          { value: 'badge', label: t('app.signIn.byBadge') },
        ]}
      />
      {way === 'password' ? (
        <PasswordForm onSignedIn={onSignedIn} />
      ) : (
        <BadgeForm badge={badge} onBadge={setBadge} onSignedIn={onSignedIn} />
      )}
    </>
  )
}

function PasswordForm({ onSignedIn }: { onSignedIn(): void }): ReactNode {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const { run, isRunning, refusal } = useCommand(engine.access.signIn)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run({ login, password, station: station() }).then((session) => session && onSignedIn())
  }
  return (
    <form className="k-front-form" onSubmit={submit}>
      <label>
        {t('app.signIn.login')}
        <Input autoFocus autoComplete="username" value={login} onChange={(event) => setLogin(event.target.value)} />
      </label>
      <label>
        {t('app.signIn.password')}
        <Input.Password
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Button type="primary" htmlType="submit" block loading={isRunning} disabled={login === '' || password === ''}>
        {t('app.signIn.do')}
      </Button>
    </form>
  )
}

interface BadgeFormProps {
  readonly badge: string
  onBadge(badge: string): void
  onSignedIn(): void
}

function BadgeForm({ badge, onBadge, onSignedIn }: BadgeFormProps): ReactNode {
  const { t } = useTranslation()
  const [pin, setPin] = useState('')
  const { run, isRunning, refusal } = useCommand(engine.access.signInByBadge)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void run({ badge, pin, station: station() }).then((session) => session && onSignedIn())
  }
  return (
    <form className="k-front-form" onSubmit={submit}>
      <label>
        {t('app.signIn.badge')}
        <Input
          autoFocus={badge === ''}
          placeholder={t('app.signIn.scanBadge')}
          value={badge}
          onChange={(event) => onBadge(event.target.value)}
        />
      </label>
      <label>
        {t('app.signIn.pin')}
        <Input.Password
          key={badge === '' ? 'waiting' : 'scanned'}
          autoFocus={badge !== ''}
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => setPin(event.target.value)}
        />
      </label>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={isRunning}
        disabled={badge === '' || !/^\d{4,8}$/.test(pin)}
      >
        {t('app.signIn.do')}
      </Button>
    </form>
  )
}
