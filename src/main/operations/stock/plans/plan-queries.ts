import { refuse } from '../../../../shared/errors'
import { requireItem } from '../../../foundation/items'
import type { Reader } from '../../../kernel/db'
import { pickable } from '../../../ledgers/inventory'
import { planStore, type PlanState } from './plan-store'

export function listPlans(
  reader: Reader,
  input: {
    readonly warehouseId?: number | undefined
    readonly state?: PlanState | undefined
    readonly limit: number
    readonly offset: number
  },
) {
  const { rows, total } = planStore.list(reader, {
    ...input,
    warehouseId: input.warehouseId ?? 0,
    state: input.state ?? '',
  })
  return {
    rows: rows.map(({ conversionId, ...plan }) => ({
      ...plan,
      conversionId,
      made: planStore
        .lines(reader, plan.id)
        .filter((line) => line.side === 'made')
        .map((line) => requireItem(reader, line.itemId).name)
        .join(', '),
    })),
    total,
    sums: {},
  }
}

const PLACE = `
  SELECT b.code AS binCode, l.code AS lotCode, l.expires_on AS expiresOn FROM v_warehouse_bin b
  LEFT JOIN v_inventory_lot l ON l.id = ?2 WHERE b.id = ?1`

/** A plan with where its goods may be taken, what expires first before what expires later. */
export function getPlan(reader: Reader, input: { readonly id: number }) {
  const plan = planStore.byId(reader, input.id) ?? refuse('stock.planUnknown', {}, 'id')
  const lines = planStore.lines(reader, plan.id).map((line) => {
    const { id, code, name, baseUnit, lotTracked, shelfLifeDays } = requireItem(reader, line.itemId)
    const places =
      line.side === 'made' || plan.state !== 'open'
        ? []
        : pickable(reader, { warehouseId: plan.warehouseId, itemId: line.itemId })
            .filter((place) => place.freeMicro > 0)
            .map(({ binId, lotId, freeMicro }) => {
              const at = reader.first<{ binCode: string; lotCode: string | null; expiresOn: string | null }>(PLACE, [
                binId,
                lotId,
              ])
              return {
                binCode: at?.binCode ?? '',
                lotCode: at?.lotCode ?? null,
                expiresOn: at?.expiresOn ?? null,
                freeMicro,
              }
            })
    return {
      side: line.side,
      item: { id, code, name, baseUnit },
      lotTracked,
      needsExpiry: lotTracked && shelfLifeDays !== null,
      quantityMicro: line.quantityMicro,
      doneMicro: line.doneMicro,
      places,
    }
  })
  return {
    ...plan,
    used: lines.filter((line) => line.side === 'used').map(({ side: _side, ...line }) => line),
    made: lines.filter((line) => line.side === 'made').map(({ side: _side, places: _places, ...line }) => line),
  }
}
