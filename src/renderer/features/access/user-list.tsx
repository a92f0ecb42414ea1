import { useQuery } from '@tanstack/react-query'
import { Button, Form, Input, Popconfirm, Segmented } from 'antd'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { filledIn } from '../../app/documents/record-form'
import { useSession } from '../../app/session'
import { Dialog, PageHeader, RefusalAlert, ShortcutKeys, StateTag, useScanner, useShortcuts } from '../../ui'

const ROLES = ['clerk', 'bookkeeper', 'owner'] as const

/** Who may use the program, in which role. */
export function UserList(): ReactNode {
  const { t } = useTranslation()
  const { userId } = useSession()
  const [isAdding, setAdding] = useState(false)
  const { data, refetch } = useQuery(api.access.listUsers.queryOptions({ input: {} }))
  const deactivate = useCommand(engine.access.deactivateUser)
  useShortcuts(t('ui.shortcuts.page'), [{ keys: 'N', label: t('access.newUser'), run: () => setAdding(true) }])
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('access.users')}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('access.newUser')} <ShortcutKeys keys="N" />
          </Button>
        }
      />
      {deactivate.refusal === undefined ? null : <RefusalAlert refusal={deactivate.refusal} />}
      <table className="k-table k-sticky" aria-label={t('access.users')}>
        <thead>
          <tr>
            <th scope="col">{t('access.login')}</th>
            <th scope="col">{t('access.name')}</th>
            <th scope="col">{t('access.role')}</th>
            <th scope="col">{t('access.badge')}</th>
            <th scope="col">{t('access.state')}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {(data?.rows ?? []).map((user) => (
            <tr key={user.id}>
              <td>{user.login}</td>
              <td>{user.name}</td>
              <td>{t(`access.roles.${user.role}`)}</td>
              <td>{user.hasBadge ? t('access.hasBadge') : ''}</td>
              <td>
                <StateTag
                  tone={user.active ? 'good' : 'neutral'}
                  label={t(user.active ? 'access.active' : 'access.inactive')}
                />
              </td>
              <td className="k-right">
                {user.active && user.id !== userId ? (
                  <Popconfirm
                    title={t('access.deactivateAsk', { name: user.name })}
                    okText={t('access.deactivate')}
                    cancelText={t('app.cancel')}
                    onConfirm={() => void deactivate.run({ userId: user.id }).then(() => refetch())}
                  >
                    <Button size="small" danger>
                      {t('access.deactivate')}
                    </Button>
                  </Popconfirm>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isAdding ? (
        <NewUser
          onClose={() => {
            setAdding(false)
            void refetch()
          }}
        />
      ) : null}
    </section>
  )
}

interface NewUserFields {
  readonly login: string
  readonly name: string
  readonly role: (typeof ROLES)[number]
  readonly password?: string
  readonly badge?: string
  readonly pin?: string
}

function NewUser({ onClose }: { onClose(): void }): ReactNode {
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
        <Form.Item name="role" label={t('access.role')}>
          <Segmented block options={ROLES.map((value) => ({ value, label: t(`access.roles.${value}`) }))} />
        </Form.Item>
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
