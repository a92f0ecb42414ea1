import { describe, expect, it } from 'vitest'
import { subjectsOf } from './subjects'

const subjects = (procedure: string, detail: object, facts: readonly object[] = []): string[] =>
  subjectsOf({ procedure, detail: JSON.stringify(detail), facts: facts.map((fact) => JSON.stringify(fact)) }).map(
    ({ kind, id }) => `${kind} ${id}`,
  )

describe('what an entry of the trail is about', () => {
  it('is told by what was given and by what happened', () => {
    expect(
      subjects('sales.confirmOrder', { id: 5, backOrder: false }, [{ kind: 'sales.orderConfirmed', id: 5 }]),
    ).toEqual(['sales.order 5'])
    expect(
      subjects('purchasing.receiveGoods', { orderId: 2, receivedOn: '2026-01-01', lines: [{ itemId: 9, id: 4 }] }, [
        { kind: 'purchasing.goodsReceived', id: 7 },
      ]),
    ).toEqual(['purchasing.receipt 7', 'purchasing.order 2'])
    expect(subjects('shipping.shipOrder', { orderId: 3 })).toEqual(['sales.order 3'])
    expect(subjects('treasury.postPayment', { direction: 'in', partnerId: 8, amountMinor: 100 })).toEqual([
      'parties.partner 8',
    ])
    expect(subjects('access.deactivateUser', { userId: 2 })).toEqual(['access.user 2'])
    expect(subjects('company.rename', { name: 'a "id":7' })).toEqual([])
    expect(subjects('access.lock', {})).toEqual([])
    expect(subjects('sales.invoicePdf', { id: 4, locale: 'en' })).toEqual(['sales.invoice 4'])
    expect(subjects('shipping.deliveryNotePdf', { id: 6, locale: 'en' })).toEqual(['shipping.shipment 6'])
  })
})
