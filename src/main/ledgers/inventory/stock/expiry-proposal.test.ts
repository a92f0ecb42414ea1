import { expect, it } from 'vitest'
import { expiryProposal } from './expiry-proposal'

it.each([
  { daysLeft: -1, sellsInDays: 1, hasSupplier: true, proposal: 'write-off' },
  { daysLeft: 10, sellsInDays: 10, hasSupplier: true, proposal: 'none' },
  { daysLeft: 10, sellsInDays: 11, hasSupplier: true, proposal: 'promote' },
  { daysLeft: 60, sellsInDays: 90, hasSupplier: true, proposal: 'return' },
  { daysLeft: 60, sellsInDays: null, hasSupplier: false, proposal: 'promote' },
])('$proposal with $daysLeft days left, sold in $sellsInDays', ({ proposal, ...lot }) => {
  expect(expiryProposal(lot)).toBe(proposal)
})
