import type { contract } from '../../../../shared/contracts'
import { refuse } from '../../../../shared/errors'
import { companyProfile } from '../../../foundation/company'
import type { Handlers } from '../../../kernel/dispatch'
import { openingQueries } from './opening-queries'
import { openingReport } from './opening-report'
import { openingStore } from './opening-store'
import { isReady, planOpening } from './plan/plan-opening'
import { postOpening } from './post-opening'
import { plainCode } from './tables/cells'
import { undoOpening } from './undo-opening'

/** Errors that are told at most; a file with more is mended step by step. */
const TOLD = 500

export const openingHandlers: Handlers<typeof contract.opening> = {
  state: (reader) => ({ areBooksEmpty: openingQueries.areBooksEmpty(reader) }),
  putTable: (tx, _actor, input) => {
    openingStore.putTable(tx, input)
    tx.announce({ kind: 'opening.changed' })
    return { done: true }
  },
  dropTable: (tx, _actor, input) => {
    openingStore.dropTable(tx, input.part)
    tx.announce({ kind: 'opening.changed' })
    return { done: true }
  },
  mapAccount: (tx, _actor, input) => {
    const { accountCode } = input
    if (accountCode !== null) {
      const account = planOpening(tx).own.byCode.get(accountCode)
      if (account === undefined) refuse('accounting.accountUnknown', { account: accountCode }, 'accountCode')
      if (!account.isPostable) refuse('accounting.accountHasParts', { account: accountCode }, 'accountCode')
      if (!account.isActive) refuse('accounting.accountArchived', { account: accountCode }, 'accountCode')
    }
    openingStore.map(tx, plainCode(input.code), accountCode)
    tx.announce({ kind: 'opening.changed' })
    return { done: true }
  },
  check: (reader) => {
    const plan = planOpening(reader)
    const isChinese = companyProfile(reader).locale === 'zh-CN'
    const nameOf = (account: { zh: string; en: string } | undefined): string =>
      (isChinese ? account?.zh : account?.en) ?? ''
    return {
      opensOn: plan.opensOn,
      posted: plan.posted === undefined ? null : { id: plan.posted.id, number: plan.posted.number },
      isFirstMonthClosed: plan.isFirstMonthClosed,
      isReady: isReady(plan),
      tables: [...plan.tables],
      family: plan.family ?? null,
      accounts: plan.accounts.map(({ account, ...row }) => ({
        ...row,
        accountCode: account?.code ?? null,
        accountName: nameOf(account),
      })),
      parity: plan.parity.map(({ key, account, balanceMinor, listedMinor }) => ({
        key,
        accountCode: account?.code ?? '',
        accountName: nameOf(account),
        balanceMinor,
        listedMinor,
      })),
      newPartners: plan.newPartners.length,
      newCategories: [...plan.newCategories],
      errorCount: plan.errors.length,
      errors: plan.errors.slice(0, TOLD),
    }
  },
  post: (tx, actor) => postOpening(tx, actor),
  undo: (tx, actor, input) => undoOpening(tx, actor, input),
  listOpenings: (reader) => ({ rows: openingStore.openings(reader) }),
  getOpening: (reader, _actor, input) => openingReport(reader, input.id),
}
