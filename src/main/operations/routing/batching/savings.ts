import type { BatchProblem } from './batch-problem'

/**
 * Clarke & Wright: starting with one batch an order, batches are joined through the pair of orders that saves most when
 * picked together, as long as they fit. Quick and fair; the search starts from here.
 */
export function savingsBatches(problem: BatchProblem): number[][] {
  const { count, capacity } = problem
  const alone = Float64Array.from({ length: count }, (_, order) => problem.lengthOf([order]))
  const pairs: { a: number; b: number; saving: number }[] = []
  for (let a = 0; a < count; a++) {
    for (const b of partners(problem, a)) {
      const saving = alone[a]! + alone[b]! - problem.lengthOf([a, b])
      if (saving > 0) pairs.push({ a, b, saving })
    }
  }
  pairs.sort((p, q) => q.saving - p.saving || p.a - q.a || p.b - q.b)

  const batches = Array.from({ length: count }, (_, order) => [order])
  const load = Float64Array.from(problem.units)
  const batchOf = Int32Array.from({ length: count }, (_, order) => order)
  for (const { a, b } of pairs) {
    const kept = batchOf[a]!
    const joined = batchOf[b]!
    if (kept === joined || load[kept]! + load[joined]! > capacity) continue
    for (const order of batches[joined]!) batchOf[order] = kept
    batches[kept]!.push(...batches[joined]!)
    batches[joined] = []
    load[kept]! += load[joined]!
  }
  return batches.filter((orders) => orders.length > 0)
}

/** All later orders, thinned out evenly where there are so many that the pairs would eat the time of the search. */
function* partners(problem: BatchProblem, order: number): Generator<number> {
  const step = Math.max(1, Math.floor(problem.count / 500))
  for (let other = order + 1; other < problem.count; other += step) {
    if (problem.units[order]! + problem.units[other]! <= problem.capacity) yield other
  }
}
