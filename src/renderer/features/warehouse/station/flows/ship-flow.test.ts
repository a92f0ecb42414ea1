import { describe, expect, it } from 'vitest'
import { codeOf, play } from './flow-fixture'
import { shipAsk, shipStep, startShip, type ShipEvent } from './ship-flow'

const order = { orderId: 4, orderNumber: 'SO-4', expectedWeightGrams: 2500, usualCartons: 1, usualCarrier: 'Own van' }
const run = (...events: ShipEvent[]) => play(shipStep, startShip(order), ...events)
const confirm: ShipEvent = { kind: 'confirm' }

describe('shipping', () => {
  it('ships with the usual answers by three confirms', () => {
    expect(run(confirm, confirm, confirm).call).toEqual({
      kind: 'ship',
      orderId: 4,
      cartons: 1,
      weightGrams: 2500,
      carrier: 'Own van',
    })
  })

  it('takes what is entered instead', () => {
    const step = run({ kind: 'number', number: 3 }, { kind: 'number', number: 9000 }, { kind: 'text', text: ' Post ' })
    expect(step.call).toMatchObject({ cartons: 3, weightGrams: 9000, carrier: 'Post' })
    expect(codeOf(run({ kind: 'number', number: 0 }))).toBe('station.cartonsWanted')
  })

  it('goes back a question at a time', () => {
    expect(shipAsk(run(confirm, confirm, { kind: 'forget' }).state)).toBe('weight')
    expect(shipAsk(run(confirm, { kind: 'forget' }).state)).toBe('cartons')
  })

  it('ends with the shipment', () => {
    expect(shipAsk(run({ kind: 'shipped', id: 1, number: 'DN-1' }).state)).toBe('shipped')
  })
})
