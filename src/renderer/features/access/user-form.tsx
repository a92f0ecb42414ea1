import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { filledIn } from '../../app/documents/record-form'
import { api, engine, type Engine } from '../../app/engine'
import { Dialog, RefusalAlert, useScanner } from '../../ui'
import { useRoleName } from './role-name'
import { useMinuteOptions } from './session-page'

export type User = Awaited<ReturnType<Engine['access']['listUsers']>>['rows'][number]

interface NewUserFields {
  readonly login: string
  readonly name: string
  readonly role: string
  readonly password?: string
  readonly badge?: string
  readonly pin?: string
}

function RoleItem(): ReactNode {
  const { t } = useTranslation()
  const nameOf = useRoleName()
  const { data } = useQuery(api.access.listRoles.queryOptions({ input: {} }))
  return (
    <Form.Item name="role" label={t('access.role')}>
      <Select options={(data?.rows ?? []).map((role) => ({ value: role.code, label: nameOf(role) }))} />
    </Form.Item>
  )
}

export function NewUser({ onClose }: { onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<NewUserFields>()
  const add = useCommand(engine.access.addUser)
  useScanner((scan) => form.setFieldValue('badge', scan.text))
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { login, name, role, password, badge, pin } = fields
    const answer = await add.run({
      login,
      name,
      role,
      ...(password ? { password } : {}),
      ...(badge ? { badge } : {}),
      ...(pin ? { pin } : {}),
    })
    if (answer !== undefined) onClose()
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={t('access.newUser')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: add.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {add.refusal === undefined ? null : <RefusalAlert refusal={add.refusal} />}
      <Form form={form} name={id} layout="vertical" requiredMark={false} initialValues={{ role: 'clerk' }}>
        <RoleItem />
        <Form.Item name="name" label={t('access.name')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item name="login" label={t('access.login')} rules={required}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('access.password')}
          extra={t('access.passwordHint')}
          rules={[{ min: 8, message: t('app.firstRun.passwordRule') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item name="badge" label={t('access.badge')} extra={t('access.badgeHint')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item
          name="pin"
          label={t('app.signIn.pin')}
          rules={[{ pattern: /^\d{4,8}$/, message: t('access.pinRule') }]}
        >
          <Input.Password inputMode="numeric" autoComplete="off" maxLength={8} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}

interface ChangedFields {
  readonly name: string
  readonly role: string
  readonly badge?: string
  readonly lockMinutes: number
  readonly newPassword?: string
  readonly newPin?: string
}

/** As the station or the house has it. */
const AS_ELSEWHERE = -1

/** Name, role, badge, when the place locks; and a new password or PIN for somebody who forgot. */
export function ChangeUser({ user, onClose }: { readonly user: User; onClose(): void }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const [form] = Form.useForm<ChangedFields>()
  const change = useCommand(engine.access.changeUser)
  const reset = useCommand(engine.access.resetSecret)
  const minutes = useMinuteOptions()
  useScanner((scan) => form.setFieldValue('badge', scan.text))
  const refusal = change.refusal ?? reset.refusal
  const submit = async (): Promise<void> => {
    const fields = await filledIn(form)
    if (fields === undefined) return
    const { name, role, badge = '', lockMinutes, newPassword = '', newPin = '' } = fields
    const isChanged = await change.run({
      userId: user.id,
      name,
      role,
      lockMinutes: lockMinutes === AS_ELSEWHERE ? null : lockMinutes,
      // What is not typed anew stays: the code of a badge is not handed out.
      ...(badge === '' ? {} : { badge }),
    })
    if (isChanged === undefined) return
    const secrets = { ...(newPassword === '' ? {} : { newPassword }), ...(newPin === '' ? {} : { newPin }) }
    if (newPassword + newPin !== '' && (await reset.run({ userId: user.id, ...secrets })) === undefined) return
    onClose()
  }
  const required = [{ required: true, message: t('app.needed') }]
  return (
    <Dialog
      title={`${t('access.editUser')}: ${user.login}`}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: change.isRunning || reset.isRunning }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <Form
        form={form}
        name={id}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: user.name, role: user.role, lockMinutes: user.lockMinutes ?? AS_ELSEWHERE }}
      >
        <RoleItem />
        <Form.Item name="name" label={t('access.name')} rules={required}>
          <Input autoFocus maxLength={200} />
        </Form.Item>
        <Form.Item
          name="badge"
          label={t('access.badge')}
          extra={t(user.hasBadge ? 'access.newBadgeHint' : 'access.badgeHint')}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="lockMinutes" label={t('access.locksAfter')}>
          <Select options={[{ value: AS_ELSEWHERE, label: t('access.asTheStation') }, ...minutes]} />
        </Form.Item>
        <Form.Item
          name="newPassword"
          label={t('access.resetPassword')}
          extra={t('access.resetHint')}
          rules={[{ min: 8, message: t('app.firstRun.passwordRule') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
        <Form.Item
          name="newPin"
          label={t('access.resetPin')}
          rules={[{ pattern: /^\d{4,8}$/, message: t('access.pinRule') }]}
        >
          <Input.Password inputMode="numeric" autoComplete="off" maxLength={8} />
        </Form.Item>
      </Form>
    </Dialog>
  )
}
