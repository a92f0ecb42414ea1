/** A small house with everything that a day on the floor can meet, made before the window opens. */
import { withCheckDigit } from '../../src/shared/values/barcodes'
import { inCompany } from './demo-company'
import { createFirstCompany } from './first-company'

type Client = Parameters<Parameters<typeof inCompany>[1]>[0]
type Picking = 'batch' | 'cluster' | 'order' | 'zone'

const PIECE = 1_000_000
export const NEXT_YEAR = String(new Date().getUTCFullYear() + 1)
export const ITEMS = {
  bolt: { code: 'BOLT', name: 'Bolt M8', barcode: withCheckDigit('952000000300') },
  /** by lot, with a shelf life and a zone of its own */
  milk: { code: 'MILK', name: 'Fresh milk', barcode: withCheckDigit('952000000400') },
  /** there is none of it, and an order waits for it */
  salt: { code: 'SALT', name: 'Sea salt', barcode: withCheckDigit('952000000500') },
  /** picked from a fixed bin, which is empty */
  rice: { code: 'RICE', name: 'Rice', barcode: withCheckDigit('952000000600') },
  /** to be counted */
  nail: { code: 'NAIL', name: 'Nails', barcode: withCheckDigit('952000000700') },
} as const
type ItemName = keyof typeof ITEMS

export interface SmallFloor {
  readonly orders: readonly { readonly id: number; readonly number: string }[]
  readonly batches: Readonly<Record<Picking, readonly string[]>>
  /** purchase orders on their way */
  readonly milkOrder: string
  readonly saltOrder: string
  readonly nailBin: string
  /** a purchase order of bolts to be received into units */
  readonly boltOrder: string
  /** nothing has been released of it: nails, of which fewer will be found */
  readonly nailOrder: string
  readonly plan: string
}

/** On a pallet that its supplier announced: thirty of rice. */
export const SSCC = withCheckDigit('09520000000000001')

const today = (): string => new Date().toISOString().slice(0, 10)
const PARTNER = {
  creditLimitMinor: null,
  paymentTermsDays: 30,
  minimumRemainingLifeDays: 0,
  taxNumber: '',
  phone: '',
  email: '',
  address: '',
}

export function furnishFloor(company: string): SmallFloor {
  createFirstCompany(company)
  return inCompany(company, (client) => new Floor(client).furnish())
}

class Floor {
  readonly #ids = new Map<ItemName, { id: number; packId: number }>()
  #warehouseId = 0
  #supplierId = 0
  #customerId = 0

  constructor(private readonly client: Client) {}

