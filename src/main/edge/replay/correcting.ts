import { lineAmountMinor } from '../../../shared/values/money'
import type { Crew } from './crew'
import { unitsMicro, type PeopleAndGoods } from './people-and-goods'
import { putAwayAll } from './supplying'
import { byInvoice, chunks } from './selling'
import type { RetailLine } from './retail-line'

/** `C` invoices: goods come back, or a charge is given back, with a credit note. Returns the customers credited. */
export function creditDay(
  crew: Crew,
  world: PeopleAndGoods,
  warehouseId: number,
  lines: readonly RetailLine[],
): Set<string> {
  const credited = new Set<string>()
  for (const ofInvoice of byInvoice(lines).values()) {
    for (const chunk of chunks(ofInvoice)) {
      const first = chunk[0]
      if (first === undefined) continue
      crew.bookkeeper.shipping.receiveReturn({
        customerId: world.customer(first.customer).id,
        warehouseId,
        returnedOn: crew.day,
        reason: first.invoice,
        lines: chunk.map((line) => {
          const goods = world.goods(line.code)
          if (!goods.isService) goods.onHand += line.units
          return { itemId: goods.id, quantityMicro: unitsMicro(line.units), priceMicro: line.priceMicro }
        }),
      })
      crew.document('shipping.return')
      crew.document('sales.credit-note')
      credited.add(first.customer)
    }
  }
  putAwayAll(crew, warehouseId)
  return credited
}

/** Stock that the file writes off: broken, lost, thrown away; one document for each of its numbers. */
export function adjustDay(crew: Crew, world: PeopleAndGoods, warehouseId: number, lines: readonly RetailLine[]): void {
  for (const ofInvoice of byInvoice(lines).values()) {
    for (const chunk of chunks(ofInvoice)) {
      crew.bookkeeper.warehouse.adjustStock({
        warehouseId,
        adjustedOn: crew.day,
        reason: reasonOf(chunk[0]),
        lines: chunk.map((line) => {
          const goods = world.goods(line.code)
          goods.onHand -= line.units
          return { itemId: goods.id, quantityMicro: -unitsMicro(line.units) }
        }),
      })
      crew.document('warehouse.adjustment')
    }
  }
}

function reasonOf(line: RetailLine | undefined): string {
  const said = line?.description ?? ''
  return `${line?.invoice ?? ''} ${said}`.trim().slice(0, 200)
}

export interface BadDebtAccounts {
  readonly badDebt: string
  readonly claim: string
}

/**
 * `A` invoices: a claim is written off, or taken back on. They name no customer, so the claim stands in the account for
 * other receivables: what customers owe is proved document by document and takes no voucher.
 */
export function writeOffDay(
  crew: Crew,
  world: PeopleAndGoods,
  accounts: BadDebtAccounts,
  lines: readonly RetailLine[],
): void {
  for (const line of lines) {
    const amount = lineAmountMinor(unitsMicro(line.units), line.priceMicro)
    const [debit, credit] = amount < 0 ? [accounts.badDebt, accounts.claim] : [accounts.claim, accounts.badDebt]
    const partnerId = world.customer(line.customer).id
    crew.bookkeeper.accounting.postVoucher({
      postedOn: crew.day,
      memo: `${line.invoice} ${line.description}`.trim().slice(0, 200),
      lines: [
        { accountCode: debit, debitMinor: Math.abs(amount), partnerId },
        { accountCode: credit, creditMinor: Math.abs(amount), partnerId },
      ],
    })
    crew.document('accounting.voucher')
  }
}
