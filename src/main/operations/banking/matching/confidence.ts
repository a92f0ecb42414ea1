import { daysBetween } from '../../../../shared/values/date'

/** Why a proposal is made; the words stand in i18n under `banking.reasons`. */
export type Reason = 'amount' | 'sameDay' | 'nearDay' | 'reference' | 'name' | 'account' | 'rule' | 'oldest' | 'dayRate'

export interface Judged {
  /** 0 to 100. */
  readonly confidence: number
  readonly reasons: readonly Reason[]
}

const WEIGHT: Readonly<Record<Reason, number>> = {
  amount: 50,
  reference: 35,
  sameDay: 20,
  nearDay: 10,
  name: 20,
  account: 20,
  rule: 30,
  oldest: 0,
  dayRate: 40,
}

/** Only a person is sure: no sum of reasons is more than 99. */
export function judged(reasons: readonly Reason[]): Judged {
  return {
    confidence: Math.min(
      99,
      reasons.reduce((sum, reason) => sum + WEIGHT[reason], 0),
    ),
    reasons,
  }
}

/** A bank books on the day or a few days after (or before, where the payment was entered from the statement). */
export function dayReason(bookedOn: string, postedOn: string): Reason[] {
  const days = Math.abs(daysBetween(postedOn, bookedOn))
  if (days === 0) return ['sameDay']
  return days <= 5 ? ['nearDay'] : []
}

const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '')

/** Forms of companies say nothing of who it is. */
const FORMS = /(有限责任公司|股份有限公司|有限公司|公司|gmbh|ltd|limited|llc|inc|corp|co|kg|ag|sa|bv)$/u

/** Two names of one: one holds the other once blanks, signs and the company's form are left away. */
export function isSameName(a: string, b: string): boolean {
  const bare = (text: string): string => letters(text).replace(FORMS, '')
  const [first, second] = [bare(a), bare(b)]
  if (first.length < 2 || second.length < 2) return false
  return first.includes(second) || second.includes(first)
}

/** What the same kind of booking says every time: words without numbers, dates and ids. */
export function patternOf(line: { readonly counterparty: string; readonly text: string }): string {
  const words = line.counterparty === '' ? line.text : line.counterparty
  return words
    .toLowerCase()
    .replaceAll(/[\d#*./:_-]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
}
