import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../app/commands'
import { useJournalPart, useStateTag } from '../../../app/documents/document-parts'
import type { Refusal } from '../../../../shared/errors'
import { api, asRefusal, engine, type Engine } from '../../../app/engine'
import { savePdf } from '../../../app/lists/save-file'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan, useSession } from '../../../app/session'
import {
  useLanguage,
  DateText,
  DocumentFrame,
  MoneyText,
  QuantityText,
  type DocumentAction,
  Waiting,
} from '../../../ui'

type Count = Awaited<ReturnType<Engine['warehouse']['getCount']>>

/** A count: blind while it runs, then its differences, approved into stock and books. */
export function CountPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, canOpen } = useNavigation()
  const tab = usePageTab()
  const tag = useStateTag()
  const canAdjust = useCan('inventory.adjust')
  const approve = useCommand(engine.warehouse.approveCount)
  const cancel = useCommand(engine.warehouse.cancelCount)
  const { data: count } = useQuery(api.warehouse.getCount.queryOptions({ input: { id } }))
  const journal = useJournalPart('warehouse.count', id)
  const language = useLanguage()
  const [paperRefusal, setPaperRefusal] = useState<Refusal>()
  const title = count?.number ?? t('warehouse.countId', { id })
  useEffect(() => tab.setTitle(title), [tab, title])
  if (count === undefined) return <Waiting />

  const isOpen = count.state === 'counting' || count.state === 'counted'
  const left = count.bins.filter((bin) => !bin.finished)
  const valueMinor = count.lines.reduce((sum, line) => sum + (line.valueMinor ?? 0), 0)
  const paper = async (): Promise<void> => {
    try {
      const { fileName, pdf } = await engine.warehouse.countListPdf({ countId: id, locale: language })
      savePdf(fileName, pdf)
    } catch (error) {
      setPaperRefusal(asRefusal(error))
    }
  }
  const actions: DocumentAction[] = []
  if (isOpen && canOpen('warehouse.station')) {
    actions.push({
      key: 'station',
      label: t('warehouse.goCount'),
      onPress: () => open('warehouse.station', { task: 'count', countId: id }),
    })
  }
  if (count.state === 'counting') {
    actions.push({ key: 'paper', label: t('warehouse.floor.onPaper'), onPress: () => void paper() })
  }
  if (isOpen && canAdjust) {
    actions.push({
      key: 'cancel',
      label: t('warehouse.cancelCount'),
      isDanger: true,
      onPress: () => void cancel.run({ countId: id }),
    })
  }
  return (
    <DocumentFrame
      title={t('app.kinds.warehouse.count')}
      number={count.number ?? `${id}`}
      state={tag(count.state)}
      refusal={approve.refusal ?? cancel.refusal ?? paperRefusal}
      facts={[
        { key: 'countedOn', label: t('warehouse.countedOn'), value: <DateText date={count.countedOn} /> },
        {
          key: 'bins',
          label: t('warehouse.binsCounted'),
          value: t('warehouse.progressOf', { done: count.bins.length - left.length, total: count.bins.length }),
        },
        {
          key: 'mode',
          label: t('warehouse.floor.counting.mode'),
          value: t(count.isFrozen ? 'warehouse.floor.counting.isFrozen' : 'warehouse.floor.counting.isLive'),
        },
        ...(count.note === '' ? [] : [{ key: 'note', label: t('warehouse.note'), value: count.note }]),
      ]}
      {...(count.state === 'approved' ? { total: <MoneyText amountMinor={valueMinor} zeroAsDash={false} /> } : {})}
      lines={<CountLines count={count} />}
      notes={
        left.length === 0 ? null : (
          <p className="k-soft">
            {t('warehouse.binsOpen', {
              bins: left
                .slice(0, 12)
                .map((entry) => entry.bin.code)
                .join(', '),
            })}
            {left.length > 12 ? ' …' : ''}
          </p>
        )
      }
      side={journal}
      actions={actions}
      {...(count.state === 'counted' && canAdjust
        ? {
            primary: {
              label: t('warehouse.approve'),
              isBusy: approve.isRunning,
              onPress: () => void approve.run({ countId: id, approvedOn: company.today }),
            },
          }
        : {})}
    />
  )
}

function CountLines({ count }: { readonly count: Count }): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const [shown, setShown] = useState<'differences' | 'all'>('differences')
  const isBlind = count.state === 'counting' || count.state === 'cancelled'
  if (isBlind && count.lines.length === 0) return <p className="k-soft">{t('warehouse.blind')}</p>
  const lines = isBlind || shown === 'all' ? count.lines : count.lines.filter((line) => line.differenceMicro !== 0)
  return (
    <>
      {isBlind ? (
        <p className="k-soft">{t('warehouse.blind')}</p>
      ) : (
        <Segmented
          size="small"
          value={shown}
          onChange={setShown}
          options={[
            { value: 'differences', label: t('warehouse.onlyDifferences') },
            { value: 'all', label: t('warehouse.allLines') },
          ]}
        />
      )}
      {lines.length === 0 ? (
        <p>{t('warehouse.noDifferences')}</p>
      ) : (
        <table className="k-table" aria-label={t('app.lines.label')}>
          <thead>
            <tr>
              <th scope="col">{t('warehouse.bin')}</th>
              <th scope="col">{t('warehouse.item')}</th>
              <th scope="col">{t('warehouse.lot')}</th>
              {(['counted', 'expected', 'difference', 'value'] as const).map((title) => (
                <th key={title} scope="col" className="k-right">
                  {t(`warehouse.${title}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.bin.id}-${line.item.id}-${line.lot?.id ?? 0}`}>
                <td>{line.bin.code}</td>
                <td>
                  <button
                    type="button"
                    className="k-plain k-link"
                    onClick={() => open('items.item', { id: line.item.id })}
                  >
                    {line.item.code}
                  </button>{' '}
                  {line.item.name}
                </td>
                <td>
                  {line.lot?.code ?? ''} <DateText date={line.lot?.expiresOn} />
                </td>
                <td className="k-right">
                  <QuantityText quantityMicro={line.countedMicro} unit={line.item.baseUnit} />
                </td>
                <td className="k-right">
                  {line.expectedMicro === null ? null : (
                    <QuantityText quantityMicro={line.expectedMicro} unit={line.item.baseUnit} />
                  )}
                </td>
                <td className="k-right">
                  {line.differenceMicro === null ? null : <QuantityText quantityMicro={line.differenceMicro} plus />}
                </td>
                <td className="k-right">
                  {line.valueMinor === null ? null : <MoneyText amountMinor={line.valueMinor} plus />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
