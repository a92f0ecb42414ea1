import { Annealing, type Progress } from './annealing'
import { BatchLengths } from './batch-lengths'
import { BatchPool } from './batch-pool'
import type { BatchProblem } from './batch-problem'
import { BatchSelection, everyBatch } from './batch-selection'
import { BatchState } from './batch-state'
import { EXACT_ORDERS, exactBatches } from './exact-batches'
import { Random } from './random'
import { savingsBatches } from './savings'

/** How long to search. With iterations (moves tried) the same seed gives the same plan, whatever the machine does. */
export type Budget = { readonly seconds: number } | { readonly iterations: number }

const MOST_ROUNDS = 10
/** Fewer rounds where one would have less than this many moves an order: better to cool once, slowly. */
const MOVES_PER_ORDER = 1000
const ASSUMED_MOVES_PER_SECOND = 1_000_000
/** Where no more batches than this fit at all, all of them are chosen from, which may prove a plan to be the best. */
const MOST_BATCHES = 150_000
const MOVES_PER_BATCH = 25
const MOVES_PER_NODE = 1000
/** Temperatures as shares of the mean walk of an order picked alone. */
const FIRST_HOT = 0.04
const LATER_HOT = 0.03
const COLD = 0.008
/** The rest of the time is for the last selection. */
const SHARE_OF_TIME = 0.97

/**
 * Orders into batches, least total walk. Small problems are solved to proven optimality; others by rounds of annealing
 * from the best plan so far, each followed by a selection over the good batches of all rounds, or over all batches where
 * these can be listed: then the search may end early, with the best plan there is.
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
  const selection = new BatchSelection(alone.map((length) => length + meanAlone / 100))
  const moves = movesIn(budget)
  let every = everyBatch(problem, Math.min(MOST_BATCHES, moves / MOVES_PER_BATCH))

  const rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor(moves / (problem.count * MOVES_PER_ORDER))))
  for (let round = 0; round < rounds; round++) {
    state.restore(annealing.best)
    const progress = progressOf(budget, round, rounds, started)
    annealing.run((round === 0 ? FIRST_HOT : LATER_HOT) * meanAlone, COLD * meanAlone, progress)
    pool.addAll(state)
    state.restore(annealing.best)
    pool.addAll(state)
    const effort = every
      ? { priceRounds: 400, width: 5000, nodes: Math.ceil(moves / MOVES_PER_NODE) }
      : { priceRounds: round === 0 ? 150 : 50, width: 500, nodes: 2000 }
    const { plan, isProven, remaining } = selection.shorterThan(annealing.bestTotal, every ?? pool.choice(), effort)
    if (plan) {
      state.assign(plan)
      annealing.keep()
    }
    if (every && isProven) break
    if (every) every = remaining
    else pool.thin(selection.prices)
  }
  state.restore(annealing.best)
  return state.batches()
}

/** Only to divide the work; a budget of seconds ends by the clock. */
function movesIn(budget: Budget): number {
  return 'iterations' in budget ? budget.iterations : budget.seconds * ASSUMED_MOVES_PER_SECOND
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
