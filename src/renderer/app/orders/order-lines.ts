import { MICRO } from '../../../shared/values/integers'
import { grossPriceMicro, netPriceMicro } from '../../../shared/values/money'
import type { EntryColumn } from '../../ui'
import type { TFunction } from 'i18next'
import { engine } from '../engine'
import { itemLookup } from './item-lookup'
import { asMarked, type MarkedScan } from './marked-price'
import type { PricedLine } from './document-totals'

/** A line of an order while it is typed. Quantities are typed in the pack's unit and kept in base units. */
export interface OrderLine extends PricedLine {
  readonly key: string
  readonly itemId: number | undefined
  readonly itemText: string
  readonly packId: number | undefined
  readonly packUnit: string
  readonly packBaseQuantity: number
  readonly note: string
  /** Typed by a person: another quantity does not change it. */
  readonly hasOwnPrice: boolean
  /** Quantity or price are those of a label that was scanned: another one of its kind is another line. */
  readonly isLabelled?: boolean
  /** What this partner paid before, newest first. */
  readonly lastPrices: string
  /** null: nothing known, or not for this person to see */
  readonly unitCostMicro: number | null
}

interface SavedLine {
  readonly item: { readonly id: number; readonly code: string; readonly name: string; readonly baseUnit: string }
  readonly packId: number
  readonly packUnit: string
  readonly packBaseQuantity: number
  readonly quantityMicro: number
  readonly priceMicro?: number | null
  readonly grossPriceMicro?: number | null
  readonly taxCode?: string
}

/** A saved line as it was typed. */
export function typedLine(line: SavedLine, rates: TaxRates): OrderLine {
  const pack = shownPack(line.quantityMicro, line.packUnit, line.packBaseQuantity, line.item.baseUnit)
  return {
    ...newOrderLine(),
    itemId: line.item.id,
    itemText: `${line.item.code} ${line.item.name}`,
    packId: line.packId,
    packUnit: pack.unit,
    packBaseQuantity: pack.baseQuantity,
    quantityMicro: line.quantityMicro,
    priceMicro: line.grossPriceMicro ?? line.priceMicro ?? undefined,
    includesTax: (line.grossPriceMicro ?? null) !== null,
    taxRateMicro: rateIn(rates, line.taxCode),
    hasOwnPrice: true,
  }
}

type TaxRates = readonly { readonly taxCode: string; readonly rateMicro: number }[]
const rateIn = (rates: TaxRates, taxCode: string | undefined): number =>
  rates.find((rate) => rate.taxCode === taxCode)?.rateMicro ?? 0

/** What the price field of a line begins with, where prices are typed with the tax or without it. */
export function priceAsTyped(
  line: { readonly priceMicro: number | null; readonly grossPriceMicro: number | null; readonly taxCode: string },
  includesTax: boolean,
  rates: TaxRates,
): number {
  const { priceMicro, grossPriceMicro: asEntered, taxCode } = line
  return includesTax ? (asEntered ?? grossPriceMicro(priceMicro ?? 0, rateIn(rates, taxCode))) : (priceMicro ?? 0)
}

/** Packs and price of a chosen item, read from the engine. */
export interface ItemFacts {
  readonly packs: readonly { readonly id: number; readonly unit: string; readonly baseQuantity: number }[]
  readonly priceMicro: number
  readonly taxRateMicro: number
  readonly note: string
  readonly lastPrices?: string
  readonly unitCostMicro?: number | null
}

/** In what a quantity may be typed: the packs, and pieces of goods that are paid by weight at what one weighs nominally. */
export async function packsToType({
  id,
  packs,
}: {
  readonly id: number
  readonly packs: ItemFacts['packs']
}): Promise<ItemFacts['packs']> {
  const { rows } = await engine.items.listCatchWeights({})
  const terms = rows.find((row) => row.itemId === id)
  const [base] = packs
  if (terms === undefined || base === undefined) return packs
  return [...packs, { id: base.id, unit: terms.unit, baseQuantity: terms.nominalMicro / MICRO }]
}

export function newOrderLine(): OrderLine {
  return {
    // Lines of a kept draft come back after a restart: a count that starts anew would name two lines alike.
    key: crypto.randomUUID(),
    itemId: undefined,
    itemText: '',
    packId: undefined,
    packUnit: '',
    packBaseQuantity: 1,
    quantityMicro: undefined,
    priceMicro: undefined,
    taxRateMicro: 0,
    note: '',
    hasOwnPrice: false,
    lastPrices: '',
    unitCostMicro: null,
  }
}

/** The line once its item's facts are known; what was typed already stays. */
export function withFacts(line: OrderLine, facts: ItemFacts): OrderLine {
  const [base] = facts.packs
  return {
    ...line,
    packId: line.packId ?? base?.id,
    packUnit: line.packUnit === '' ? (base?.unit ?? '') : line.packUnit,
    priceMicro: line.hasOwnPrice ? line.priceMicro : listPrice(line, facts),
    taxRateMicro: facts.taxRateMicro,
    note: facts.note,
    lastPrices: facts.lastPrices ?? '',
    unitCostMicro: facts.unitCostMicro ?? null,
  }
}

