import { MICRO, multiplyDivide } from '../../../../shared/values/integers'

export interface WeighedLine {
  readonly quantityMicro: number
  /** Of one base unit; 0 = not known. */
  readonly weightGrams: number
}

/** Tare and contents, each line rounded to whole grams; null where the weight of one of the items is not known. */
export function expectedGrams(tareGrams: number, lines: readonly WeighedLine[]): number | null {
  if (lines.some((line) => line.weightGrams === 0)) return null
  return lines.reduce((sum, line) => sum + multiplyDivide(line.quantityMicro, line.weightGrams, MICRO), tareGrams)
}

/** Off by no more than so many per thousand of what is expected, or so many grams, whichever is wider. */
export function isWithinTolerance(
  expected: number,
  weighed: number,
  tolerance: { readonly weightTolerancePermille: number; readonly weightToleranceGrams: number },
): boolean {
  const allowed = Math.max(
    Math.floor((expected * tolerance.weightTolerancePermille) / 1000),
    tolerance.weightToleranceGrams,
  )
  return Math.abs(weighed - expected) <= allowed
}

/** Of what is to be packed: how large and how heavy. */
export interface Contents {
  readonly millilitres: number
  readonly grams: number
}

interface Kind {
  readonly id: number
  readonly volumeMillilitres: number
  readonly maximumGrams: number
}

/** The smallest carton that holds it all, else the largest; undefined where there are no cartons. `kinds` by volume. */
export function chooseKind(kinds: readonly Kind[], contents: Contents): Kind | undefined {
  const holds = (kind: Kind): boolean =>
    kind.volumeMillilitres >= contents.millilitres && (kind.maximumGrams === 0 || kind.maximumGrams >= contents.grams)
  return kinds.find(holds) ?? kinds.at(-1)
}
