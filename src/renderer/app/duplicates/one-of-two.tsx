import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DateText, Dialog, RefusalAlert, StateTag } from '../../ui'
import { useCommand } from '../commands'
import { api, engine } from '../engine'
import { useNavigation } from '../pages'
import { useSession } from '../session'
import { MergeDialog } from './merge-dialog'

type Noun = 'item' | 'partner'

/** What becomes of a record that is not needed: archived, brought back, or merged into the one that it doubles. */
export function OneOfTwo(props: { readonly noun: Noun; readonly id: number; readonly name: string }): ReactNode {
  const { noun, id, name } = props
  const { t } = useTranslation()
  const { open } = useNavigation()
  const queries = useQueryClient()
  const [isMerging, setMerging] = useState(false)
  const [isArchiving, setArchiving] = useState(false)
  const archive = useCommand(noun === 'item' ? engine.items.archiveItem : engine.parties.archivePartner)
  const restore = useCommand(noun === 'item' ? engine.items.restoreItem : engine.parties.restorePartner)
  const refusal = archive.refusal ?? restore.refusal
  const { data: standing } = useQuery(api.duplicates.standing.queryOptions({ input: { noun, id } }))
  const kind = noun === 'item' ? 'items.item' : 'parties.partner'
  if (standing === undefined) return null
  const { active, mergedInto } = standing
  return (
    <section className="k-fieldset" aria-label={t(`duplicates.title.${noun}`)}>
      {refusal === undefined ? null : <RefusalAlert refusal={refusal} />}
      <p className="k-toolbar-line">
        {active ? (
          <>
            <Button onClick={() => setArchiving(true)}>{t('duplicates.archive')}</Button>
            <Button onClick={() => setMerging(true)}>{t('duplicates.open')}</Button>
          </>
        ) : (
          <>
            <StateTag tone="neutral" label={t('duplicates.archived')} />
            {mergedInto === null ? (
              <Button
                loading={restore.isRunning}
                onClick={() => void restore.run({ id }).then(() => queries.invalidateQueries())}
              >
                {t('duplicates.restore')}
              </Button>
            ) : (
              <Button type="link" onClick={() => open(kind, { id: mergedInto.id })}>
                {t('duplicates.mergedInto')} {mergedInto.code} {mergedInto.name}
              </Button>
            )}
          </>
        )}
      </p>
      <MergedIn noun={noun} id={id} />
      {isMerging ? <MergeDialog noun={noun} fromId={id} onClose={() => setMerging(false)} /> : null}
      {isArchiving ? (
        <Dialog
          title={`${t('duplicates.archive')}: ${name}`}
          okText={t('duplicates.archive')}
          cancelText={t('app.cancel')}
          onCancel={() => setArchiving(false)}
          onOk={() =>
            void archive.run({ id }).then(() => {
              setArchiving(false)
              return queries.invalidateQueries()
            })
          }
        >
          <p>{t('duplicates.archiveHint')}</p>
        </Dialog>
      ) : null}
    </section>
  )
}

/** Merges into or of this one, with the way back. */
function MergedIn({ noun, id }: { readonly noun: Noun; readonly id: number }): ReactNode {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { company } = useSession()
  const undo = useCommand(engine.duplicates.undoMerge)
  const { data } = useQuery(api.duplicates.listMerges.queryOptions({ input: { noun, limit: 100 } }))
  const rows = (data?.rows ?? []).filter(
    ({ from, into, undoneAt }) => undoneAt === null && (from.id === id || into.id === id),
  )
  if (rows.length === 0) return null
  return (
    <>
      {undo.refusal === undefined ? null : <RefusalAlert refusal={undo.refusal} onClose={undo.clearRefusal} />}
      <table className="k-table">
        <caption>{t('duplicates.merged')}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                {row.from.code} {row.from.name} → {row.into.code} {row.into.name}
              </td>
              <td>
                <DateText date={row.mergedOn} />
              </td>
              <td>{row.mergedBy}</td>
              <td className="k-right">
                <Button
                  size="small"
                  loading={undo.isRunning}
                  onClick={() =>
                    void undo.run({ id: row.id, undoneOn: company.today }).then(() => queries.invalidateQueries())
                  }
                >
                  {t('duplicates.undo')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
