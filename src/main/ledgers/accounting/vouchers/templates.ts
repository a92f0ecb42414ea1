import { refuse } from '../../../../shared/errors'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { bookOf } from '../chart/book'
import { nextMonth } from '../chart/periods'
import { entryLabel } from '../journal/entries'
import { reverseEntry } from '../journal/reverse-journal'
import { draftStore } from './draft-store'
import { dueStore } from './due-store'
import { writeVoucher } from './post-voucher'
import { isReviewRequired } from './settings'
import { templateStore, type StoredTemplate, type TemplateFields } from './template-store'

type TemplateInput = Omit<TemplateFields, 'word' | 'nextOn' | 'endsOn'> & {
  readonly id?: number | undefined
  readonly word?: string | undefined
  readonly nextOn?: string | undefined
  readonly endsOn?: string | undefined
}

/** Most vouchers that one run makes: a template whose start lies years back is a mistake, not a year's work. */
const MOST_AT_ONCE = 200

const lastDayOf = (date: BusinessDate): BusinessDate => addDays(nextMonth(date), -1)

/** A voucher to take again: now and then by hand, or every month by itself on the last day. */
export function saveTemplate(tx: Tx, input: TemplateInput): { id: number } {
  const known = templateStore.all(tx)
  if (known.some(({ id, name }) => name === input.name && id !== input.id)) {
    refuse('accounting.nameTaken', { name: input.name }, 'name')
  }
  const template = {
    name: input.name,
    word: input.word ?? bookOf(tx).chart.voucherTypes.general,
    memo: input.memo,
    lines: input.lines,
    nextOn: input.nextOn === undefined ? null : lastDayOf(input.nextOn),
    endsOn: input.endsOn ?? null,
    reverses: input.reverses,
  }
  tx.announce({ kind: 'accounting.templateSaved' })
  if (input.id === undefined) return { id: templateStore.insert(tx, template) }
  if (!known.some(({ id }) => id === input.id)) refuse('accounting.templateUnknown', {})
  templateStore.update(tx, input.id, template)
  return { id: input.id }
}

export function listTemplates(reader: Reader) {
  return templateStore.all(reader).map((template) => ({
    ...template,
    lines: [...template.lines],
    ...draftStore.namesBehind(reader, template.lines),
  }))
}

export function deleteTemplate(tx: Tx, id: number): { done: true } {
  if (!templateStore.all(tx).some((template) => template.id === id)) refuse('accounting.templateUnknown', {})
  templateStore.remove(tx, id)
  tx.announce({ kind: 'accounting.templateDeleted', id })
  return { done: true }
}

/**
 * Makes what is due by a day: recurring vouchers, each on its own last day of the month, and the reversals of accruals.
 * Where a review is required the recurring ones become drafts; a reversal says nothing new and is posted.
 */
export function postDue(tx: Tx, actor: Actor, on: BusinessDate): { posted: number; drafted: number; reversed: number } {
  let reversed = 0
  for (const due of dueStore.upTo(tx, on)) {
    const source = { kind: 'accounting.voucher', id: due.sourceId }
    const memo = `${entryLabel(due)} ${due.memo}`
    reverseEntry(tx, actor, due, source, { postedOn: due.dueOn, memo })
    dueStore.remove(tx, due.id)
    reversed += 1
  }
  const drafts = isReviewRequired(tx)
  let made = 0
  for (const template of templateStore.dueUpTo(tx, on)) {
    let day: string | null = template.nextOn
    while (day !== null && day <= on && made < MOST_AT_ONCE) {
      makeFrom(tx, actor, template, day, drafts)
      made += 1
      const following: string = lastDayOf(nextMonth(day))
      day = template.endsOn !== null && following > template.endsOn ? null : following
    }
    templateStore.moveOn(tx, template.id, day)
  }
  tx.announce({ kind: 'accounting.duePosted' })
  return { posted: drafts ? 0 : made, drafted: drafts ? made : 0, reversed }
}

function makeFrom(tx: Tx, actor: Actor, template: StoredTemplate, postedOn: string, asDraft: boolean): void {
  const reversesOn = template.reverses ? nextMonth(postedOn) : null
  const voucher = { postedOn, memo: template.memo, word: template.word, attachments: 0, lines: template.lines }
  if (asDraft) draftStore.insert(tx, { ...voucher, reversesOn, templateId: template.id }, actor.userId)
  else {
    writeVoucher(tx, actor, reversesOn === null ? voucher : { ...voucher, reversesOn }, { preparedBy: actor.userId })
  }
}
