/** Goods that are counted in pieces and paid by weight: their quantity is the weight, how many pieces it is stands beside. */
import { formatQuantity } from './format'
import { multiplyDivide } from './integers'

export interface PieceTerms {
  /** What a piece is called: wheel, box, 条. */
  readonly unit: string
  /** What a piece weighs about, in micro base units. */
  readonly nominalMicro: number
  readonly tolerancePercent: number
}

/** As many pieces as this weight is nominally, rounded half up; what there is of goods is one piece at least. */
export function nominalPieces({ nominalMicro }: Pick<PieceTerms, 'nominalMicro'>, quantityMicro: number): number {
  return Math.max(1, multiplyDivide(quantityMicro, 1, nominalMicro))
}

/** Lowest and highest that so many pieces may weigh. */
export function likelyWeight(terms: PieceTerms, pieces: number): { lowest: number; highest: number } {
  const nominal = pieces * terms.nominalMicro
  const allowed = multiplyDivide(nominal, terms.tolerancePercent, 100)
  return { lowest: nominal - allowed, highest: nominal + allowed }
}

/** `5 wheel`, as it stands beside a weight. */
export function piecesText({ unit }: Pick<PieceTerms, 'unit'>, pieces: number): string {
  return formatQuantity(pieces * 1_000_000, { unit })
}
