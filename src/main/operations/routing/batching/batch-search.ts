import { Annealing, type Progress } from './annealing'
import { BatchLengths } from './batch-lengths'
import { BatchPool } from './batch-pool'
import type { BatchProblem } from './batch-problem'
import { BatchSelection } from './batch-selection'
import { BatchState } from './batch-state'
import { EXACT_ORDERS, exactBatches } from './exact-batches'
import { Random } from './random'
import { savingsBatches } from './savings'

/** How long to search. With iterations (moves tried) the same seed gives the same plan, whatever the machine does. */
export type Budget = { readonly seconds: number } | { readonly iterations: number }

const MOST_ROUNDS = 10
/** Fewer rounds where one would have less than this many moves an order: better to cool once, slowly. */
const MOVES_PER_ORDER = 1000
/** Only to choose the number of rounds; the clock decides when they end. */
const ASSUMED_MOVES_PER_SECOND = 1_000_000
/** Temperatures as shares of the mean walk of an order picked alone. */
const FIRST_HOT = 0.04
const LATER_HOT = 0.03
const COLD = 0.008
/** The rest of the time is for the last selection. */
const SHARE_OF_TIME = 0.97

/**
 * Orders into batches, least total walk. Small problems are solved to proven optimality; others by rounds of annealing
 * from the best plan so far, each followed by a selection over the good batches of all rounds.
 */
export function searchBatches(problem: BatchProblem, budget: Budget, seed: number): number[][] {
  const found = problem.count <= EXACT_ORDERS ? exactBatches(problem) : searchByRounds(problem, budget, seed)
  return found.map((orders) => orders.toSorted((a, b) => a - b)).toSorted((a, b) => a[0]! - b[0]!)
}

function searchByRounds(problem: BatchProblem, budget: Budget, seed: number): number[][] {
  const random = new Random(seed)
  const state = new BatchState(problem, new BatchLengths(problem, random))
  const pool = new BatchPool(problem)
  const alone = Float64Array.from({ length: problem.count }, (_, order) => problem.lengthOf([order]))
  const meanAlone = alone.reduce((sum, length) => sum + length, 0) / problem.count
  if (meanAlone === 0) return savingsBatches(problem)
  const started = performance.now()
  state.assign(savingsBatches(problem))
  const annealing = new Annealing(state, random, pool)
  const selection = new BatchSelection(
    pool,
    alone.map((length) => length + meanAlone / 100),
  )

  const rounds = roundsFor(budget, problem.count)
  for (let round = 0; round < rounds; round++) {
    state.restore(annealing.best)
    const progress = progressOf(budget, round, rounds, started)
    annealing.run((round === 0 ? FIRST_HOT : LATER_HOT) * meanAlone, COLD * meanAlone, progress)
    pool.addAll(state)
    state.restore(annealing.best)
    pool.addAll(state)
    const chosen = selection.shorterThan(annealing.bestTotal)
    if (chosen) {
      state.assign(chosen.map((batch) => pool.members[batch]!))
      annealing.keep()
    }
    pool.thin(selection.prices)
  }
  state.restore(annealing.best)
  return state.batches()
}

function roundsFor(budget: Budget, count: number): number {
  const moves = 'iterations' in budget ? budget.iterations : budget.seconds * ASSUMED_MOVES_PER_SECOND
  return Math.max(1, Math.min(MOST_ROUNDS, Math.floor(moves / (count * MOVES_PER_ORDER))))
}

function progressOf(budget: Budget, round: number, rounds: number, started: number): Progress {
  if ('iterations' in budget) {
    // Asked at every 256th move, first before any.
    const asked = Math.ceil(budget.iterations / rounds / 256)
    let count = 0
    return () => count++ / asked
  }
  const share = (budget.seconds * 1000 * SHARE_OF_TIME) / rounds
  const begin = performance.now()
  const time = started + share * (round + 1) - begin
  return () => (time <= 0 ? 1 : (performance.now() - begin) / time)
}
