import { expect, it } from 'vitest'
import { shipmentJournal } from './shipment-posting'

it.each([0, 1, 123_456])('moves %i from stock to cost of sales', (costMinor) => {
  expect(shipmentJournal(costMinor)).toEqual([
    { role: 'cost-of-sales', debitMinor: costMinor },
    { role: 'stock', creditMinor: costMinor },
  ])
})
