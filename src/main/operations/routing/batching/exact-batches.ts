import type { BatchProblem } from './batch-problem'

/** 3^14 / 2 combinations are a tenth of a second; each further order triples that. */
export const EXACT_ORDERS = 14

/**
 * The best plan by looking at every batch that fits and every way to put batches together: a dynamic programme over
 * sets of orders, as bits of an integer. A set is solved by the batch of its highest order and the rest, already solved.
 */
export function exactBatches(problem: BatchProblem): number[][] {
  const sets = 1 << problem.count
  const lengths = lengthsOfSets(problem)
  const shortest = new Float64Array(sets).fill(Infinity)
  const batchOf = new Int32Array(sets)
  shortest[0] = 0
  for (let set = 1; set < sets; set++) {
    const highest = 1 << (31 - Math.clz32(set))
    const others = set ^ highest
    let best = Infinity
    for (let along = others; ; along = (along - 1) & others) {
      const total = lengths[along | highest]! + shortest[others ^ along]!
      if (total < best) {
        best = total
        batchOf[set] = along | highest
      }
      if (along === 0) break
    }
    shortest[set] = best
  }
  const batches: number[][] = []
  for (let set = sets - 1; set !== 0; set ^= batchOf[set]!) batches.push(ordersOf(batchOf[set]!))
  return batches
}

/** Tour length of each set of orders, infinite where the set exceeds the capacity. */
function lengthsOfSets(problem: BatchProblem): Float64Array {
  const sets = 1 << problem.count
  const load = new Float64Array(sets)
  const lengths = new Float64Array(sets)
  for (let set = 1; set < sets; set++) {
    const lowest = 31 - Math.clz32(set & -set)
    const units = load[set & (set - 1)]! + problem.units[lowest]!
    load[set] = units
    lengths[set] = units <= problem.capacity ? problem.lengthOf(ordersOf(set)) : Infinity
  }
  return lengths
}

function ordersOf(set: number): number[] {
  const orders: number[] = []
  for (let rest = set; rest !== 0; rest &= rest - 1) orders.push(31 - Math.clz32(rest & -rest))
  return orders
}
