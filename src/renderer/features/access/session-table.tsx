import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { useSession } from '../../app/session'
import { DateTimeText, RefusalAlert, StateTag, Waiting } from '../../ui'

/** Who is signed in where, and the way to end it. */
export function SessionTable({ isOwn = false }: { readonly isOwn?: boolean }): ReactNode {
  const { t } = useTranslation()
  const { userId } = useSession()
  const { data, refetch } = useQuery(api.access.listSessions.queryOptions({ input: {} }))
  const end = useCommand(engine.access.endSession)
  if (data === undefined) return <Waiting />
  const rows = data.rows.filter((row) => !isOwn || row.userId === userId)
  return (
    <>
      {end.refusal === undefined ? null : <RefusalAlert refusal={end.refusal} />}
      <table className="k-table" aria-label={t('access.sessions')}>
        <thead>
          <tr>
            {isOwn ? null : <th scope="col">{t('access.name')}</th>}
            <th scope="col">{t('access.station')}</th>
            <th scope="col">{t('access.signedInAt')}</th>
            <th scope="col">{t('access.endsAt')}</th>
            <th scope="col">{t('access.state')}</th>
            <th scope="col">
              <span className="k-sr">{t('access.endSession')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {isOwn ? null : <td>{row.userName}</td>}
              <td>{row.station}</td>
              <td>
                <DateTimeText at={Date.parse(row.openedAt)} />
              </td>
              <td>
                <DateTimeText at={Date.parse(row.expiresAt)} />
              </td>
              <td>
                <StateTag
                  tone={row.isThis ? 'good' : 'neutral'}
                  label={t(row.isThis ? 'access.thisSession' : row.isLocked ? 'access.locked' : 'access.open')}
                />
              </td>
              <td className="k-right">
                {row.isThis ? null : (
                  <Button size="small" onClick={() => void end.run({ sessionId: row.id }).then(() => refetch())}>
                    {t('access.endSession')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
