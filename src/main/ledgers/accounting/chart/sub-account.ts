import { refuse } from '../../../../shared/errors'
import { requireCurrency } from '../../../foundation/currencies'
import type { Tx } from '../../../kernel/db'
import { accountStore } from './account-store'
import { accountOfRole, forgetBook } from './book'
import { bookStore } from './book-store'
import type { Role } from './chart'

/**
 * Opens an account of its own beside the one that plays a role: a second bank account, a petty cash. What stands on the
 * first stays there, so it goes on to take postings. Returns its id.
 */
export function openSubAccount(tx: Tx, role: Role, name: string, currency: string | null = null): number {
  if (currency !== null) requireCurrency(tx, currency)
  const player = accountStore.byId(tx, accountOfRole(tx, role))!
  // Where the role has moved to a part already, the new one is its sister.
  const above = player.parentId === null ? undefined : accountStore.byId(tx, player.parentId)
  const parent = above !== undefined && above.cashKind === player.cashKind ? above : player
  for (let at = 1; at < 100; at += 1) {
    const code = `${parent.code}${String(at).padStart(2, '0')}`
    if (accountStore.byCode(tx, code) !== undefined) continue
    const { kind, normalSide: side, cashKind } = parent
    const cash = cashKind === '' ? {} : { cash: cashKind }
    const id = bookStore.insertAccount(tx, { code, zh: name, en: name, kind, side, ...cash }, parent.id, true)
    if (currency !== null) accountStore.update(tx, { ...accountStore.byId(tx, id)!, currency })
    forgetBook(tx)
    return id
  }
  return refuse('accounting.noSubAccountLeft', { account: parent.code })
}
