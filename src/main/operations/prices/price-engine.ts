import { divideRounded, MICRO, multiplyDivide, toSafeNumber } from '../../../shared/values/integers'

/** One row of a price list that is valid for the customer, channel and day. */
export interface ListPrice {
  readonly listId: number
  readonly name: string
  /** Whose list it is: the narrower one wins. Contract 4, class in a channel 3, class 2, channel 1, everyone 0. */
  readonly rank: number
  readonly validFrom: string
  /** 0: any pack. Else the price is that of one such pack. */
  readonly packId: number
  /** From this quantity on, in base units. */
  readonly minimumMicro: number
  readonly priceMicro: number
  /** Discounts take no more than this part off; null: the house's rule. */
  readonly maximumDiscountMicro: number | null
}

/** Exactly one of discount and price. */
export interface Promotion {
  readonly id: number
  readonly name: string
  readonly minimumMicro: number
  readonly discountMicro: number | null
  readonly priceMicro: number | null
  /** No other discount beside it. */
  readonly isAlone: boolean
}

export interface PriceQuestion {
  readonly quantityMicro: number
  readonly packId: number
  readonly packBaseQuantity: number
  /** The item's own price, where no list has one. */
  readonly itemPriceMicro: number
  readonly listPrices: readonly ListPrice[]
  readonly promotions: readonly Promotion[]
  readonly classDiscountMicro: number
  /** The house's rule for lists that have none of their own. */
  readonly maximumDiscountMicro: number
}

export type PriceStepKind = 'item' | 'list' | 'contract' | 'promotion' | 'class' | 'floor'

export interface PriceStep {
  readonly kind: PriceStepKind
  readonly name: string
  /** Per base unit, after this step. */
  readonly priceMicro: number
}

export interface Price {
  /** Net, per base unit. */
  readonly priceMicro: number
  /** Before discounts. */
  readonly startMicro: number
  /** How it came about, for people. */
  readonly steps: readonly PriceStep[]
}

const CONTRACT_RANK = 4

/**
 * The price of one line. A contract price stands as agreed. Else the narrowest list that knows the item at this quantity
 * gives the start, and the best of the promotions and the discount of the customer's class come off it one after the
 * other, never below the floor. Prices are per base unit in micro, rounded half away from zero at each step.
 */
export function priceOfLine(question: PriceQuestion): Price {
  const row = listPriceOf(question)
  if (row === undefined) {
    const start = { kind: 'item', name: '', priceMicro: question.itemPriceMicro } as const
    return discounted(question, start, question.maximumDiscountMicro)
  }
  const priceMicro =
    row.packId === 0
      ? row.priceMicro
      : toSafeNumber(divideRounded(BigInt(row.priceMicro), BigInt(question.packBaseQuantity)))
  if (row.rank === CONTRACT_RANK) {
    return { priceMicro, startMicro: priceMicro, steps: [{ kind: 'contract', name: row.name, priceMicro }] }
  }
  const start = { kind: 'list', name: row.name, priceMicro } as const
  return discounted(question, start, row.maximumDiscountMicro ?? question.maximumDiscountMicro)
}

/** Narrowest list first, of equals the newest; in it a price for this pack before one for any, the highest break. */
function listPriceOf({ listPrices, packId, quantityMicro }: PriceQuestion): ListPrice | undefined {
  const [best] = listPrices
    .filter((row) => row.minimumMicro <= quantityMicro && (row.packId === 0 || row.packId === packId))
    .toSorted(
      (a, b) =>
        b.rank - a.rank ||
        b.validFrom.localeCompare(a.validFrom) ||
        b.listId - a.listId ||
        Number(b.packId !== 0) - Number(a.packId !== 0) ||
        b.minimumMicro - a.minimumMicro,
    )
  return best
}

function discounted(question: PriceQuestion, start: PriceStep, maximumDiscountMicro: number): Price {
  const ways: PriceStep[][] = [
    withClass([start], question.classDiscountMicro),
    ...question.promotions
      .filter((promotion) => promotion.minimumMicro <= question.quantityMicro)
      .flatMap((promotion) => {
        const priceMicro = promotion.priceMicro ?? less(start.priceMicro, promotion.discountMicro ?? 0)
        if (priceMicro >= start.priceMicro) return []
        const steps: PriceStep[] = [start, { kind: 'promotion', name: promotion.name, priceMicro }]
        return [promotion.isAlone ? steps : withClass(steps, question.classDiscountMicro)]
      }),
  ]
  // The first of equals: without a promotion where it brings nothing.
  const steps = ways.reduce((best, way) => (lastOf(way) < lastOf(best) ? way : best))
  const floorMicro = less(start.priceMicro, maximumDiscountMicro)
  const priceMicro = Math.max(lastOf(steps), floorMicro)
  if (priceMicro > lastOf(steps)) steps.push({ kind: 'floor', name: '', priceMicro })
  return { priceMicro, startMicro: start.priceMicro, steps }
}

function withClass(steps: PriceStep[], classDiscountMicro: number): PriceStep[] {
  if (classDiscountMicro === 0) return steps
  return [...steps, { kind: 'class', name: '', priceMicro: less(lastOf(steps), classDiscountMicro) }]
}

const lastOf = (steps: readonly PriceStep[]): number => steps.at(-1)?.priceMicro ?? 0

const less = (priceMicro: number, partMicro: number): number => multiplyDivide(priceMicro, MICRO - partMicro, MICRO)
