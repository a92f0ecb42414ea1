import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useJournalPart } from '../../app/documents/document-parts'
import { api, engine } from '../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../app/pages'
import { ReverseDialog } from '../../app/documents/reverse-dialog'
import { useCan, useSession } from '../../app/session'
import { DateText, DocumentFrame, MoneyText, Waiting, type DocumentAction, type DocumentFact } from '../../ui'
import { DisposeDialog, ImpairDialog, UnitsDialog } from './asset-dialogs'

type Asked = 'dispose' | 'impair' | 'units' | 'reverse' | 'bringBack'

/** One asset: what it is, what it is worth, what happened to it. */
export function AssetPage({ params }: { readonly params: PageParams }): ReactNode {
  const id = Number(params['id'])
  const { t } = useTranslation()
  const { company } = useSession()
  const { open, canOpen } = useNavigation()
  const tab = usePageTab()
  const canWrite = useCan('accounting.post')
  const canReverse = useCan('documents.reverse')
  const [asked, setAsked] = useState<Asked>()
  const { data: asset } = useQuery(api.assets.getAsset.queryOptions({ input: { id } }))
  const side = useJournalPart('assets.asset', id)
  useEffect(() => {
    if (asset !== undefined) tab.setTitle(asset.number)
  }, [tab, asset])
  if (asset === undefined) return <Waiting />
  const isInUse = asset.state === 'in-use'
  const done = (): void => setAsked(undefined)
  const fact = (key: 'location' | 'custodian' | 'serialNumber' | 'note'): DocumentFact[] =>
    asset[key] === '' ? [] : [{ key, label: t(`assets.${key}`), value: asset[key] }]
  const action = (key: Asked, label: string, isDanger = false): DocumentAction => ({
    key,
    label,
    isDanger,
    onPress: () => setAsked(key),
  })
  const isUntouched = asset.changes.filter(({ kind }) => kind !== 'acquisition').length === 0
  const actions = [
    ...(canWrite && isInUse && asset.method === 'units' ? [action('units', t('assets.setUnits'))] : []),
    ...(canWrite && isInUse && company.pack !== 'cn-sbe' ? [action('impair', t('assets.impair'))] : []),
    ...(canReverse && isInUse && isUntouched ? [action('reverse', t('app.reverse.do'), true)] : []),
    ...(canReverse && asset.state === 'disposed' ? [action('bringBack', t('assets.bringBack'), true)] : []),
  ]
  return (
    <>
      <DocumentFrame
        title={asset.name}
        number={asset.number}
        state={{
          tone: isInUse ? 'good' : asset.state === 'disposed' ? 'neutral' : 'bad',
          label: t(`assets.states.${asset.state}`),
        }}
        facts={[
          { key: 'category', label: t('assets.category'), value: asset.category.name },
          { key: 'acquiredOn', label: t('assets.acquiredOn'), value: <DateText date={asset.acquiredOn} /> },
          { key: 'inServiceOn', label: t('assets.inServiceOn'), value: <DateText date={asset.inServiceOn} /> },
          { key: 'method', label: t('assets.method'), value: t(`assets.methods.${asset.method}`) },
          { key: 'life', label: t('assets.lifeMonths'), value: asset.lifeMonths },
          { key: 'residual', label: t('assets.residualMinor'), value: <MoneyText amountMinor={asset.residualMinor} /> },
          ...(asset.supplier === null
            ? []
            : [{ key: 'supplier', label: t('assets.supplier'), value: asset.supplier.name }]),
          ...fact('location'),
          ...fact('custodian'),
          ...fact('serialNumber'),
          ...fact('note'),
        ]}
        total={<MoneyText amountMinor={asset.valueMinor} />}
        lines={
          <table className="k-table" aria-label={t('assets.history')}>
            <thead>
              <tr>
                <th scope="col">{t('assets.postedOn')}</th>
                <th scope="col">{t('assets.what')}</th>
                <th scope="col">{t('assets.number')}</th>
                <th scope="col" className="k-right">
                  {t('assets.costMinor')}
                </th>
                <th scope="col" className="k-right">
                  {t('assets.accumulatedMinor')}
                </th>
              </tr>
            </thead>
            <tbody>
              {asset.changes.map((change) => (
                <tr key={change.id}>
                  <td>
                    <DateText date={change.postedOn} />
                  </td>
                  <td>
                    {t(`assets.changes.${change.kind}`)}
                    {change.month === null ? null : ` ${change.month.slice(0, 7)}`}
                    {change.isReversal ? <span className="k-soft"> {t('app.states.reversed')}</span> : null}
                  </td>
                  <td>
                    {change.sourceKind !== 'assets.asset' && canOpen(change.sourceKind) ? (
                      <button
                        type="button"
                        className="k-plain k-link"
                        onClick={() => open(change.sourceKind, { id: change.sourceId })}
                      >
                        {change.number}
                      </button>
                    ) : (
                      change.number
                    )}
                  </td>
                  <td className="k-right">
                    <MoneyText amountMinor={change.costMinor} />
                  </td>
                  <td className="k-right">
                    <MoneyText amountMinor={change.accumulatedMinor} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        }
        totals={[
          { key: 'cost', label: t('assets.costMinor'), value: <MoneyText amountMinor={asset.costMinor} /> },
          {
            key: 'accumulated',
            label: t('assets.accumulatedMinor'),
            value: <MoneyText amountMinor={asset.accumulatedMinor} />,
          },
          {
            key: 'value',
            label: t('assets.valueMinor'),
            value: <MoneyText amountMinor={asset.valueMinor} />,
            isStrong: true,
          },
        ]}
        side={side}
        actions={actions}
        {...(canWrite && isInUse
          ? { primary: { label: t('assets.dispose'), onPress: () => setAsked('dispose') } }
          : {})}
      />
      {asked === 'dispose' ? <DisposeDialog assetId={id} onClose={done} /> : null}
      {asked === 'impair' ? <ImpairDialog assetId={id} onClose={done} /> : null}
      {asked === 'units' ? <UnitsDialog assetId={id} onClose={done} /> : null}
      {asked === 'reverse' ? (
        <ReverseDialog id={id} number={asset.number} reverse={engine.assets.reverseAcquisition} onClose={done} />
      ) : null}
      {asked === 'bringBack' ? (
        <ReverseDialog id={id} number={asset.number} reverse={engine.assets.reverseDisposal} onClose={done} />
      ) : null}
    </>
  )
}
