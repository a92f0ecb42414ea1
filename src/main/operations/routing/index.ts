/**
 * Routing: how to walk a warehouse block, and which orders to pick on one walk. Owns nothing, stores nothing, knows no
 * other room: positions in, walks out, so that it can be lifted out and used elsewhere.
 * Invariants: an `optimal` route is a shortest one; every path can be walked and re-adds to its length.
 */
export type { Layout, Place, Route, RoutingPolicy } from './layout'
export { route, routeLength } from './route'
