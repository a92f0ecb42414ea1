import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type Engine } from '../../../app/engine'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { DateText, Fact, MoneyText, PageHeader, PriceText, QuantityText, Waiting } from '../../../ui'

type Lineage = Awaited<ReturnType<Engine['inventory']['costLineage']>>

const numberOf = (params: PageParams, key: string): number | undefined =>
  params[key] === undefined ? undefined : Number(params[key])

/** Why a cost is what it is: every step of the average, or the layers that goods came out of. */
export function CostPage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  const tab = usePageTab()
  const { data } = useQuery(
    api.inventory.costLineage.queryOptions({
      input: {
        movementId: numberOf(params, 'movementId'),
        itemId: numberOf(params, 'itemId'),
        warehouseId: numberOf(params, 'warehouseId'),
      },
    }),
  )
  useEffect(() => {
    if (data !== undefined) tab.setTitle(t('inventory.costOf', { item: data.item.code }))
  }, [tab, t, data])
  if (data === undefined) return <Waiting />
  return (
    <section className="k-form-page">
      <PageHeader
        title={t('inventory.costOf', { item: `${data.item.code} ${data.item.name}` })}
        hint={t(data.layers.length > 0 ? 'inventory.layersHint' : 'inventory.averageHint')}
      />
      <dl className="k-facts">
        <Fact label={t('inventory.unitCost')}>
          <PriceText priceMicro={data.unitCostMicro ?? 0} />
        </Fact>
        <Fact label={t('inventory.quantity')}>
          <QuantityText quantityMicro={data.quantityMicro} unit={data.item.baseUnit} />
        </Fact>
        <Fact label={t('inventory.value')}>
          <MoneyText amountMinor={data.valueMinor ?? 0} />
        </Fact>
        <Fact label={t('inventory.method')}>{t(`inventory.methods.${data.method}`)}</Fact>
      </dl>
      {data.layers.length > 0 ? <Layers layers={data.layers} /> : <Steps steps={data.steps} />}
    </section>
  )
}

function Source({
  step,
}: {
  readonly step: { sourceKind: string; sourceId: number; number: string | null }
}): ReactNode {
  const { t, i18n } = useTranslation()
  const { open, canOpen } = useNavigation()
  const kind = `app.kinds.${step.sourceKind}`
  const text = step.number ?? (i18n.exists(kind) ? t(kind) : t('inventory.costingMethods'))
  if (!canOpen(step.sourceKind)) return text
  return (
    <button type="button" className="k-plain k-link" onClick={() => open(step.sourceKind, { id: step.sourceId })}>
      {text}
    </button>
  )
}

function Steps({ steps }: { readonly steps: Lineage['steps'] }): ReactNode {
  const { t } = useTranslation()
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="col">{t('inventory.on')}</th>
          <th scope="col">{t('inventory.source')}</th>
          {(['quantityChange', 'valueChange', 'quantityThen', 'worthThen', 'average'] as const).map((key) => (
            <th key={key} scope="col" className="k-right">
              {t(`inventory.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {steps.map((step, at) => (
          <tr key={at}>
            <td>
              <DateText date={step.postedOn} />
            </td>
            <td>
              <Source step={step} />
            </td>
            <td className="k-right">
              <QuantityText quantityMicro={step.quantityMicro} plus />
            </td>
            <td className="k-right">
              <MoneyText amountMinor={step.valueMinor ?? 0} plus />
            </td>
            <td className="k-right">
              <QuantityText quantityMicro={step.onHandMicro} />
            </td>
            <td className="k-right">
              <MoneyText amountMinor={step.stockMinor ?? 0} />
            </td>
            <td className="k-right">
              {step.onHandMicro === 0 ? null : (
                <PriceText priceMicro={Math.round(((step.stockMinor ?? 0) * 1e10) / step.onHandMicro)} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Layers({ layers }: { readonly layers: Lineage['layers'] }): ReactNode {
  const { t } = useTranslation()
  return (
    <table className="k-table">
      <thead>
        <tr>
          <th scope="col">{t('inventory.openedOn')}</th>
          <th scope="col">{t('inventory.source')}</th>
          <th scope="col">{t('inventory.lot')}</th>
          {(['boughtFor', 'changedBy', 'took', 'value', 'unitCost'] as const).map((key) => (
            <th key={key} scope="col" className="k-right">
              {t(`inventory.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => (
          <tr key={layer.id}>
            <td>
              <DateText date={layer.openedOn} />
            </td>
            <td>
              <Source step={layer} />
            </td>
            <td>{layer.lotCode ?? ''}</td>
            <td className="k-right">
              <QuantityText quantityMicro={layer.boughtMicro} /> · <MoneyText amountMinor={layer.boughtMinor ?? 0} />
            </td>
            <td className="k-right">
              {layer.changes.map((change, at) => (
                <div key={at}>
                  <Source step={change} /> <MoneyText amountMinor={change.valueMinor ?? 0} plus />
                </div>
              ))}
            </td>
            <td className="k-right">
              <QuantityText quantityMicro={layer.quantityMicro} />
            </td>
            <td className="k-right">
              <MoneyText amountMinor={layer.valueMinor ?? 0} />
            </td>
            <td className="k-right">
              <PriceText priceMicro={layer.unitCostMicro ?? 0} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
