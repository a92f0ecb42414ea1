import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../../shared/values/format-date'
import { useChain, useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import { usePrintPaper } from '../../../app/documents/print-paper'
import { api, engine, type Engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { usePageTab, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { DocumentFrame, MoneyText, useLanguage, Waiting, type DocumentAction } from '../../../ui'
import { CloseTillDialog } from './till-bar'

type Till = Awaited<ReturnType<Engine['counter']['getTill']>>

export function TillPage({ params }: { readonly params: PageParams }): ReactNode {
  const { data } = useQuery(api.counter.getTill.queryOptions({ input: { id: Number(params['id']) } }))
  return data === undefined ? <Waiting /> : <ShownTill till={data} />
}

/** A till from its float to its count, as its Z report has it. */
function ShownTill({ till }: { readonly till: Till }): ReactNode {
  const { id, number, state } = till
  const { t } = useTranslation()
  const language = useLanguage()
  const tab = usePageTab()
  const tag = useStateTag()
  const canSell = useCan('sales.post')
  const [isClosing, setClosing] = useState(false)
  const paper = usePrintPaper()
  const side = useJournalPart('counter.till', id)
  const chain = useChain(till.chain, { kind: 'counter.till', number, state })
  useEffect(() => tab.setTitle(number), [tab, number])
  const time = (instant: string): string => formatDateTime(Date.parse(instant), language)
  const save = async (): Promise<void> => {
    const { fileName, pdf } = await engine.counter.tillPdf({ id, locale: language })
    savePdf(fileName, pdf)
  }
  const actions: DocumentAction[] =
    state === 'open'
      ? []
      : [
          {
            key: 'paper',
            label: t('labels.printing.print'),
            onPress: () => paper.print({ paper: 'tillReport', sourceId: id }),
          },
          { key: 'pdf', label: t('sales.pdf'), onPress: () => void save() },
        ]
  return (
    <>
      <DocumentFrame
        title={t('app.kinds.counter.till')}
        number={number}
        state={tag(state)}
        chain={chain}
        refusal={paper.refusal}
        facts={[
          { key: 'cashier', label: t('counter.soldBy'), value: till.cashier },
          { key: 'account', label: t('counter.till.account'), value: till.account },
          ...(till.station === '' ? [] : [{ key: 'station', label: t('counter.till.station'), value: till.station }]),
          { key: 'opened', label: t('counter.till.openedAt'), value: time(till.openedAt) },
          ...(till.closedAt === null
            ? []
            : [
                {
                  key: 'closed',
                  label: t('counter.till.closedAt'),
                  value: `${time(till.closedAt)} ${till.closedBy ?? ''}`,
                },
              ]),
          ...(till.allowedBy === null
            ? []
            : [{ key: 'allowed', label: t('counter.till.allowedBy'), value: till.allowedBy }]),
        ]}
        lines={<Report till={till} />}
        notes={till.reason === '' ? null : <p>{till.reason}</p>}
        {...(till.countedMinor === null ? {} : { total: <MoneyText amountMinor={till.countedMinor} /> })}
        side={side}
        actions={actions}
        {...(state === 'open' && canSell
          ? { primary: { label: t('counter.till.close'), onPress: () => setClosing(true) } }
          : {})}
      />
      {paper.prompt}
      {isClosing ? <CloseTillDialog till={till} onClose={() => setClosing(false)} /> : null}
    </>
  )
}

function Report({ till }: { readonly till: Till }): ReactNode {
  const { t } = useTranslation()
  const rows: readonly (readonly [string, number | null])[] = [
    [t('counter.till.float'), till.floatMinor],
    ...(till.sales === null
      ? []
      : [
          [t('counter.till.salesCount', { count: till.sales.count }), till.sales.grossMinor] as const,
          [t('counter.till.otherIn'), till.otherInMinor] as const,
          [t('counter.till.otherOut'), 0 - (till.otherOutMinor ?? 0)] as const,
          [t('counter.till.expected'), till.expectedMinor] as const,
        ]),
    ...(till.countedMinor === null
      ? []
      : [
          [t('counter.till.counted'), till.countedMinor] as const,
          [t('counter.till.difference'), till.differenceMinor] as const,
          [t('counter.till.taken'), 0 - (till.takenMinor ?? 0)] as const,
          [t('counter.till.left'), till.countedMinor - (till.takenMinor ?? 0)] as const,
        ]),
  ]
  return (
    <>
      <table className="k-table" aria-label={t('counter.till.report')} style={{ maxWidth: 520 }}>
        <tbody>
          {rows.map(([label, minor]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="k-right">
                <MoneyText amountMinor={minor ?? 0} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {till.sales === null ? <p className="k-soft">{t('counter.till.blind')}</p> : null}
      {till.closingPieces.length === 0 ? null : (
        <table className="k-table" style={{ maxWidth: 520 }}>
          <caption>{t('counter.till.byPieces')}</caption>
          <tbody>
            {till.closingPieces.map(({ faceMinor, pieces }) => (
              <tr key={faceMinor}>
                <th scope="row">
                  {pieces} × <MoneyText amountMinor={faceMinor} />
                </th>
                <td className="k-right">
                  <MoneyText amountMinor={faceMinor * pieces} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
