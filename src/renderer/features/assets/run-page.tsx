import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { useReversal } from '../../app/documents/reverse-dialog'
import { DateText, DocumentFrame, MoneyText, Waiting } from '../../ui'

/** One month's depreciation, asset by asset. */
export function RunPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.assets.reverseRun)
  const { data: run } = useQuery(api.assets.getRun.queryOptions({ input: { id } }))
  const side = useJournalPart('assets.run', id)
  useEffect(() => {
    if (run !== undefined) tab.setTitle(run.number)
  }, [tab, run])
  if (run === undefined) return <Waiting />
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.assets.run')}
        number={run.number}
        state={tag(run.state)}
        facts={[
          { key: 'month', label: t('assets.month'), value: run.month.slice(0, 7) },
          { key: 'on', label: t('assets.postedOn'), value: <DateText date={run.postedOn} /> },
        ]}
        total={<MoneyText amountMinor={run.amountMinor} />}
        lines={
          <table className="k-table" aria-label={t('assets.list')}>
            <tbody>
              {run.lines.map((line, at) => (
                <tr key={at}>
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      onClick={() => open('assets.asset', { id: line.id })}
                    >
                      {line.number}
                    </button>
                  </td>
                  <td>{line.name}</td>
                  <td className="k-right">
                    <MoneyText amountMinor={line.amountMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        side={side}
        actions={reversal.actions(run.state === 'posted')}
      />
      {reversal.dialog(run.number)}
    </>
  )
}
