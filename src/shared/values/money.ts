import { divideRounded, MICRO, multiplyDivide, toSafeNumber } from './integers'

/** ISO 4217 exponents that are not 2. */
const UNUSUAL_DECIMALS: Readonly<Record<string, number>> = {
  BHD: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  RWF: 0,
  TND: 3,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
}

/** Decimals of a currency's minor unit (ISO 4217): 2 for CNY, 0 for JPY. */
export function currencyDecimals(currency: string): number {
  return UNUSUAL_DECIMALS[currency] ?? 2
}

/** Quantity (micro of the base unit) times price (micro of the currency per base unit), in minor units. */
export function lineAmountMinor(quantityMicro: number, priceMicro: number, decimals = 2): number {
  return toSafeNumber(divideRounded(BigInt(quantityMicro) * BigInt(priceMicro), 10n ** BigInt(12 - decimals)))
}

/** Tax on a net amount; the rate in micro (13 % = 130000). */
export function taxMinor(netMinor: number, rateMicro: number): number {
  return multiplyDivide(netMinor, rateMicro, MICRO)
}

/** The tax that stands within an amount: gross x rate / (1 + rate), rounded once; the rest is net, so both make the gross. */
export function taxWithinMinor(grossMinor: number, rateMicro: number): number {
  return multiplyDivide(grossMinor, rateMicro, MICRO + rateMicro)
}

/** A price without the tax that it includes. */
export function netPriceMicro(grossPriceMicro: number, rateMicro: number): number {
  return multiplyDivide(grossPriceMicro, MICRO, MICRO + rateMicro)
}

/** A price with the tax that it lacks. */
export function grossPriceMicro(priceMicro: number, rateMicro: number): number {
  return multiplyDivide(priceMicro, MICRO + rateMicro, MICRO)
}

/** Unit cost in micro of the currency for a value held by a quantity; 0 where there is no quantity. */
export function unitCostMicro(valueMinor: number, quantityMicro: number, decimals = 2): number {
  if (quantityMicro === 0) return 0
  return toSafeNumber(divideRounded(BigInt(valueMinor) * 10n ** BigInt(12 - decimals), BigInt(quantityMicro)))
}
