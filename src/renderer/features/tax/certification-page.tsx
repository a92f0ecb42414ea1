import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalPart, useStateTag } from '../../app/documents/document-parts'
import { useReversal } from '../../app/documents/reverse-dialog'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { DateText, DocumentFrame, MoneyText, Waiting } from '../../ui'

/** The invoices whose input tax was deducted together. */
export function CertificationPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const reversal = useReversal(id, engine.tax.reverseCertification)
  const { data } = useQuery(api.tax.getCertification.queryOptions({ input: { id } }))
  const side = useJournalPart('tax.certification', id)
  useEffect(() => {
    if (data !== undefined) tab.setTitle(data.number)
  }, [tab, data])
  if (data === undefined) return <Waiting />
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.tax.certification')}
        number={data.number}
        state={tag(data.state)}
        facts={[{ key: 'on', label: t('tax.certifiedOn'), value: <DateText date={data.certifiedOn} /> }]}
        total={<MoneyText amountMinor={data.amountMinor} />}
        lines={
          <table className="k-table" aria-label={t('tax.inputTax')}>
            <tbody>
              {data.lines.map((line) => (
                <tr key={`${line.sourceKind} ${line.sourceId}`}>
                  <td>
                    <button
                      type="button"
                      className="k-plain k-link"
                      disabled={!canOpen(line.sourceKind)}
                      onClick={() => open(line.sourceKind, { id: line.sourceId })}
                    >
                      {line.number}
                    </button>
                  </td>
                  <td className="k-right">
                    <MoneyText amountMinor={line.amountMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        side={side}
        actions={reversal.actions(data.state === 'posted')}
      />
      {reversal.dialog(data.number)}
    </>
  )
}
