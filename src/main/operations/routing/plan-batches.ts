import { BatchProblem } from './batching/batch-problem'
import { searchBatches, type Budget } from './batching/batch-search'
import type { Layout, Place, RoutingPolicy } from './layout'
import { route } from './route'

export interface OrderStop extends Place {
  /** What the stop takes of the capacity. */
  readonly units: number
}

export interface OrderToBatch<Id> {
  readonly id: Id
  readonly stops: readonly OrderStop[]
}

export interface BatchRequest<Id> {
  readonly layout: Layout
  readonly orders: readonly OrderToBatch<Id>[]
  /** Of one walk, in the unit of the stops' `units`. */
  readonly capacity: number
  readonly budget: Budget
  /** Shortest walks unless told otherwise. */
  readonly routing?: RoutingPolicy
  /** Any integer; matters to a budget of iterations only, which it makes repeatable. */
  readonly seed?: number
}

export interface WalkedStop<Id> extends OrderStop {
  readonly orderId: Id
  /** Which of the order's stops it is. */
  readonly index: number
}

export interface PlannedBatch<Id> {
  readonly orderIds: Id[]
  readonly length: number
  /** In walking order. */
  readonly stops: WalkedStop<Id>[]
  /** The walk from depot to depot, to draw or to announce. */
  readonly path: Place[]
}

/** An order that no walk can carry. Orders are never split, so it has to be before it comes here. */
export class OrderExceedsCapacity extends Error {
  readonly orderId: unknown
  readonly units: number
  readonly capacity: number

  constructor(orderId: unknown, units: number, capacity: number) {
    super(`order ${String(orderId)} takes ${units} of a capacity of ${capacity}`)
    this.name = 'OrderExceedsCapacity'
    this.orderId = orderId
    this.units = units
    this.capacity = capacity
  }
}

/** Orders into batches that fit one walk each, and the walk of each batch; least walk in all, as far as the budget goes. */
export function planBatches<Id>(request: BatchRequest<Id>): PlannedBatch<Id>[] {
  const { layout, orders, capacity, budget, routing = 'optimal', seed = 1 } = request
  if (!(capacity >= 0)) throw new RangeError(`capacity must be 0 or more, not ${capacity}`)
  const loads = orders.map((order) => order.stops.reduce((sum, stop) => sum + stop.units, 0))
  for (const [index, units] of loads.entries()) {
    if (!(units >= 0)) throw new RangeError(`order ${String(orders[index]!.id)} takes ${units} units`)
    if (units > capacity) throw new OrderExceedsCapacity(orders[index]!.id, units, capacity)
  }
  const sized = orders.map((order, index) => ({ units: loads[index]!, stops: order.stops }))
  const problem = new BatchProblem(layout, sized, capacity, routing)
  return searchBatches(problem, budget, seed).map((batch) => {
    const batched = batch.map((index) => orders[index]!)
    const stops = batched.flatMap(({ id, stops: own }) => own.map((stop, index) => ({ ...stop, orderId: id, index })))
    const { length, sequence, path } = route(layout, stops, routing)
    return { orderIds: batched.map(({ id }) => id), length, stops: sequence.map((stop) => stops[stop]!), path }
  })
}
