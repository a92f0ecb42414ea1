import { useQuery } from '@tanstack/react-query'
import type { Refusal } from '../../../shared/errors'
import { useCommand } from '../../app/commands'
import { api, engine, type Engine } from '../../app/engine'
import type { Line } from './reconcile'

export type Proposal = Awaited<ReturnType<Engine['banking']['propose']>>['rows'][number]

export interface Proposals {
  /** Undefined while they are looked for. */
  readonly rows: readonly Proposal[] | undefined
  readonly accept: (proposal: Proposal) => Promise<void>
  readonly isRunning: boolean
  readonly refusal: Refusal | undefined
}

/** What a line of the bank may be, and the way to take one of it. */
export function useProposals(line: Line | undefined, onDone: () => void): Proposals {
  const booked = useCommand(engine.banking.acceptBooked)
  const paid = useCommand(engine.banking.acceptPayment)
  const entered = useCommand(engine.banking.acceptEntry)
  const { data } = useQuery(
    api.banking.propose.queryOptions({
      input: { lineId: line?.id ?? 0 },
      enabled: line !== undefined && line.how === null,
    }),
  )
  const take = ({ book, payment, accountCode, confidence }: Proposal, { id: lineId, amountMinor }: Line) => {
    if (book !== null) {
      const { entryId, lineNumber } = book
      return booked.run({ lineIds: [lineId], bookLines: [{ entryId, lineNumber }], confidence })
    }
    if (payment !== null) {
      const applications = payment.applications.map((each) => ({
        openItemId: each.openItemId,
        amountMinor: each.amountMinor,
        ...(each.paidMinor === null ? {} : { paidMinor: each.paidMinor }),
      }))
      return paid.run({ lineId, partnerId: payment.partner.id, applications })
    }
    return entered.run({
      lineId,
      lines: [{ accountCode: accountCode ?? '', amountMinor: Math.abs(amountMinor) }],
    })
  }
  return {
    rows: data?.rows,
    accept: async (proposal) => {
      if (line === undefined) return
      const answer = await take(proposal, line)
      if (answer !== undefined) onDone()
    },
    isRunning: booked.isRunning || paid.isRunning || entered.isRunning,
    refusal: booked.refusal ?? paid.refusal ?? entered.refusal,
  }
}
