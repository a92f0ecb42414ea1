import { MICRO, multiplyDivide } from '../../../shared/values/integers'
import type { Client } from '../direct'
import { isService, type RetailLine } from './retail-line'
import type { Survey } from './survey'

/** Stands for everybody whom the file does not name. */
export const WALK_IN = 'WALK-IN'

const SUPPLIERS = 6
const SUPPLIER_TERMS_DAYS = 30
const CUSTOMER_TERMS_DAYS = [14, 30, 30, 45] as const
/** Cost in per cent of the usual price. */
const COST_PERCENT = 60

export interface Goods {
  readonly id: number
  readonly packId: number
  readonly code: string
  readonly isService: boolean
  readonly supplier: number
  readonly costMicro: number
  /** Units on hand, as the business must say it too. */
  onHand: number
  /** Units sold or gone so far, and the trading day of the first of them. */
  outgoing: number
  readonly firstDay: number
}

export interface Customer {
  readonly id: number
  readonly termsDays: number
}

/** Items, customers and suppliers, made as they appear. */
export class PeopleAndGoods {
  readonly #goods = new Map<string, Goods>()
  readonly #customers = new Map<string, Customer>()
  readonly #suppliers: number[]

  constructor(
    private readonly client: Client,
    private readonly survey: Survey,
  ) {
    this.#suppliers = Array.from({ length: SUPPLIERS }, (_, index) => this.addSupplier(index + 1))
  }

  get suppliers(): readonly number[] {
    return this.#suppliers
  }

  goods(code: string): Goods {
    const goods = this.#goods.get(code)
    if (goods === undefined) throw new Error(`${code} has not appeared yet`)
    return goods
  }

  customer(code: string): Customer {
    const customer = this.#customers.get(code === '' ? WALK_IN : code)
    if (customer === undefined) throw new Error(`customer ${code} has not appeared yet`)
    return customer
  }

  /** Makes whatever of these lines is not known yet. */
  meet(lines: readonly RetailLine[], day: number): void {
    for (const line of lines) {
      if (!this.#goods.has(line.code)) this.#goods.set(line.code, this.addItem(line.code, day))
      const customer = line.customer === '' ? WALK_IN : line.customer
      if (!this.#customers.has(customer)) this.#customers.set(customer, this.addCustomer(customer, line.country))
    }
  }

  private addItem(code: string, day: number): Goods {
    const { name, usualPriceMicro } = this.survey.codes.get(code) ?? { name: code, usualPriceMicro: 0 }
    const isCharge = isService(code)
    const supplier = this.#suppliers[this.#goods.size % SUPPLIERS] ?? 0
    const costMicro = isCharge ? 0 : multiplyDivide(usualPriceMicro, COST_PERCENT, 100)
    const { id } = this.client.items.addItem({
      code,
      name: name.slice(0, 200),
      otherName: '',
      kind: isCharge ? 'service' : 'stock',
      category: isCharge ? 'Charges' : 'Giftware',
      baseUnit: 'piece',
      lotTracked: false,
      shelfLifeDays: null,
      taxCode: 'zero',
      salesPriceMicro: usualPriceMicro,
      purchasePriceMicro: costMicro,
      supplierId: isCharge ? null : supplier,
      weightGrams: 0,
      volumeMillilitres: 0,
      packs: [{ unit: 'piece', baseQuantity: 1, barcodes: code.length >= 3 ? [code] : [] }],
    })
    const packId = this.client.items.getItem({ id }).packs[0]?.id ?? 0
    return { id, packId, code, isService: isCharge, supplier, costMicro, onHand: 0, outgoing: 0, firstDay: day }
  }

  private addCustomer(code: string, country: string): Customer {
    const isWalkIn = code === WALK_IN
    const termsDays = isWalkIn ? 0 : (CUSTOMER_TERMS_DAYS[this.#customers.size % CUSTOMER_TERMS_DAYS.length] ?? 30)
    const { id } = this.client.parties.addPartner({
      ...NO_DETAILS,
      code,
      name: isWalkIn ? 'Walk-in customers' : `Customer ${code}`,
      isCustomer: true,
      isSupplier: false,
      paymentTermsDays: termsDays,
      address: isWalkIn ? '' : country,
    })
    return { id, termsDays }
  }

  private addSupplier(number: number): number {
    return this.client.parties.addPartner({
      ...NO_DETAILS,
      code: `SUPPLIER-${number}`,
      name: `Giftware supplier ${number}`,
      isCustomer: false,
      isSupplier: true,
      paymentTermsDays: SUPPLIER_TERMS_DAYS,
      address: '',
    }).id
  }
}

const NO_DETAILS = { creditLimitMinor: null, minimumRemainingLifeDays: 0, taxNumber: '', phone: '', email: '' }

/** Units as the micro quantity of documents. */
export const unitsMicro = (units: number): number => units * MICRO
