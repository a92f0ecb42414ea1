import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { ListInput } from '../../../kernel/list-input'
import { bookOf } from '../chart/book'
import { draftStore, type StoredDraft } from './draft-store'
import { writeVoucher, type VoucherAnswer, type VoucherInput } from './post-voucher'
import { isReviewRequired } from './settings'
import { checkedLine } from './voucher-lines'

interface DraftInput extends Omit<VoucherInput, 'word'> {
  readonly id?: number | undefined
  readonly word?: string | undefined
}

interface DraftAnswer {
  readonly id: number
  readonly number: null
  readonly state: string
}

/** Keeps a voucher that is not finished or waits for its review. Anything may still be missing; posting asks for all. */
export function saveDraft(tx: Tx, actor: Actor, input: DraftInput): DraftAnswer {
  const draft = {
    word: input.word ?? bookOf(tx).chart.voucherTypes.general,
    postedOn: input.postedOn,
    memo: input.memo,
    attachments: input.attachments,
    lines: input.lines,
    reversesOn: input.reversesOn ?? null,
    templateId: null,
  }
  let { id } = input
  if (id === undefined) id = draftStore.insert(tx, draft, actor.userId)
  else {
    const stored = requireDraft(tx, id)
    draftStore.update(tx, id, { ...draft, templateId: stored.templateId }, actor.userId)
  }
  tx.announce({ kind: 'accounting.draftSaved', id })
  return { id, number: null, state: 'draft' }
}

export function listDrafts(reader: Reader, input: ListInput) {
  const { total, amountMinor } = draftStore.sums(reader, input)
  return { rows: draftStore.page(reader, input), total, sums: { amountMinor } }
}

export function getDraft(reader: Reader, id: number) {
  const { templateId: _templateId, ...draft } = requireDraft(reader, id)
  return { ...draft, lines: [...draft.lines], ...draftStore.namesBehind(reader, draft.lines) }
}

export function deleteDraft(tx: Tx, id: number): { done: true } {
  requireDraft(tx, id)
  draftStore.remove(tx, id)
  tx.announce({ kind: 'accounting.draftDeleted', id })
  return { done: true }
}

/** 审核: a second person looks at it before it is posted. What could not be posted is not worth a review. */
export function reviewDraft(tx: Tx, actor: Actor, input: { id: number; isReviewed: boolean }): DraftAnswer {
  const draft = requireDraft(tx, input.id)
  if (input.isReviewed) {
    if (draft.preparedBy === actor.userId) refuse('accounting.reviewByOther', {})
    requirePostable(tx, draft)
  }
  draftStore.review(tx, draft.id, input.isReviewed ? actor.userId : null)
  tx.announce({ kind: 'accounting.draftReviewed', id: draft.id })
  return { id: draft.id, number: null, state: input.isReviewed ? 'reviewed' : 'draft' }
}

/** Posts drafts in the order of their days: all of them or none. */
export function postDrafts(tx: Tx, actor: Actor, ids: readonly number[]): { posted: VoucherAnswer[] } {
  const drafts = [...new Set(ids)].map((id) => requireDraft(tx, id))
  drafts.sort((a, b) => (a.postedOn === b.postedOn ? a.id - b.id : a.postedOn < b.postedOn ? -1 : 1))
  return { posted: drafts.map((draft) => postDraft(tx, actor, draft)) }
}

function postDraft(tx: Tx, actor: Actor, draft: StoredDraft): VoucherAnswer {
  if (draft.state !== 'reviewed' && isReviewRequired(tx)) refuse('accounting.reviewMissing', { memo: draft.memo })
  requireFilled(draft)
  const answer = writeVoucher(tx, actor, voucherOf(draft), {
    preparedBy: draft.preparedBy,
    ...(draft.reviewedBy === null ? {} : { reviewedBy: draft.reviewedBy }),
  })
  draftStore.remove(tx, draft.id)
  return answer
}

function requirePostable(tx: Tx, draft: StoredDraft): void {
  requireFilled(draft)
  const lines = draft.lines.map((line, at) => checkedLine(tx, line, `lines.${at}`, draft.postedOn))
  const difference = lines.reduce((sum, line) => sum + line.debitMinor - line.creditMinor, 0)
  if (difference !== 0) refuse('accounting.draftNotBalanced', { memo: draft.memo })
}

function requireFilled(draft: StoredDraft): void {
  if (draft.memo === '') refuse('accounting.memoMissing', {}, 'memo')
  if (draft.lines.length < 2) refuse('accounting.linesMissing', { memo: draft.memo }, 'lines')
}

const voucherOf = (draft: StoredDraft): VoucherInput => ({
  postedOn: draft.postedOn,
  memo: draft.memo,
  word: draft.word,
  attachments: draft.attachments,
  lines: draft.lines,
  ...(draft.reversesOn === null ? {} : { reversesOn: draft.reversesOn }),
})

function requireDraft(reader: Reader, id: number): StoredDraft {
  return draftStore.find(reader, id) ?? refuse('accounting.draftUnknown', {})
}
