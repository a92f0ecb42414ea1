/**
 * What a part of a tour, everything up to some aisle, can look like from outside: how often it meets the present aisle at
 * each cross aisle (not, an odd number of times, an even number of times) and which of these meetings are connected.
 * Parts that look the same can be completed in the same ways, so only the shortest of each shape matters. For two cross
 * aisles these are the seven classes of Ratliff & Rosenthal (Operations Research 31, 1983), for three the 25 of
 * Roodbergen & de Koster (European Journal of Operational Research 133, 2001); here they are found by trying.
 */
export interface TourShapes {
  readonly count: number
  /** Shape after walking a section: `[(shape * blocks + block) * 6 + SectionWalk]`. Shape 0 is nothing walked yet. */
  readonly afterSection: Int16Array
  /** All ways to the next aisle. */
  readonly crossings: readonly ShapeCrossing[]
  /** Whether the shape is one piece that meets every crossing an even number of times: a tour. */
  readonly closed: readonly boolean[]
}

export interface ShapeCrossing {
  readonly from: number
  readonly to: number
  /** Times each cross aisle is walked, from the front. */
  readonly times: readonly number[]
  readonly steps: number
}

/** How a section is walked. `none` serves no stop; `around-gap` turns at both sides of its widest stretch. */
export const SECTION_WALKS = ['none', 'through', 'twice', 'from-front', 'from-back', 'around-gap'] as const
export type SectionWalk = (typeof SECTION_WALKS)[number]

interface Meeting {
  readonly parity: 'none' | 'odd' | 'even'
  /** Meetings of one piece share the number; -1 for none. */
  readonly piece: number
}

type Shape = readonly Meeting[]

const NO_MEETING: Meeting = { parity: 'none', piece: -1 }
const known = new Map<number, TourShapes>()

/** Found once for each number of blocks. */
export function tourShapes(blocks: number): TourShapes {
  const found = known.get(blocks) ?? findShapes(blocks)
  known.set(blocks, found)
  return found
}

function findShapes(blocks: number): TourShapes {
  const shapes: Shape[] = []
  const numberOf = new Map<string, number>()
  const number = (shape: Shape): number => {
    const canonical = renumbered(shape)
    const key = canonical.map(({ parity, piece }) => `${parity}${piece}`).join()
    const present = numberOf.get(key)
    if (present !== undefined) return present
    numberOf.set(key, shapes.length)
    return shapes.push(canonical) - 1
  }
  number(Array.from({ length: blocks + 1 }, () => NO_MEETING))
  const afterSection: number[] = []
  const crossings: ShapeCrossing[] = []
  // The list grows while it is walked: every shape that comes up is followed in turn.
  for (let from = 0; from < shapes.length; from++) {
    const shape = shapes[from]!
    for (let block = 0; block < blocks; block++) {
      for (const walk of SECTION_WALKS) afterSection.push(number(walked(shape, block, walk)))
    }
    for (const times of waysAcross(shape)) {
      const to = number(carried(shape, times))
      crossings.push({ from, to, times, steps: times.reduce((sum, count) => sum + count, 0) })
    }
  }
  const closed = shapes.map((shape) => piecesOf(shape).size === 1 && shape.every(({ parity }) => parity !== 'odd'))
  return { count: shapes.length, afterSection: Int16Array.from(afterSection), crossings, closed }
}

function piecesOf(shape: Shape): Set<number> {
  return new Set(shape.filter(({ parity }) => parity !== 'none').map(({ piece }) => piece))
}

function renumbered(shape: Shape): Shape {
  const order = [...piecesOf(shape)]
  return shape.map(({ parity, piece }) => ({ parity, piece: order.indexOf(piece) }))
}

function walked(shape: Shape, block: number, walk: SectionWalk): Shape {
  const front = walk === 'from-back' ? shape : touched(shape, block)
  switch (walk) {
    case 'none':
      return shape
    case 'from-front':
      return front
    case 'from-back':
    case 'around-gap':
      return touched(front, block + 1)
    case 'twice':
      return joined(touched(front, block + 1), block)
    case 'through':
      return joined(touched(front, block + 1), block).map((meeting, crossing) =>
        crossing === block || crossing === block + 1 ? { ...meeting, parity: flipped(shape[crossing]!) } : meeting,
      )
  }
}

function flipped({ parity }: Meeting): 'odd' | 'even' {
  return parity === 'odd' ? 'even' : 'odd'
}

/** There and back from a crossing: a new piece, unless something is there already. */
function touched(shape: Shape, crossing: number): Shape {
  if (shape[crossing]!.parity !== 'none') return shape
  return shape.with(crossing, { parity: 'even', piece: Math.max(...shape.map(({ piece }) => piece)) + 1 })
}

function joined(shape: Shape, block: number): Shape {
  const kept = shape[block]!.piece
  const taken = shape[block + 1]!.piece
  return shape.map(({ parity, piece }) => ({ parity, piece: piece === taken ? kept : piece }))
}

/**
 * Once along each cross aisle met an odd number of times; twice or not at all where it was even. Each piece has to go on
 * somewhere. Starting a piece between aisles, without a stop to serve, never helps: it could start one aisle later.
 */
function* waysAcross(shape: Shape): Generator<number[]> {
  const even = shape.flatMap(({ parity }, crossing) => (parity === 'even' ? [crossing] : []))
  for (let choice = 0; choice < 1 << even.length; choice++) {
    const times: number[] = shape.map(({ parity }) => (parity === 'odd' ? 1 : 0))
    for (const [bit, crossing] of even.entries()) if (choice & (1 << bit)) times[crossing] = 2
    const goingOn = shape.filter((_, crossing) => times[crossing]! > 0)
    if (new Set(goingOn.map(({ piece }) => piece)).size === piecesOf(shape).size) yield times
  }
}

function carried(shape: Shape, times: readonly number[]): Shape {
  return shape.map(({ piece }, crossing) => {
    if (times[crossing] === 0) return NO_MEETING
    return { parity: times[crossing] === 1 ? 'odd' : 'even', piece }
  })
}
