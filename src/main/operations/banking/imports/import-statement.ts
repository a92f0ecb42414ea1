import { createHash } from 'node:crypto'
import type { BankFile, BankFileLine } from '../../../../shared/bank-files'
import { refuse } from '../../../../shared/errors'
import { companyProfile } from '../../../foundation/company'
import type { Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { findMoneyAccount, writtenIn, type MoneyAccount } from '../../treasury'
import { statementStore } from './statement-store'

/** Keeps a bank's statement. All or nothing: what does not add up, is not this account's, or is known already is refused. */
export function importStatement(
  tx: Tx,
  actor: Actor,
  input: { accountId: number; fileName: string; statement: BankFile },
): { id: number; imported: number; known: number } {
  const { accountId, fileName, statement } = input
  const account = findMoneyAccount(tx, accountId)
  if (account.kind !== 'bank') refuse('banking.notABank', { account: account.name }, 'accountId')
  requireThisAccount(tx, account, statement)
  requireSum(tx, fileName, account.currency, statement)
  const contentHash = hashOf(statement)
  const earlier = statementStore.ofHash(tx, accountId, contentHash)
  if (earlier !== undefined) {
    const on = earlier.importedAt.slice(0, 10)
    refuse('banking.fileKnown', { file: fileName, earlier: earlier.fileName, on }, 'statement')
  }
  const lines = fingerprinted(statement.lines)
  const fresh = lines.filter(({ fingerprint }) => !statementStore.isKnown(tx, accountId, fingerprint))
  if (fresh.length === 0) refuse('banking.linesKnown', { file: fileName, count: lines.length }, 'statement')
  const sumOf = (part: readonly BankFileLine[]): number => part.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const { format, fromOn, toOn, openingMinor, closingMinor } = statement
  const knownMinor = sumOf(lines) - sumOf(fresh)
  const knownCount = lines.length - fresh.length
  const head = { accountId, fileName, format, contentHash, fromOn, toOn, openingMinor, closingMinor }
  const id = statementStore.insert(tx, { ...head, knownMinor, knownCount }, actor.userId)
  for (const line of fresh) statementStore.insertLine(tx, { ...line, statementId: id, accountId })
  tx.announce({ kind: 'banking.statementImported', id })
  return { id, imported: fresh.length, known: knownCount }
}

/** Account numbers as banks write them differ in blanks and in what stands before: the last digits decide. */
function requireThisAccount(tx: Tx, account: MoneyAccount, statement: BankFile): void {
  const { bankNumber } = account
  const currency = account.currency ?? companyProfile(tx).currency
  if (statement.currency !== '' && statement.currency !== currency) {
    refuse('banking.otherCurrency', { currency: statement.currency, own: currency }, 'statement')
  }
  const digits = (text: string): string => text.replaceAll(/[^\dA-Z]/gi, '').toUpperCase()
  const own = digits(bankNumber)
  const theirs = digits(statement.accountNumber)
  if (own === '' || theirs === '' || own.endsWith(theirs) || theirs.endsWith(own)) return
  refuse('banking.otherAccount', { theirs: statement.accountNumber, own: bankNumber }, 'accountId')
}

function requireSum(tx: Tx, file: string, currency: string | null, statement: BankFile): void {
  const { openingMinor, closingMinor, lines } = statement
  if (openingMinor === null || closingMinor === null) return
  const moved = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const difference = openingMinor + moved - closingMinor
  if (difference === 0) return
  const written = (amountMinor: number): string => writtenIn(tx, currency, amountMinor)
  const params = { file, opening: written(openingMinor), moved: written(moved), closing: written(closingMinor) }
  refuse('banking.doesNotAddUp', { ...params, difference: written(difference) }, 'statement')
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

function hashOf({ fromOn, toOn, openingMinor, closingMinor, lines }: BankFile): string {
  return hash(JSON.stringify([fromOn, toOn, openingMinor, closingMinor, lines]))
}

/** The same booking in another file has the same fingerprint; two alike on one day are told apart by their order. */
function fingerprinted(lines: readonly BankFileLine[]): (BankFileLine & { readonly fingerprint: string })[] {
  const seen = new Map<string, number>()
  return lines.map((line) => {
    const { bookedOn, amountMinor, counterparty, counterpartyNumber, text, bankReference } = line
    const content = bankReference === '' ? [counterparty, counterpartyNumber, text] : [bankReference]
    const plain = JSON.stringify([bookedOn, amountMinor, ...content])
    const at = seen.get(plain) ?? 0
    seen.set(plain, at + 1)
    return { ...line, fingerprint: hash(`${plain} ${at}`) }
  })
}

/** Takes an import back, as long as none of its lines is matched. */
export function deleteStatement(tx: Tx, id: number): { done: true } {
  const found = statementStore.find(tx, id) ?? refuse('banking.statementUnknown', {})
  const matched = statementStore.matchedCount(tx, id)
  if (matched > 0) refuse('banking.linesMatched', { file: found.fileName, count: matched })
  statementStore.remove(tx, id)
  tx.announce({ kind: 'banking.statementDeleted', id })
  return { done: true }
}
