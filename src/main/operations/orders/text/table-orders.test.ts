import { expect, it } from 'vitest'
import { tableOrders } from './table-orders'

const columns = { externalNumber: 0, customer: 1, item: 2, count: 3, price: 4, promisedOn: 5 }

it('gathers rows of one number into one order, wherever they stand', () => {
  const { orders, errors } = tableOrders(
    [
      ['A1', 'C1', 'BOLT', '3', '1,200.50', '2026/3/5'],
      ['A2', 'C2', 'TEA', '1.5', '', ''],
      ['', '', '', '', '', ''],
      ['A1', '', 'TEA', '２', '', ''],
    ],
    { ...columns },
  )
  expect(errors).toEqual([{ row: 5, field: 'customer', problem: 'missing' }])
  expect(orders.map((order) => order.externalNumber)).toEqual(['A2'])
})

it('reads figures and days as people write them', () => {
  const { orders } = tableOrders([['A1', 'C1', 'BOLT', '3', '1,200.50', '2026年3月5日']], columns)
  expect(orders).toMatchObject([
    { promisedOn: '2026-03-05', lines: [{ item: 'BOLT', countMicro: 3_000_000, priceMicro: 1_200_500_000 }] },
  ])
})

it('names each cell that is wrong, and leaves out the whole order', () => {
  const { orders, errors } = tableOrders(
    [
      ['A1', 'C1', 'BOLT', 'three', '', ''],
      ['A1', 'C1', 'TEA', '1', '', ''],
      ['A2', 'C1', '', '0', 'x', '31/02'],
      ['A3', 'C1', 'TEA', '1', '', ''],
      ['A3', 'C9', 'TEA', '1', '', ''],
    ],
    columns,
  )
  expect(orders).toEqual([])
  expect(errors).toEqual([
    { row: 2, field: 'count', problem: 'number' },
    { row: 4, field: 'item', problem: 'missing' },
    { row: 4, field: 'count', problem: 'number' },
    { row: 4, field: 'price', problem: 'number' },
    { row: 4, field: 'promisedOn', problem: 'date' },
    { row: 6, field: 'customer', problem: 'differs' },
  ])
})
