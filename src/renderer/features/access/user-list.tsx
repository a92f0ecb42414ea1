import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { PageHeader, RefusalAlert, ShortcutKeys, StateTag, useShortcuts } from '../../ui'
import { useRoleName } from './role-name'
import { ChangeUser, NewUser, type User } from './user-form'

/** Who may use the program, in which role. */
export function UserList(): ReactNode {
  const { t } = useTranslation()
  const { userId } = useSession()
  const nameOf = useRoleName()
  const [isAdding, setAdding] = useState(false)
  const { data, refetch } = useQuery(api.access.listUsers.queryOptions({ input: {} }))
  const [changed, setChanged] = useState<User>()
  const reactivate = useCommand(engine.access.reactivateUser)
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
      {reactivate.refusal === undefined ? null : <RefusalAlert refusal={reactivate.refusal} />}
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
              <td>{nameOf({ code: user.role, name: user.roleName })}</td>
              <td>{user.hasBadge && user.hasPin ? t('access.hasBadge') : user.hasPin ? t('access.hasPin') : ''}</td>
              <td>
                <StateTag
                  tone={user.active ? 'good' : 'neutral'}
                  label={t(user.active ? 'access.active' : 'access.inactive')}
                />
              </td>
              <td className="k-right">
                {user.active ? (
                  <Button size="small" className="k-gap" onClick={() => setChanged(user)}>
                    {t('access.edit')}
                  </Button>
                ) : (
                  <Button size="small" onClick={() => void reactivate.run({ userId: user.id }).then(() => refetch())}>
                    {t('access.reactivate')}
                  </Button>
                )}
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
      {changed === undefined ? null : (
        <ChangeUser
          key={changed.id}
          user={changed}
          onClose={() => {
            setChanged(undefined)
            void refetch()
          }}
        />
      )}
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