  furnish(): SmallFloor {
    this.#addHouse()
    this.#buy('bolt', 60)
    this.#buy('milk', 12, { lotCode: 'L1', expiresOn: `${NEXT_YEAR}-05-31` })
    this.#buy('nail', 12)
    this.#buy('rice', 30)
    const { client } = this
    const [nailPlace] = client.warehouse.findItem({ warehouseId: this.#warehouseId, itemId: this.#of('nail').id }).rows
    const orders = [
      this.#sell({ bolt: 3, milk: 2 }),
      this.#sell({ bolt: 2 }),
      this.#sell({ bolt: 1 }),
      this.#sell({ bolt: 4 }),
      this.#sell({ bolt: 2, milk: 1 }),
      this.#sell({ bolt: 5 }),
      this.#sell({ salt: 2 }, true),
      this.#sell({ nail: 6 }),
    ]
    const release = (picking: Picking, ...which: number[]): string[] => {
      const orderIds = which.map((at) => orders[at]?.id ?? 0)
      const wave = { warehouseId: this.#warehouseId, orderIds, releasedOn: today(), picking }
      return client.warehouse.releaseWave(wave).batches.map(({ number }) => number)
    }
    const batches = {
      batch: release('batch', 0, 1),
      cluster: release('cluster', 2, 3),
      zone: release('zone', 4),
      order: [],
    }
    this.#prepareInside(orders[0]?.id ?? 0)
    const more = this.#prepareMore(orders[7]?.id ?? 0)
    const goods = { milkOrder: this.#order('milk', 6).number, saltOrder: this.#order('salt', 5).number }
    return {
      orders,
      batches,
      ...goods,
      ...more,
      nailOrder: orders[7]?.number ?? '',
      nailBin: nailPlace?.bin.code ?? '',
    }
  }

  #addHouse(): void {
    const { client } = this
    this.#warehouseId = client.warehouse.addWarehouse({
      code: 'F',
      name: 'Floor',
      zones: [
        { code: 'A', name: 'Dry', categories: ['Dry'], aisles: 2, baysPerAisle: 3, levels: 1 },
        { code: 'B', name: 'Cold', categories: ['Cold'], aisles: 1, baysPerAisle: 2, levels: 1 },
      ],
    }).id
    client.warehouse.saveCartonKind({ code: 'BOX', name: 'Box', volumeMillilitres: 5000, tareGrams: 100 })
    this.#supplierId = client.parties.addPartner({
      ...PARTNER,
      code: 'S1',
      name: 'Northern Supplies',
      isSupplier: true,
      isCustomer: false,
    }).id
    this.#customerId = client.parties.addPartner({
      ...PARTNER,
      code: 'C1',
      name: 'Corner Shop',
      isSupplier: false,
      isCustomer: true,
    }).id
    for (const name of Object.keys(ITEMS) as ItemName[]) this.#addItem(name)
  }

  #addItem(name: ItemName): void {
    const item = ITEMS[name]
    const { id } = this.client.items.addItem({
      otherName: '',
      kind: 'stock',
      category: name === 'milk' ? 'Cold' : 'Dry',
      baseUnit: 'pc',
      taxCode: 'standard',
      salesPriceMicro: 2_000_000,
      purchasePriceMicro: 1_000_000,
      supplierId: null,
      weightGrams: 100,
      volumeMillilitres: 100,
      lotTracked: name === 'milk',
      shelfLifeDays: name === 'milk' ? 30 : null,
      code: item.code,
      name: item.name,
      packs: [{ unit: 'pc', baseQuantity: 1, barcodes: [item.barcode] }],
    })
    this.#ids.set(name, { id, packId: this.client.items.getItem({ id }).packs[0]?.id ?? 0 })
  }

  #of(name: ItemName): { id: number; packId: number } {
    return this.#ids.get(name) ?? { id: 0, packId: 0 }
  }

  #line(name: ItemName, pieces: number, priceMicro: number) {
    const { id: itemId, packId } = this.#of(name)
    return { itemId, packId, quantityMicro: pieces * PIECE, priceMicro }
  }

  #order(name: ItemName, pieces: number): { id: number; number: string } {
    const { id } = this.client.purchasing.saveOrder({
      supplierId: this.#supplierId,
      warehouseId: this.#warehouseId,
      orderedOn: today(),
      expectedOn: today(),
      lines: [this.#line(name, pieces, 1_000_000)],
    })
    return { id, number: this.client.purchasing.confirmOrder({ id }).number ?? '' }
  }

  #buy(name: ItemName, pieces: number, lot: { lotCode?: string; expiresOn?: string } = {}): void {
    const { client } = this
    const { id } = this.#order(name, pieces)
    const orderLineId = client.purchasing.getOrder({ id }).lines[0]?.id ?? 0
    client.purchasing.receiveGoods({
      orderId: id,
      receivedOn: today(),
      lines: [{ orderLineId, quantityMicro: pieces * PIECE, ...lot }],
    })
    for (const task of client.warehouse.listPutaway({ warehouseId: this.#warehouseId }).tasks) {
      client.warehouse.putAway({ taskId: task.id, binScan: task.toBin.code })
    }
  }

  #sell(pieces: Partial<Record<ItemName, number>>, backOrder = false): { id: number; number: string } {
    const { id } = this.client.sales.saveOrder({
      customerId: this.#customerId,
      warehouseId: this.#warehouseId,
      orderedOn: today(),
      promisedOn: today(),
      lines: Object.entries(pieces).map(([name, count]) => this.#line(name as ItemName, count, 2_000_000)),
    })
    return { id, number: this.client.sales.confirmOrder({ id, backOrder }).number ?? '' }
  }

  /** A vehicle, a plan for milk that arrives, cross-docking, and a fixed bin to be filled. */
  #prepareInside(orderId: number): void {
    const { client } = this
    const warehouseId = this.#warehouseId
    client.warehouse.planLoad({ warehouseId, carrier: 'Northern Lines', plannedOn: today(), orderIds: [orderId] })
    client.quality.savePlan({
      name: 'Milk',
      itemId: this.#of('milk').id,
      samplePermille: 0,
      sampleMinimumMicro: PIECE,
      points: ['Cold enough', 'Packing whole'],
    })
    client.warehouse.savePutawaySettings({
      warehouseId,
      rules: ['sameLot', 'categoryZone', 'emptyBin', 'mixed'],
      heavyGrams: null,
      heavyLevel: 1,
      crossDocks: true,
    })
    client.warehouse.saveItemPlace({
      warehouseId,
      itemId: this.#of('rice').id,
      temperature: '',
      binCode: 'A02-03-1',
      minimumMicro: 5 * PIECE,
      maximumMicro: 10 * PIECE,
    })
    client.warehouse.planReplenishment({ warehouseId })
  }

  /** An announced pallet, an order for the dock, a kit to be made, and an order that takes bolts for nails. */
  #prepareMore(nailOrderId: number): { boltOrder: string; plan: string } {
    const { client } = this
    const warehouseId = this.#warehouseId
    this.#order('rice', 30)
    const row = { unitCode: SSCC, item: 'RICE', quantityMicro: 30 * PIECE }
    const notice = { supplierId: this.#supplierId, warehouseId, expectedOn: today(), rows: [row] }
    client.arrivals.saveNotice(notice)
    client.items.setSubstitutes({ itemId: this.#of('nail').id, substituteIds: [this.#of('bolt').id] })
    client.sales.allowSubstitutes({ orderId: nailOrderId, allowed: true })
    const some = (name: ItemName, pieces: number) => ({ itemId: this.#of(name).id, quantityMicro: pieces * PIECE })
    const { number } = client.stock.planConversion({
      kind: 'assembly',
      warehouseId,
      plannedOn: today(),
      used: [some('rice', 4)],
      made: [some('salt', 4)],
    })
    return { boltOrder: this.#order('bolt', 9).number, plan: number ?? '' }
  }
}