/** The line as its label has it: how much there is of it, and where the label bears a price, for how much. */
export function withScan(line: OrderLine, scan: MarkedScan, currency: string): OrderLine {
  const { quantityMicro, priceMicro, taxRateMicro, includesTax = false, packBaseQuantity } = line
  const label = asMarked(scan, {
    priceMicro: priceMicro ?? 0,
    includesTax,
    taxRateMicro,
    baseQuantity: packBaseQuantity,
    currency,
  })
  if (label === undefined) return { ...line, quantityMicro: scan.quantityMicro ?? quantityMicro }
  return { ...line, ...label, hasOwnPrice: label.priceMicro !== priceMicro }
}

/** Lists hold prices without tax. */
const listPrice = ({ includesTax = false }: OrderLine, { priceMicro, taxRateMicro }: ItemFacts): number =>
  includesTax ? grossPriceMicro(priceMicro, taxRateMicro) : priceMicro

/** Of the price, what is left above the cost, in micro; undefined where either is not known. */
export function marginMicro(line: OrderLine): number | undefined {
  const { unitCostMicro, includesTax = false, taxRateMicro } = line
  const priceMicro =
    includesTax && line.priceMicro !== undefined ? netPriceMicro(line.priceMicro, taxRateMicro) : line.priceMicro
  if (priceMicro === undefined || priceMicro === 0 || unitCostMicro === null) return undefined
  return Math.round(((priceMicro - unitCostMicro) / priceMicro) * MICRO)
}

interface ColumnOptions {
  readonly t: TFunction
  /** Told of the item of a line, so that its facts can be read. */
  readonly onItem: (lineKey: string, itemId: number, scan?: string) => void
  readonly packsOf: (itemId: number) => ItemFacts['packs']
  readonly priceTitle: string
  readonly noteTitle: string
  /** Columns of one side of trade only. */
  readonly more: readonly EntryColumn<OrderLine>[]
}

/** Item, quantity, pack, price: the columns of sales and purchase orders alike. */
export function orderColumns({
  t,
  onItem,
  packsOf,
  priceTitle,
  noteTitle,
  more,
}: ColumnOptions): EntryColumn<OrderLine>[] {
  const clear = ({ key, includesTax = false }: OrderLine): OrderLine => ({ ...newOrderLine(), key, includesTax })
  return [
    {
      key: 'item',
      title: t('app.lines.item'),
      kind: 'lookup',
      read: (line) => line.itemText,
      lookup: itemLookup<OrderLine>({
        choose: (line, choice) => {
          const itemId = Number(choice.key)
          onItem(line.key, itemId, choice.scan)
          return {
            ...(line.itemId === itemId ? line : clear(line)),
            itemId,
            itemText: `${choice.code} ${choice.name}`,
          }
        },
        clear,
      }),
    },
    {
      key: 'quantityMicro',
      title: t('app.lines.quantity'),
      kind: 'quantity',
      read: (line) =>
        line.quantityMicro === undefined ? undefined : Math.round(line.quantityMicro / line.packBaseQuantity),
      write: (line, value) => ({
        ...line,
        quantityMicro: typeof value === 'number' ? Math.round(value * line.packBaseQuantity) : undefined,
      }),
    },
    {
      key: 'pack',
      title: t('app.lines.pack'),
      kind: 'text',
      width: 96,
      read: (line) => line.packUnit,
      write: (line, value) => withPack(line, String(value ?? ''), packsOf),
    },
    {
      key: 'priceMicro',
      title: priceTitle,
      kind: 'price',
      read: (line) => line.priceMicro,
      write: (line, value) => {
        const isTyped = typeof value === 'number'
        return { ...line, priceMicro: isTyped ? value : undefined, hasOwnPrice: isTyped }
      },
    },
    ...more,
    {
      key: 'note',
      title: noteTitle,
      kind: 'readonly',
      width: more.length === 0 ? 220 : 140,
      read: (line) => line.note,
    },
  ]
}

/** Another pack keeps the number that was typed: 3 pieces become 3 cases. */
function withPack(line: OrderLine, typed: string, packsOf: ColumnOptions['packsOf']): OrderLine {
  if (line.itemId === undefined) return line
  const pack = packsOf(line.itemId).find((entry) => entry.unit.toLowerCase() === typed.trim().toLowerCase())
  if (pack === undefined) return line
  const count = line.quantityMicro === undefined ? undefined : Math.round(line.quantityMicro / line.packBaseQuantity)
  return {
    ...line,
    packId: pack.id,
    packUnit: pack.unit,
    packBaseQuantity: pack.baseQuantity,
    quantityMicro: count === undefined ? undefined : Math.round(count * pack.baseQuantity),
  }
}

export function isWhole(
  line: OrderLine,
): line is OrderLine & { itemId: number; packId: number; quantityMicro: number; priceMicro: number } {
  return (
    line.itemId !== undefined &&
    line.packId !== undefined &&
    line.quantityMicro !== undefined &&
    line.priceMicro !== undefined
  )
}

/** A typed line as the contract wants it. */
export function lineInput(
  line: OrderLine & { itemId: number; packId: number; quantityMicro: number; priceMicro: number },
) {
  const { itemId, packId, quantityMicro, priceMicro } = line
  return { itemId, packId, quantityMicro, priceMicro }
}

/** For a fraction of a pack that is no whole number of micro units nothing is shown wrong: it falls back to the base unit. */
function shownPack(quantityMicro: number, unit: string, baseQuantity: number, baseUnit: string) {
  const isWholeMicro = quantityMicro % baseQuantity === 0
  return isWholeMicro
    ? { quantityMicro: quantityMicro / baseQuantity, unit, baseQuantity }
    : { quantityMicro, unit: baseUnit, baseQuantity: 1 }
}
