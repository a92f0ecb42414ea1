import type { BinKind } from '../tables'
import type { Walkways } from './walkways'

export interface ZonePlan {
  readonly code: string
  readonly aisles: number
  readonly baysPerAisle: number
  readonly levels: number
}

export interface PlannedBin {
  readonly code: string
  readonly kind: BinKind
  readonly aisle: number
  readonly bay: number
  readonly level: number
  readonly xMillimetres: number
  readonly yMillimetres: number
}

export interface BinSpacing {
  readonly aisleGapMillimetres: number
  readonly bayWidthMillimetres: number
  /** How many bays there are from one cross aisle to the next, and how wide one is; 0 bays: a single block. */
  readonly baysPerBlock: number
  readonly crossAisleMillimetres: number
  /** In front of every code where the company has another warehouse: a scanned code must mean one bin. */
  readonly codePrefix: string
}

/** Where goods stand that are on their way: one of each to begin with, all at the front of the first aisle. */
const WORKING_PLACES: readonly { readonly code: string; readonly kind: BinKind }[] = [
  { code: 'DOCK', kind: 'dock' },
  { code: 'PACK', kind: 'packing' },
  { code: 'STAGE', kind: 'staging' },
  { code: 'RETURN', kind: 'returns' },
  { code: 'QUARANTINE', kind: 'quarantine' },
]

export function workingPlaces(spacing: BinSpacing): PlannedBin[] {
  return WORKING_PLACES.map(({ code, kind }) => ({
    code: spacing.codePrefix + code,
    kind,
    aisle: 0,
    bay: 0,
    level: 0,
    xMillimetres: 0,
    yMillimetres: 0,
  }))
}

/**
 * Storage bins of a zone, `A01-03-2` = aisle 1, bay 3, level 2. Aisles are numbered through all zones: whoever walks the
 * house counts aisles, not zones. A bay's position is its middle.
 */
export function storageBins(zone: ZonePlan, firstAisle: number, spacing: BinSpacing): PlannedBin[] {
  const bins: PlannedBin[] = []
  for (let aisle = firstAisle; aisle < firstAisle + zone.aisles; aisle++) {
    for (let bay = 1; bay <= zone.baysPerAisle; bay++) {
      for (let level = 1; level <= zone.levels; level++) {
        bins.push({
          code: `${spacing.codePrefix}A${twoDigits(aisle)}-${twoDigits(bay)}-${level}`,
          kind: 'storage',
          aisle,
          bay,
          level,
          xMillimetres: (aisle - 1) * spacing.aisleGapMillimetres,
          yMillimetres: frontOfBay(bay, spacing) + Math.floor(spacing.bayWidthMillimetres / 2),
        })
      }
    }
  }
  return bins
}

/** Bays stand one after the other, and a cross aisle after each block of them. */
function frontOfBay(bay: number, { bayWidthMillimetres, baysPerBlock, crossAisleMillimetres }: BinSpacing): number {
  const crossed = baysPerBlock === 0 ? 0 : Math.floor((bay - 1) / baysPerBlock)
  return (bay - 1) * bayWidthMillimetres + crossed * crossAisleMillimetres
}

/** How the house is walked: the middle of each cross aisle, and the length of an aisle of so many bays. */
export function walkwaysOfPlan(bays: number, spacing: BinSpacing): Walkways {
  const { bayWidthMillimetres, baysPerBlock, crossAisleMillimetres } = spacing
  const crossings = baysPerBlock === 0 ? 0 : Math.ceil(bays / baysPerBlock) - 1
  return {
    aisleGap: spacing.aisleGapMillimetres,
    aisleLength: bays * bayWidthMillimetres + crossings * crossAisleMillimetres,
    crossAisles: Array.from(
      { length: crossings },
      (_, at) =>
        (at + 1) * baysPerBlock * bayWidthMillimetres +
        at * crossAisleMillimetres +
        Math.floor(crossAisleMillimetres / 2),
    ),
  }
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
