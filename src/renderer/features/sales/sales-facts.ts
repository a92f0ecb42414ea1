import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPrice, formatQuantity } from '../../../shared/values/format'
import { formatDate } from '../../../shared/values/format-date'
import { engine } from '../../app/engine'
import type { Wanted } from '../../app/orders/order-editor'
import { packsToType, type ItemFacts } from '../../app/orders/order-lines'
import { useSession } from '../../app/session'
import { useLanguage } from '../../ui'

type FactsOf = (itemId: number, customerId: number | undefined, wanted?: Wanted) => Promise<ItemFacts>

/** What choosing an item for a customer brings: packs, price, the last prices, and when how much of it can leave. */
export function useSalesFacts(
  warehouseId: number | undefined,
  rates: readonly { readonly taxCode: string; readonly rateMicro: number }[] | undefined,
): FactsOf {
  const { t } = useTranslation()
  const { company } = useSession()
  const { currency, today } = company
  const language = useLanguage()
  return useMemo(() => {
    const noteOf = (
      item: { kind: string; baseUnit: string },
      advice: { freeMicro: number; promiseOn: string | null },
    ): string => {
      if (item.kind === 'service') return ''
      const free = t('sales.freeNow', { quantity: `${formatQuantity(advice.freeMicro)} ${item.baseUnit}` })
      if (advice.promiseOn === null) return `${free} · ${t('sales.noPromise')}`
      return advice.promiseOn <= today ? free : `${free} · ${formatDate(advice.promiseOn, language)}`
    }
    return async (itemId, customerId, wanted) => {
      const [item, advice, substitutes] = await Promise.all([
        engine.items.getItem({ id: itemId }),
        engine.sales.lineAdvice({
          itemId,
          warehouseId: warehouseId ?? 0,
          ...(customerId === undefined ? {} : { customerId }),
          ...(wanted?.packId === undefined ? {} : { packId: wanted.packId }),
          ...(wanted?.quantityMicro === undefined || wanted.quantityMicro <= 0
            ? {}
            : { quantityMicro: wanted.quantityMicro }),
        }),
        engine.items.listSubstitutes({ itemId }),
      ])
      // Where too little is free, what may be given instead stands beside it.
      const isShort = item.kind === 'stock' && advice.freeMicro < Math.max(wanted?.quantityMicro ?? 1, 1)
      const instead = isShort ? substitutes.rows.map(({ code }) => code).join(', ') : ''
      return {
        packs: await packsToType(item),
        priceMicro: advice.priceMicro,
        lastPrices: advice.lastPrices.map((last) => formatPrice(last.priceMicro, { currency })).join('  '),
        unitCostMicro: advice.unitCostMicro,
        taxRateMicro: rates?.find((rate) => rate.taxCode === item.taxCode)?.rateMicro ?? 0,
        note: [noteOf(item, advice), instead === '' ? '' : t('sales.instead', { items: instead })]
          .filter((text) => text !== '')
          .join(' · '),
      }
    }
  }, [t, language, warehouseId, rates, currency, today])
}
