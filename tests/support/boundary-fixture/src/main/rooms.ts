import * as ping from './operations/ping'; export const roomCalls: Record<string, readonly string[]> = { 'operations/ping': ['operations/pong'], 'operations/pong': ['operations/ping', 'ledgers/stock'], 'operations/sales': ['operations/warehouse'], 'operations/gone': [] } // breaks: circle, sideways, sideways
// Line 1 is where the checker reports what is wrong with the list itself: a circle, a call across floors, a room that
// is not there.
export const rooms = [ping]
