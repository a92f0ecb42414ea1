/** What the plan says of each bin: a short text, and how strongly it is coloured. Text and colour say the same. */
import type { Engine } from '../../../app/engine'

export type MapBin = Awaited<ReturnType<Engine['warehouse']['floorMap']>>['bins'][number]

export const MAP_MODES = ['fill', 'age', 'expiry', 'class', 'picks', 'blocked'] as const
export type MapMode = (typeof MAP_MODES)[number]

export type Shade = 0 | 1 | 2 | 3 | 4 | 'warning' | 'bad'

export interface MapValue {
  readonly text: string
  readonly shade: Shade
}

const EMPTY: MapValue = { text: '', shade: 0 }
const DAY_MILLISECONDS = 86_400_000

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS)
}

/** Counted picks belong to `days`; `busiest` is the most that any bin had. */
export interface MapScale {
  readonly today: string
  readonly days: number
  readonly busiest: number
}

export function mapValue(bin: MapBin, mode: MapMode, scale: MapScale): MapValue {
  if (bin.blocked) return { text: '×', shade: 'bad' }
  switch (mode) {
    case 'fill':
      if (bin.items === 0) return EMPTY
      // Without a limit nothing is known but that something is there.
      if (bin.fillPercent === null) return { text: '●', shade: 2 }
      // Something lies there, however little.
      return {
        text: bin.fillPercent === 0 ? '<1' : String(bin.fillPercent),
        shade: bin.fillPercent > 100 ? 'bad' : fifth(bin.fillPercent, 100),
      }
    case 'age': {
      if (bin.items === 0) return EMPTY
      if (bin.filledOn === null) return { text: '?', shade: 1 }
      const days = Math.max(0, daysBetween(bin.filledOn, scale.today))
      return {
        text: String(days),
        shade: days >= 180 ? 'warning' : days >= 90 ? 4 : days >= 30 ? 3 : days >= 7 ? 2 : 1,
      }
    }
    case 'expiry': {
      if (bin.items === 0 || bin.expiresOn === null) return EMPTY
      const left = daysBetween(scale.today, bin.expiresOn)
      return {
        text: String(left),
        shade: left < 0 ? 'bad' : left < 30 ? 'warning' : left < 90 ? 3 : left < 365 ? 2 : 1,
      }
    }
    case 'class':
      if (bin.items === 0) return EMPTY
      return bin.class === null
        ? { text: '·', shade: 1 }
        : { text: bin.class, shade: { A: 4, B: 3, C: 2 }[bin.class] as Shade }
    case 'picks':
      if (bin.picks === 0) return EMPTY
      return { text: perDay(bin.picks, scale.days), shade: fifth(bin.picks, scale.busiest) }
    case 'blocked':
      return bin.recount ? { text: '?', shade: 'warning' } : EMPTY
  }
}

/** One to four; something is never as pale as nothing. */
function fifth(value: number, most: number): Shade {
  return Math.min(4, 1 + Math.floor((value * 4) / Math.max(most, 1))) as Shade
}

function perDay(picks: number, days: number): string {
  const each = picks / days
  if (each < 0.05) return '<0.1'
  return each >= 10 ? String(Math.round(each)) : each.toFixed(1)
}

export interface MapBay {
  readonly key: string
  readonly aisle: number
  readonly bay: number
  /** From the floor up. */
  readonly bins: readonly MapBin[]
}

/** Bays of the shelves, and the places at the front where goods stand on their way. */
export function mapBays(bins: readonly MapBin[]): { readonly bays: MapBay[]; readonly places: MapBin[] } {
  const bays = new Map<string, MapBin[]>()
  const places: MapBin[] = []
  for (const bin of bins) {
    if (bin.aisle === 0) {
      places.push(bin)
      continue
    }
    const key = `${bin.aisle}-${bin.bay}`
    const known = bays.get(key)
    if (known === undefined) bays.set(key, [bin])
    else known.push(bin)
  }
  return {
    places,
    bays: [...bays].map(([key, inBay]) => ({
      key,
      aisle: inBay[0]?.aisle ?? 0,
      bay: inBay[0]?.bay ?? 0,
      bins: inBay.toSorted((a, b) => a.level - b.level || a.id - b.id),
    })),
  }
}

/** How many bays of an aisle lie before a cross aisle. */
export function baysBefore(bays: readonly MapBay[], atMillimetres: number): number {
  return Math.max(0, ...bays.filter((bay) => (bay.bins[0]?.yMillimetres ?? 0) < atMillimetres).map((bay) => bay.bay))
}
