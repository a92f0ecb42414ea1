/**
 * Routing: how to walk the aisles of a hall, and which orders to pick on one walk. Owns nothing, stores nothing, knows no
 * other room: positions in, walks out, so that it can be lifted out and used elsewhere.
 * Invariants: an `optimal` route is a shortest one; every path can be walked and re-adds to its length; each order is in
 * exactly one batch, whole; no batch exceeds the capacity; a budget of iterations gives the same plan for the same seed.
 */
export type { Budget } from './batching/batch-search'
export type { Layout, Place, Route, RoutingPolicy } from './layout'
export type { BatchRequest, OrderStop, OrderToBatch, PlannedBatch, WalkedStop } from './plan-batches'
export { OrderExceedsCapacity, planBatches } from './plan-batches'
export { route } from './route'
export type { BatchInstance, SolvedInstance, SolveOptions } from './solve-instance'
export { solveInstance } from './solve-instance'
