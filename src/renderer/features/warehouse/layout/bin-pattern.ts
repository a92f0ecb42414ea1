/** What a new warehouse will look like before it is made: the same pattern as the engine uses for its bins. */

export interface ZonePattern {
  readonly aisles: number
  readonly baysPerAisle: number
  readonly levels: number
}

export interface PatternPreview {
  readonly bins: number
  /** First and last storage bin of each zone, in the order of the zones. */
  readonly zones: readonly { readonly bins: number; readonly first: string; readonly last: string }[]
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** @param prefix stands before each code where the company has another warehouse already */
export function previewOf(zones: readonly ZonePattern[], prefix: string): PatternPreview {
  let firstAisle = 1
  const shown = zones.map(({ aisles, baysPerAisle, levels }) => {
    const lastAisle = firstAisle + aisles - 1
    const zone = {
      bins: aisles * baysPerAisle * levels,
      first: `${prefix}A${twoDigits(firstAisle)}-01-1`,
      last: `${prefix}A${twoDigits(lastAisle)}-${twoDigits(baysPerAisle)}-${levels}`,
    }
    firstAisle = lastAisle + 1
    return zone
  })
  return { bins: shown.reduce((sum, zone) => sum + zone.bins, 0), zones: shown }
}
