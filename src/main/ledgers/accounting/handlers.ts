import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { listAccounts } from './chart/accounts'
import { taxRatesOn } from './chart/book'
import { bookStore } from './chart/book-store'
import { entriesOf, getEntry, listEntries } from './journal/entries'
import { listOpenItems } from './open-items/open-item-queries'
import { setPeriodState } from './chart/periods'
import { postVoucher, reverseVoucher } from './journal/post-voucher'
import { trialBalance } from './trial-balance/trial-balance'

export const handlers: Handlers<typeof contract.accounting> = {
  listAccounts: (reader) => ({ rows: listAccounts(reader) }),
  listPeriods: (reader) => ({ rows: bookStore.allPeriods(reader) }),
  setPeriodState: (tx, _actor, input) => setPeriodState(tx, input),
  taxRates: (reader, _actor, input) => ({ rows: taxRatesOn(reader, input.on) }),
  listEntries: (reader, _actor, input) => listEntries(reader, input),
  getEntry: (reader, _actor, input) => getEntry(reader, input.id),
  entriesOf: (reader, _actor, input) => entriesOf(reader, input.sourceKind, input.sourceId),
  postVoucher: (tx, actor, input) => postVoucher(tx, actor, input),
  reverseVoucher: (tx, actor, input) => reverseVoucher(tx, actor, input),
  trialBalance: (reader, _actor, input) => trialBalance(reader, input.from, input.to),
  listOpenItems: (reader, _actor, input) => listOpenItems(reader, input),
}
