import { refuse } from '../../../../shared/errors'
import { decimalText } from '../../../../shared/values/integers'
import { companyProfile, currencyDecimalsOf, nextNumber } from '../../../foundation/company'
import { index } from '../../../foundation/search'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { postJournal, requireFreeAccount, reverseJournal } from '../../../ledgers/accounting'
import { taxStore } from '../tax-store'
import { transferOutStore, type StoredTransferOut } from './transfer-out-store'

export const TRANSFER_OUT = 'tax.transferOut'

export interface TransferOutInput {
  readonly transferredOn: string
  readonly amountMinor: number
  readonly reason: 'loss' | 'welfare' | 'exempt' | 'private' | 'other'
  readonly accountCode: string
  readonly note: string
}

/** Input tax that may not stay deducted: it becomes cost of what its goods or services were used for. */
export function transferOut(tx: Tx, actor: Actor, input: TransferOutInput) {
  const { transferredOn, amountMinor, reason, note } = input
  // The Chinese columns of VAT keep what was deducted and what was taken out apart; elsewhere it leaves the account.
  const isChinese = companyProfile(tx).pack === 'cn-sbe'
  const deductedMinor =
    0 -
    taxStore.creditBalance(tx, 'input-tax', transferredOn) -
    (isChinese ? taxStore.creditBalance(tx, 'input-tax-transferred-out', transferredOn) : 0)
  if (amountMinor > deductedMinor) {
    const open = decimalText(Math.max(0, deductedMinor), currencyDecimalsOf(tx))
    refuse('tax.beyondDeducted', { open }, 'amountMinor')
  }
  const accountId = requireFreeAccount(tx, input.accountCode, 'accountCode')
  const number = nextNumber(tx, 'TO', transferredOn)
  const id = transferOutStore.insert(tx, {
    number,
    transferredOn,
    amountMinor,
    reason,
    accountId,
    note,
    by: actor.userId,
  })
  postJournal(tx, actor, {
    postedOn: transferredOn,
    memo: [number, note].filter((text) => text !== '').join(' '),
    source: { kind: TRANSFER_OUT, id },
    lines: [
      { accountId, debitMinor: amountMinor },
      { role: isChinese ? 'input-tax-transferred-out' : 'input-tax', creditMinor: amountMinor },
    ],
  })
  index(tx, { kind: TRANSFER_OUT, id, title: number, subtitle: transferredOn, words: [note] })
  tx.announce({ kind: 'tax.transferredOut', id })
  return { id, number, state: 'posted' }
}

export function getTransferOut(reader: Reader, id: number): StoredTransferOut {
  return transferOutStore.find(reader, id) ?? refuse('tax.transferOutUnknown', {})
}

export function reverseTransferOut(tx: Tx, actor: Actor, input: { id: number; reversedOn: string; reason: string }) {
  const { id, number, state } = getTransferOut(tx, input.id)
  if (state === 'reversed') refuse('tax.transferOutReversed', { number })
  const memo = [number, input.reason].filter((text) => text !== '').join(' ')
  reverseJournal(tx, actor, { kind: TRANSFER_OUT, id }, { postedOn: input.reversedOn, memo })
  transferOutStore.markReversed(tx, id)
  tx.announce({ kind: 'tax.transferOutReversed', id })
  return { id, number, state: 'reversed' }
}
