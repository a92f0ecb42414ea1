import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { addAccount, changeAccount, listAccounts, setWriteOffLimit } from './accounts/accounts'
import { getCashEntry, postCashEntry, reverseCashEntry } from './cash-entries/cash-entries'
import { dunningPdf, listDunning, sendDunning, setDunningLevel } from './dunning/dunning'
import { dunningStore } from './dunning/dunning-store'
import { listMovements } from './movement-queries'
import { getNetting, netPartner, reverseNetting } from './netting/net-partner'
import { recordNoteEvent, reverseNoteEvent } from './notes/note-events'
import { getNote, listNotes } from './notes/note-queries'
import { applyAdvance } from './payments/apply-advance'
import { getPayment } from './payments/get-payment'
import { listPayments } from './payments/payment-queries'
import { postPayment } from './payments/post-payment'
import { proposeApplications } from './payments/propose-applications'
import { refundAdvance } from './payments/refund-advance'
import { reversePayment } from './payments/reverse-payment'
import { settleItems } from './payments/settle-items'
import { statementOfAccount, statementPdf } from './statements/statement'
import { getTransfer, postTransfer, reverseTransfer } from './transfers/transfers'
import { getWriteOff, reverseWriteOff, writeOff } from './write-offs/write-off'

export const handlers: Handlers<typeof contract.treasury> = {
  postPayment: (tx, actor, input) => postPayment(tx, actor, input),
  proposeApplications: (reader, _actor, input) => proposeApplications(reader, input),
  refundAdvance: (tx, actor, input) => refundAdvance(tx, actor, input),
  applyAdvance: (tx, actor, input) => applyAdvance(tx, actor, input),
  settleItems: (tx, actor, input) => settleItems(tx, actor, input),
  listPayments: (reader, _actor, input) => listPayments(reader, input),
  getPayment: (reader, _actor, input) => getPayment(reader, input.id),
  reversePayment: (tx, actor, input) => reversePayment(tx, actor, input),
  listAccounts: (reader) => listAccounts(reader),
  addAccount: (tx, _actor, input) => addAccount(tx, input),
  changeAccount: (tx, _actor, input) => changeAccount(tx, input),
  setWriteOffLimit: (tx, _actor, input) => setWriteOffLimit(tx, input.amountMinor),
  postTransfer: (tx, actor, input) => postTransfer(tx, actor, input),
  reverseTransfer: (tx, actor, input) => reverseTransfer(tx, actor, input),
  getTransfer: (reader, _actor, input) => getTransfer(reader, input.id),
  postCashEntry: (tx, actor, input) => postCashEntry(tx, actor, input),
  reverseCashEntry: (tx, actor, input) => reverseCashEntry(tx, actor, input),
  getCashEntry: (reader, _actor, input) => getCashEntry(reader, input.id),
  listMovements: (reader, _actor, input) => listMovements(reader, input),
  writeOff: (tx, actor, input) => writeOff(tx, actor, input),
  reverseWriteOff: (tx, actor, input) => reverseWriteOff(tx, actor, input),
  getWriteOff: (reader, _actor, input) => getWriteOff(reader, input.id),
  netPartner: (tx, actor, input) => netPartner(tx, actor, input),
  reverseNetting: (tx, actor, input) => reverseNetting(tx, actor, input),
  getNetting: (reader, _actor, input) => getNetting(reader, input.id),
  listNotes: (reader, _actor, input) => listNotes(reader, input),
  getNote: (reader, _actor, input) => getNote(reader, input.id),
  recordNoteEvent: (tx, actor, input) => recordNoteEvent(tx, actor, input),
  reverseNoteEvent: (tx, actor, input) => reverseNoteEvent(tx, actor, input),
  statementOfAccount: (reader, _actor, input) => statementOfAccount(reader, input),
  statementPdf: (reader, _actor, input) => statementPdf(reader, input),
  listDunning: (reader, _actor, input) => listDunning(reader, input),
  listDunningLevels: (reader) => ({ rows: dunningStore.levels(reader) }),
  setDunningLevel: (tx, _actor, input) => setDunningLevel(tx, input),
  sendDunning: (tx, actor, input) => sendDunning(tx, actor, input),
  dunningPdf: (reader, _actor, input) => dunningPdf(reader, input),
}
