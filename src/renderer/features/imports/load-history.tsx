import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import dayjs from 'dayjs'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../app/commands'
import { api, engine } from '../../app/engine'
import { RefusalAlert } from '../../ui'
import type { KindName } from './tables-page'

/** What was read in, with the way back. */
export function LoadHistory({ kind }: { readonly kind: KindName }): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const undo = useCommand(engine.imports.undoLoad)
  const { data } = useQuery(api.imports.listLoads.queryOptions({ input: { kind, limit: 50 } }))
  const rows = data?.rows ?? []
  return (
    <>
      {undo.refusal === undefined ? null : <RefusalAlert refusal={undo.refusal} onClose={undo.clearRefusal} />}
      <table className="k-table">
        <caption>{t('imports.history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('imports.file')}</th>
            <th scope="col">{t('imports.at')}</th>
            <th scope="col">{t('imports.by')}</th>
            <th scope="col" className="k-right">
              {t('imports.added')}
            </th>
            <th scope="col" className="k-right">
              {t('imports.changed')}
            </th>
            <th scope="col" aria-label={t('imports.undo')} />
          </tr>
        </thead>
        <tbody>
          {rows.length === 0 ? (
            <tr>
              <td colSpan={6} className="k-soft">
                {t('imports.none')}
              </td>
            </tr>
          ) : null}
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.fileName}</td>
              <td className="k-num">{dayjs(row.runAt).format('YYYY-MM-DD HH:mm')}</td>
              <td>{row.runBy}</td>
              <td className="k-right k-num">{row.added}</td>
              <td className="k-right k-num">{row.changed}</td>
              <td>
                {row.undoneAt === null ? (
                  <Button
                    size="small"
                    loading={undo.isRunning}
                    onClick={() => void undo.run({ id: row.id }).then(() => queries.invalidateQueries())}
                  >
                    {t('imports.undo')}
                  </Button>
                ) : (
                  <span className="k-soft">{t('imports.undone')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
