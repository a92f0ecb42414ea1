/** Shipping a packed order: cartons, weight, carrier, each with a usual answer, then it leaves. */
import { wrong, type FlowStep } from './flow'

export interface ShipState {
  readonly orderId: number
  readonly orderNumber: string
  readonly expectedWeightGrams: number
  readonly usualCarrier: string
  /** As the cartons say that were packed; 1 where there are none. */
  readonly usualCartons: number
  readonly cartons?: number
  readonly weightGrams?: number
  readonly carrier?: string
  readonly shipment?: { readonly id: number; readonly number: string }
}

export type ShipEvent =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'text'; readonly text: string }
  /** takes the usual answer */
  | { readonly kind: 'confirm' }
  | { readonly kind: 'forget' }
  | { readonly kind: 'shipped'; readonly id: number; readonly number: string }

export interface ShipCall {
  readonly kind: 'ship'
  readonly orderId: number
  readonly cartons: number
  readonly weightGrams: number
  readonly carrier: string
}

type Step = FlowStep<ShipState, ShipCall>

export type ShipAsk = 'cartons' | 'weight' | 'carrier' | 'shipped'

export function startShip(order: Omit<ShipState, 'cartons' | 'weightGrams' | 'carrier' | 'shipment'>): ShipState {
  return order
}

export function shipAsk(state: ShipState): ShipAsk {
  if (state.shipment !== undefined) return 'shipped'
  if (state.cartons === undefined) return 'cartons'
  return state.weightGrams === undefined ? 'weight' : 'carrier'
}

export function shipStep(state: ShipState, event: ShipEvent): Step {
  switch (event.kind) {
    case 'number':
      return numbered(state, event.number)
    case 'text':
      return shipAsk(state) === 'carrier' ? send(state, event.text.trim()) : { state }
    case 'confirm':
      return usual(state)
    case 'forget':
      return { state: forgotten(state) }
    case 'shipped':
      return {
        state: { ...state, shipment: { id: event.id, number: event.number } },
        answer: { kind: 'done', text: 'shipped', params: { order: state.orderNumber, number: event.number } },
      }
  }
}

function numbered(state: ShipState, number: number): Step {
  const ask = shipAsk(state)
  if (ask === 'cartons') {
    if (number < 1 || number > 10_000) return wrong(state, 'station.cartonsWanted')
    return { state: { ...state, cartons: number } }
  }
  return ask === 'weight' ? { state: { ...state, weightGrams: number } } : { state }
}

function usual(state: ShipState): Step {
  switch (shipAsk(state)) {
    case 'cartons':
      return numbered(state, state.usualCartons)
    case 'weight':
      return numbered(state, state.expectedWeightGrams)
    case 'carrier':
      return send(state, state.usualCarrier)
    case 'shipped':
      return { state }
  }
}

function send(state: ShipState, carrier: string): Step {
  const { orderId, cartons = 1, weightGrams = 0 } = state
  if (carrier.length > 60) return wrong(state, 'station.carrierTooLong')
  return { state: { ...state, carrier }, call: { kind: 'ship', orderId, cartons, weightGrams, carrier } }
}

function forgotten(state: ShipState): ShipState {
  const { carrier: _carrier, weightGrams: _weight, cartons, ...rest } = state
  // From the carrier back to the weight, from the weight back to the cartons.
  return shipAsk(state) === 'carrier' && cartons !== undefined ? { ...rest, cartons } : rest
}
