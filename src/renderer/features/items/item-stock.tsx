import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { GoodsQuantity } from '../../app/documents/goods-quantity'
import { api } from '../../app/engine'
import { useNavigation } from '../../app/pages'
import { DateText, Fact, MoneyText, QuantityText } from '../../ui'

/** Where an item lies, what is promised to whom, what is free. */
export function ItemStock({ itemId, unit }: { readonly itemId: number; readonly unit: string }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  const { data: stock } = useQuery(api.inventory.itemStock.queryOptions({ input: { itemId } }))
  const { data: listed } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  if (stock === undefined) return null
  const item = { id: itemId, baseUnit: unit }
  const warehouses = canOpen('inventory.cost') && stock.onHandMicro > 0 ? (listed?.rows ?? []) : []
  return (
    <section className="k-fieldset" aria-label={t('items.stock')}>
      <dl className="k-facts">
        <Fact label={t('items.onHand')}>
          <QuantityText quantityMicro={stock.onHandMicro} unit={unit} />
        </Fact>
        <Fact label={t('items.reserved')}>
          <QuantityText quantityMicro={stock.reservedMicro} unit={unit} />
        </Fact>
        <Fact label={t('items.free')}>
          <QuantityText quantityMicro={stock.freeMicro} unit={unit} />
        </Fact>
        {stock.valueMinor === null ? null : (
          <Fact label={t('items.value')}>
            <MoneyText amountMinor={stock.valueMinor} />
            {warehouses.map((warehouse) => (
              <button
                key={warehouse.id}
                type="button"
                className="k-plain k-link k-why"
                onClick={() => open('inventory.cost', { itemId, warehouseId: warehouse.id })}
              >
                {warehouses.length === 1 ? t('inventory.whyCost') : `${t('inventory.whyCost')} ${warehouse.name}`}
              </button>
            ))}
          </Fact>
        )}
      </dl>
      {stock.balances.length === 0 ? (
        <p className="k-soft">{t('items.nowhere')}</p>
      ) : (
        <table className="k-table">
          <thead>
            <tr>
              <th scope="col">{t('items.bin')}</th>
              <th scope="col">{t('items.lot')}</th>
              <th scope="col">{t('items.expiry')}</th>
              <th scope="col">{t('items.status')}</th>
              <th scope="col" className="k-right">
                {t('items.quantity')}
              </th>
            </tr>
          </thead>
          <tbody>
            {stock.balances.map((balance) => (
              <tr key={`${balance.bin.id}-${balance.lot?.id ?? 0}-${balance.status}`}>
                <td>{balance.bin.code}</td>
                <td>{balance.lot?.code ?? ''}</td>
                <td>
                  <DateText date={balance.lot?.expiresOn} />
                </td>
                <td>{t(`items.statuses.${balance.status}`)}</td>
                <td className="k-right">
                  <GoodsQuantity item={item} quantityMicro={balance.quantityMicro} pieces={balance.pieces} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {stock.reservations.length === 0 ? null : (
        <p>
          {t('items.reservedBy')}{' '}
          {stock.reservations.map((reservation) => (
            <button
              key={`${reservation.sourceKind}-${reservation.sourceId}`}
              type="button"
              className="k-plain k-link k-gap"
              disabled={!canOpen(reservation.sourceKind)}
              onClick={() => open(reservation.sourceKind, { id: reservation.sourceId })}
            >
              {reservation.number} (<QuantityText quantityMicro={reservation.openMicro} />)
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
