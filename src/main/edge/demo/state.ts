import { MICRO } from '../../../shared/values/integers'
import type { Client } from '../direct'

/** An item with what the people of a played day know about it. */
export interface StockedItem {
  readonly id: number
  readonly code: string
  readonly supplierId: number | null
  readonly shelfLifeDays: number | null
  readonly salesPriceMicro: number
  readonly purchasePriceMicro: number
  readonly basePackId: number
  readonly casePackId: number
  readonly inCase: number
  readonly inInner: number
  readonly innerPackId: number
  readonly barcode: string
  readonly innerBarcode: string
  readonly caseBarcode: string
  /** Base units that a usual day sells. */
  readonly dailyUnits: number
}

const PAGE = 500

/** What does not change from day to day, read once; and the stock, read when asked. */
export class DemoState {
  readonly warehouseId: number
  readonly customerIds: readonly number[]
  readonly supplierIds: readonly number[]
  /** Best sellers first. */
  readonly items: readonly StockedItem[]
  readonly #byId: ReadonlyMap<number, StockedItem>

  constructor(private readonly client: Client) {
    this.warehouseId = client.warehouse.listWarehouses({}).rows[0]?.id ?? 0
    this.customerIds = client.parties.listPartners({ side: 'customer', limit: PAGE }).rows.map((row) => row.id)
    this.supplierIds = client.parties.listPartners({ side: 'supplier', limit: PAGE }).rows.map((row) => row.id)
    const rows = client.items.listItems({ kind: 'stock', limit: PAGE }).rows.toSorted((a, b) => a.id - b.id)
    this.items = rows.map((row, index) => readItem(client, row.id, rankOf(index, rows.length))).toSorted(byRank)
    this.#byId = new Map(this.items.map((item) => [item.id, item]))
  }

  item(id: number): StockedItem {
    const item = this.#byId.get(id)
    if (item === undefined) throw new Error(`item ${id} is no item of the demonstration`)
    return item
  }

  /** True before the first order to a supplier. */
  isEmpty(): boolean {
    return this.client.purchasing.listOrders({ limit: 1 }).total === 0
  }

  /** What is free to sell now, base units by item. */
  freeUnits(): Map<number, number> {
    const { rows } = this.client.inventory.listStock({ warehouseId: this.warehouseId, limit: PAGE })
    return new Map(rows.map((row) => [row.item.id, Math.floor(row.freeMicro / MICRO)]))
  }

  /** Cases to order so that stock and what is on its way last three weeks. */
  needs(): { item: StockedItem; cases: number }[] {
    const free = this.freeUnits()
    const coming = this.unitsOnOrder()
    return this.items.flatMap((item) => {
      const units = (free.get(item.id) ?? 0) + (coming.get(item.id) ?? 0)
      const horizon = Math.min(15, Math.max(3, Math.floor((item.shelfLifeDays ?? 90) / 4)))
      if (units > item.dailyUnits * Math.ceil(horizon / 2)) return []
      return [{ item, cases: Math.max(1, Math.ceil((item.dailyUnits * horizon - units) / item.inCase)) }]
    })
  }

  private unitsOnOrder(): Map<number, number> {
    const coming = new Map<number, number>()
    for (const state of ['confirmed', 'partly-received']) {
      for (const { id } of this.client.purchasing.listOrders({ state, limit: PAGE }).rows) {
        for (const line of this.client.purchasing.getOrder({ id }).lines) {
          const open = (line.quantityMicro - line.receivedMicro) / MICRO
          coming.set(line.item.id, (coming.get(line.item.id) ?? 0) + open)
        }
      }
    }
    return coming
  }
}

function byRank(a: StockedItem, b: StockedItem): number {
  return b.dailyUnits - a.dailyUnits || a.id - b.id
}

/** Spreads the ranks over the catalogue, so that each category has its best sellers. */
function rankOf(index: number, count: number): number {
  return (index * 67) % count
}

function readItem(client: Client, id: number, rank: number): StockedItem {
  const item = client.items.getItem({ id })
  const [base, inner, box] = item.packs.toSorted((a, b) => a.baseQuantity - b.baseQuantity)
  if (base === undefined || inner === undefined || box === undefined) throw new Error(`${item.code} lacks a pack level`)
  return {
    id,
    code: item.code,
    supplierId: item.supplierId,
    shelfLifeDays: item.shelfLifeDays,
    salesPriceMicro: item.salesPriceMicro,
    purchasePriceMicro: item.purchasePriceMicro ?? 0,
    basePackId: base.id,
    innerPackId: inner.id,
    casePackId: box.id,
    inInner: inner.baseQuantity,
    inCase: box.baseQuantity,
    barcode: base.barcodes[0] ?? '',
    innerBarcode: inner.barcodes[0] ?? '',
    caseBarcode: box.barcodes[0] ?? '',
    dailyUnits: Math.max(2, Math.round(60 / (1 + rank / 12))),
  }
}
