import { refuse } from '../../../../shared/errors'
import { resources } from '../../../../shared/i18n'
import type { Sheet } from '../../../../shared/labels/papers'
import { formatMoney, type Language } from '../../../../shared/values/format'
import { formatDate } from '../../../../shared/values/format-date'
import { companyProfile, nextNumber } from '../../../foundation/company'
import { requirePartner } from '../../../foundation/parties'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import type { ListInput } from '../../../kernel/list-input'
import { renderPaper } from '../../../kernel/paper'
import type { DocumentAnswer } from '../payments/post-payment'
import { dunningStore, type DunningLevel } from './dunning-store'

/** The highest level whose days have passed; 0 before the first. */
export function levelAfter(levels: readonly DunningLevel[], daysOverdue: number): number {
  return levels
    .filter((level) => level.daysOverdue <= daysOverdue)
    .reduce((most, { level }) => Math.max(most, level), 0)
}

export function listDunning(reader: Reader, input: ListInput & { readonly asOf: string }) {
  const levels = dunningStore.levels(reader)
  const { rows, total, overdueMinor } = dunningStore.page(reader, input)
  return {
    rows: rows.map(({ partnerId, partnerCode, partnerName, ...row }) => {
      const last = dunningStore.lastLetter(reader, partnerId)
      return {
        partner: { id: partnerId, code: partnerCode, name: partnerName },
        ...row,
        foreign: dunningStore.overdueAbroad(reader, partnerId, input.asOf),
        level: levelAfter(levels, row.daysOverdue),
        lastLevel: last?.level ?? 0,
        lastSentOn: last?.sentOn ?? null,
      }
    }),
    total,
    sums: { overdueMinor },
  }
}

export function setDunningLevel(tx: Tx, level: DunningLevel): { done: true } {
  const others = dunningStore.levels(tx).filter((each) => each.level !== level.level)
  const isInOrder = others.every((other) =>
    other.level < level.level ? other.daysOverdue < level.daysOverdue : other.daysOverdue > level.daysOverdue,
  )
  if (!isInOrder) refuse('treasury.levelsOutOfOrder', {}, 'daysOverdue')
  dunningStore.setLevel(tx, level)
  tx.announce({ kind: 'treasury.dunningLevelChanged' })
  return { done: true }
}

/** A reminder of everything overdue, at the level of the oldest item. Posts nothing: a letter is no entry. */
export function sendDunning(
  tx: Tx,
  actor: Actor,
  { partnerId, sentOn, note }: { partnerId: number; sentOn: string; note: string },
): DocumentAnswer {
  const partner = requirePartner(tx, partnerId)
  const levels = dunningStore.levels(tx)
  const items = dunningStore.overdueOf(tx, partnerId, sentOn)
  const level = levelAfter(levels, items[0]?.daysOverdue ?? -1)
  if (level === 0) refuse('treasury.nothingToDun', { partner: partner.name })
  const number = nextNumber(tx, 'DL', sentOn)
  const amountMinor = items.reduce((sum, { openMinor }) => sum + openMinor, 0)
  const id = dunningStore.insertLetter(tx, { number, partnerId, level, sentOn, amountMinor, note }, actor.userId)
  for (const item of items) {
    const itemLevel = levelAfter(levels, item.daysOverdue)
    const { id: openItemId, openMinor, foreignOpenMinor: foreignMinor } = item
    dunningStore.insertItem(tx, { letterId: id, openItemId, level: itemLevel, openMinor, foreignMinor })
  }
  tx.announce({ kind: 'treasury.dunningSent', id })
  return { id, number, state: 'posted' }
}

export function dunningPdf(
  reader: Reader,
  { id, locale, sheet }: { readonly id: number; readonly locale: Language; readonly sheet?: Sheet | undefined },
) {
  const letter = dunningStore.letter(reader, id) ?? refuse('treasury.dunningUnknown', {})
  const texts = resources[locale].translation.paper
  const { name, currency: base } = companyProfile(reader)
  const partner = requirePartner(reader, letter.partnerId)
  const own = dunningStore.levels(reader).find(({ level }) => level === letter.level)?.text ?? ''
  const items = dunningStore.itemsOf(reader, id).map(({ currency, openMinor, foreignMinor, ...item }) => ({
    ...item,
    currency: currency ?? base,
    amountMinor: foreignMinor ?? openMinor,
  }))
  const standard = [texts.dunning.first, texts.dunning.second, texts.dunning.last]
  const pdf = renderPaper(
    {
      sender: name,
      title: letter.level === 1 ? texts.dunning.title : texts.dunning.titleAgain,
      number: letter.number,
      addressee: {
        label: texts.statement.to,
        name: partner.name,
        lines: partner.address.split('\n').filter((line) => line !== ''),
      },
      facts: [{ label: texts.statement.date, value: formatDate(letter.sentOn, locale) }],
      columns: [
        { title: texts.statement.document, share: 0.4, align: 'left' },
        { title: texts.statement.date, share: 0.2, align: 'left' },
        { title: texts.invoice.dueOn, share: 0.2, align: 'left' },
        { title: texts.amount, share: 0.2, align: 'right' },
      ],
      rows: items.map(({ documentNumber, postedOn, dueOn, amountMinor, currency }) => [
        documentNumber,
        formatDate(postedOn, locale),
        formatDate(dueOn, locale),
        formatMoney(amountMinor, locale, { currency, symbol: currency !== base }),
      ]),
      // Each currency is paid by itself.
      totals: [...new Set(items.map(({ currency }) => currency))].map((currency) => {
        const due = items.filter((item) => item.currency === currency)
        const sumMinor = due.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
        return { label: texts.total, value: formatMoney(sumMinor, locale, { currency, symbol: true }), isFinal: true }
      }),
      remarks: [own === '' ? (standard[Math.min(letter.level, standard.length) - 1] ?? '') : own, letter.note].filter(
        (text) => text !== '',
      ),
      signatures: [],
      pageLabel: texts.page,
    },
    sheet,
  )
  return { fileName: `${letter.number}.pdf`, base64: pdf.toString('base64') }
}
