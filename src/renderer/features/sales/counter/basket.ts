import { currencyDecimals, lineAmountMinor, taxMinor } from '../../../../shared/values/money'

/** Goods on the counter. */
export interface BasketLine {
  readonly key: string
  /** Its label says how much it is or costs: it comes to that by itself, never together with another one. */
  readonly isLabelled: boolean
  readonly itemId: number
  readonly packId: number
  readonly code: string
  readonly name: string
  readonly packUnit: string
  readonly packBaseQuantity: number
  readonly baseUnit: string
  /** Base units. */
  readonly quantityMicro: number
  readonly priceMicro: number
  readonly taxRateMicro: number
  /** Of goods kept by serial: the pieces on the counter. */
  readonly serials?: readonly string[]
}

const same = (one: BasketLine, other: BasketLine): boolean =>
  !one.isLabelled &&
  !other.isLabelled &&
  one.itemId === other.itemId &&
  one.packId === other.packId &&
  one.priceMicro === other.priceMicro

/** The same goods once more count up; others stand at the end. */
export function added(lines: readonly BasketLine[], line: BasketLine): BasketLine[] {
  const known = lines.find((other) => same(other, line))
  if (known === undefined) return [...lines, line]
  return lines.map((other) => (other === known ? { ...other, ...together(other, line) } : other))
}

function together(one: BasketLine, other: BasketLine): Partial<BasketLine> {
  const serials = [...(one.serials ?? []), ...(other.serials ?? [])]
  const quantityMicro = one.quantityMicro + other.quantityMicro
  return serials.length === 0 ? { quantityMicro } : { quantityMicro, serials }
}

/** One pack more or fewer; without any left the line goes. */
export function counted(lines: readonly BasketLine[], at: number, packs: number): BasketLine[] {
  return lines.flatMap((line, index) => {
    if (index !== at) return [line]
    const quantityMicro = line.quantityMicro + packs * line.packBaseQuantity * 1_000_000
    const serials = line.serials === undefined || packs > 0 ? {} : { serials: line.serials.slice(0, packs) }
    return quantityMicro > 0 ? [{ ...line, ...serials, quantityMicro }] : []
  })
}

/** What the customer pays for a line: net and tax, each rounded once as the invoice does. */
export function lineGrossMinor(line: BasketLine, currency: string): number {
  const netMinor = lineAmountMinor(line.quantityMicro, line.priceMicro, currencyDecimals(currency))
  return netMinor + taxMinor(netMinor, line.taxRateMicro)
}

export function basketGrossMinor(lines: readonly BasketLine[], currency: string): number {
  return lines.reduce((sum, line) => sum + lineGrossMinor(line, currency), 0)
}
