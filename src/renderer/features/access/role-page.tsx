import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RIGHTS } from '../../../shared/contracts/procedure'
import { api, type Engine } from '../../app/engine'
import { PageHeader, ShortcutKeys, useShortcuts, Waiting } from '../../ui'
import './access.css'
import { NewRole } from './new-role'
import { RoleRights } from './role-rights'
import { useRoleName } from './role-name'

export type Role = Awaited<ReturnType<Engine['access']['listRoles']>>['rows'][number]

/** What everybody can do beside signing in: not counted. */
const FIXED = 2

/** At the left who there is, at the right what one may do. */
export function RolePage(): ReactNode {
  const { t } = useTranslation()
  const nameOf = useRoleName()
  const { data, refetch } = useQuery(api.access.listRoles.queryOptions({ input: {} }))
  const [chosen, setChosen] = useState('clerk')
  const [isAdding, setAdding] = useState(false)
  useShortcuts(t('ui.shortcuts.page'), [{ keys: 'N', label: t('access.newRole'), run: () => setAdding(true) }])
  if (data === undefined) return <Waiting />
  const role = data.rows.find(({ code }) => code === chosen) ?? data.rows[0]
  return (
    <section className="k-page k-scroll">
      <PageHeader
        title={t('access.rolesTitle')}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('access.newRole')} <ShortcutKeys keys="N" />
          </Button>
        }
      />
      <div className="k-roles">
        <nav className="k-role-list" aria-label={t('access.rolesTitle')}>
          {data.rows.map((row) => (
            <button
              key={row.code}
              type="button"
              className="k-plain k-role"
              aria-current={row.code === role?.code ? 'true' : undefined}
              onClick={() => setChosen(row.code)}
            >
              <strong>{nameOf(row)}</strong>
              <span className="k-soft">
                {row.name === ''
                  ? t('access.presetTag')
                  : t('access.basedOnTag', { role: t(`access.roles.${row.basedOn}`) })}
              </span>
              <span className="k-soft">
                {t('access.people', { count: row.users })} ·{' '}
                {t('access.rightsCount', { count: row.rights.length - FIXED, all: RIGHTS.length - FIXED })}
              </span>
            </button>
          ))}
        </nav>
        {role === undefined ? null : <RoleRights key={role.code} role={role} onSaved={() => void refetch()} />}
      </div>
      {isAdding ? (
        <NewRole
          roles={data.rows}
          onClose={(code) => {
            setAdding(false)
            if (code !== undefined) void refetch().then(() => setChosen(code))
          }}
        />
      ) : null}
    </section>
  )
}
