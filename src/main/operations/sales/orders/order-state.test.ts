import { expect, it } from 'vitest'
import { stateOf } from './order-state'

const progress = { state: 'confirmed', isOpen: 1, isToInvoice: 0, hasShippedGoods: 0, hasShipped: 0 } as const

it.each([
  ['nothing has left', {}, 'confirmed'],
  ['only a service has', { isToInvoice: 1, hasShipped: 1 }, 'confirmed'],
  ['some goods have left', { hasShippedGoods: 1, hasShipped: 1 }, 'partly-shipped'],
  ['all has left', { isOpen: 0, isToInvoice: 1, hasShippedGoods: 1, hasShipped: 1 }, 'shipped'],
  ['all is invoiced', { isOpen: 0, hasShippedGoods: 1, hasShipped: 1 }, 'closed'],
  ['all was given up', { isOpen: 0 }, 'cancelled'],
] as const)('%s', (_name, change, state) => {
  expect(stateOf({ ...progress, ...change })).toBe(state)
})
