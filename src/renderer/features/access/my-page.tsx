import { Button, Form, Input } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { filledIn } from '../../app/documents/record-form'
import { engine } from '../../app/engine'
import { PageHeader, RefusalAlert } from '../../ui'
import { SessionTable } from './session-table'

/** What everybody may do about his own sign-in: password, PIN, where he is signed in. */
export function MyPage(): ReactNode {
  const { t } = useTranslation()
  return (
    <section className="k-page k-scroll">
      <PageHeader title={t('access.mine')} />
      <div className="k-form-page">
        <fieldset className="k-fieldset">
          <legend>{t('access.mySessions')}</legend>
          <SessionTable isOwn />
        </fieldset>
        <div className="k-form-columns">
          <PasswordForm />
          <PinForm />
        </div>
      </div>
    </section>
  )
}

function PasswordForm(): ReactNode {
  const { t } = useTranslation()
  const change = useCommand(engine.access.changePassword)
  return (
    <SecretForm<{ password: string; newPassword: string }>
      title={t('access.changePassword')}
      done={t('access.passwordChanged')}
      command={change}
      present={{ name: 'password', label: t('access.presentPassword') }}
      wanted={{
        name: 'newPassword',
        label: t('access.newPassword'),
        extra: t('access.passwordRule'),
        rule: { min: 8, message: t('app.firstRun.passwordRule') },
      }}
    />
  )
}

function PinForm(): ReactNode {
  const { t } = useTranslation()
  const change = useCommand(engine.access.changePin)
  return (
    <SecretForm<{ secret: string; newPin: string }>
      title={t('access.changePin')}
      done={t('access.pinChanged')}
      command={change}
      present={{ name: 'secret', label: t('access.presentSecret') }}
      wanted={{
        name: 'newPin',
        label: t('access.newPin'),
        extra: t('access.pinHint'),
        rule: { pattern: /^\d{4,8}$/, message: t('access.pinRule') },
      }}
    />
  )
}

interface SecretFormProps<Fields> {
  readonly title: string
  readonly done: string
  readonly command: {
    run(fields: Fields): Promise<unknown>
    readonly isRunning: boolean
    readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string | number>> } | undefined
  }
  readonly present: { readonly name: string; readonly label: string }
  readonly wanted: { readonly name: string; readonly label: string; readonly extra: string; readonly rule: object }
}

function SecretForm<Fields extends object>(props: SecretFormProps<Fields>): ReactNode {
  const { title, done, command, present, wanted } = props
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<Fields>()
  const [isDone, setDone] = useState(false)
  const submit = async (): Promise<void> => {
    setDone(false)
    const fields = await filledIn(form)
    if (fields === undefined || (await command.run(fields)) === undefined) return
    form.resetFields()
    setDone(true)
  }
  const needed = { required: true, message: t('app.needed') }
  return (
    <fieldset className="k-fieldset">
      <legend>{title}</legend>
      {command.refusal === undefined ? null : <RefusalAlert refusal={command.refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} onFinish={() => void submit()}>
        <Form.Item name={present.name} label={present.label} rules={[needed]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Form.Item name={wanted.name} label={wanted.label} extra={wanted.extra} rules={[needed, wanted.rule]}>
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Button htmlType="submit" loading={command.isRunning}>
          {title}
        </Button>
        {isDone ? <p role="status">{done}</p> : null}
      </Form>
    </fieldset>
  )
}
