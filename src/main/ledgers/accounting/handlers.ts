import type { contract } from '../../../shared/contracts'
import type { Handlers } from '../../kernel/dispatch'
import { distributeProfit, profitToDistribute } from './closing/profit-distribution'
import { listAccounts } from './chart/accounts'
import { taxRatesOn } from './chart/taxpayer'
import { addAccount, changeAccount, deleteAccount } from './chart/change-chart'
import { dimensionStore } from './chart/dimension-store'
import { saveDimension } from './chart/dimensions'
import { bookStore } from './chart/book-store'
import { entriesOf, getEntry, listEntries } from './journal/entries'
import { listOpenItems } from './open-items/open-item-queries'
import { postVoucher, reverseVoucher } from './vouchers/post-voucher'
import { deleteDraft, getDraft, listDrafts, postDrafts, reviewDraft, saveDraft } from './vouchers/drafts'
import { saveSettings, settingsOf } from './vouchers/settings'
import { vouchersPdf } from './vouchers/voucher-paper'
import { deleteTemplate, listTemplates, postDue, saveTemplate } from './vouchers/templates'
import { trialBalance } from './trial-balance/trial-balance'

export const handlers: Handlers<typeof contract.accounting> = {
  listAccounts: (reader) => ({ rows: listAccounts(reader) }),
  addAccount: (tx, actor, input) => addAccount(tx, actor, input),
  changeAccount: (tx, _actor, input) => changeAccount(tx, input),
  deleteAccount: (tx, _actor, input) => deleteAccount(tx, input.code),
  listDimensions: (reader) => ({ rows: dimensionStore.all(reader) }),
  saveDimension: (tx, _actor, input) => saveDimension(tx, input),
  settings: (reader) => settingsOf(reader),
  profitToDistribute: (reader, _actor, input) => profitToDistribute(reader, input.on),
  distributeProfit: (tx, actor, input) => distributeProfit(tx, actor, input),
  saveSettings: (tx, _actor, input) => saveSettings(tx, input),
  saveDraft: (tx, actor, input) => saveDraft(tx, actor, input),
  listDrafts: (reader, _actor, input) => listDrafts(reader, input),
  getDraft: (reader, _actor, input) => getDraft(reader, input.id) as never,
  deleteDraft: (tx, _actor, input) => deleteDraft(tx, input.id),
  reviewDraft: (tx, actor, input) => reviewDraft(tx, actor, input),
  postDrafts: (tx, actor, input) => postDrafts(tx, actor, input.ids),
  listTemplates: (reader) => ({ rows: listTemplates(reader) as never }),
  saveTemplate: (tx, _actor, input) => saveTemplate(tx, input),
  deleteTemplate: (tx, _actor, input) => deleteTemplate(tx, input.id),
  postDue: (tx, actor, input) => postDue(tx, actor, input.on),
  listPeriods: (reader) => ({ rows: bookStore.allPeriods(reader) }),
  taxRates: (reader, _actor, input) => ({ rows: taxRatesOn(reader, input) }),
  listEntries: (reader, _actor, input) => listEntries(reader, input),
  getEntry: (reader, _actor, input) => getEntry(reader, input.id),
  entriesOf: (reader, _actor, input) => entriesOf(reader, input.sourceKind, input.sourceId),
  postVoucher: (tx, actor, input) => postVoucher(tx, actor, input),
  printVouchers: (reader, _actor, input) => vouchersPdf(reader, input),
  reverseVoucher: (tx, actor, input) => reverseVoucher(tx, actor, input),
  trialBalance: (reader, _actor, input) => trialBalance(reader, input.from, input.to),
  listOpenItems: (reader, _actor, input) => listOpenItems(reader, input),
}
