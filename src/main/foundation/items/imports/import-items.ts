import { createHash } from 'node:crypto'
import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import type { Actor } from '../../../kernel/dispatch'
import { requirePartner } from '../../parties'
import { forget } from '../../search'
import { itemStore } from '../item-store'
import { addItem, changeItem, type Input } from '../save-item'
import { inputOf, planImport } from './check-import'
import { importStore } from './import-store'
import { COLUMNS, rowOf } from './item-table'

interface ImportInput {
  readonly fileName: string
  readonly rows: readonly (readonly string[])[]
}

const markOf = (reader: Reader, itemId: number): string =>
  createHash('sha1')
    .update(JSON.stringify(inputOf(reader, itemId)))
    .digest('base64')

/** Dry run: what would happen, and what is wrong, cell by cell. */
export function checkImport(reader: Reader, input: ImportInput) {
  const { errors, added, changed, same } = planImport(reader, input.rows)
  return { errors: [...errors], added, changed, same }
}

/** All rows or none: new codes are added, known ones changed, archived ones come back. */
export function importItems(tx: Tx, actor: Actor, input: ImportInput) {
  const plan = planImport(tx, input.rows)
  if (plan.errors.length > 0) refuse('items.importHasErrors', { count: plan.errors.length }, 'rows')
  const importId = importStore.insert(tx, input.fileName, actor.userId, plan.added, plan.changed)
  for (const { itemId: known, wasActive, before, after } of plan.rows) {
    const itemId = known ?? addItem(tx, after)
    if (known !== undefined) {
      itemStore.setActive(tx, known, true)
      changeItem(tx, known, after)
    }
    const beforeJson = before === undefined ? null : JSON.stringify(before)
    importStore.insertRow(tx, importId, {
      itemId,
      beforeJson,
      wasActive: wasActive ? 1 : 0,
      afterMark: markOf(tx, itemId),
    })
  }
  tx.announce({ kind: 'items.imported', id: importId })
  return { id: importId, added: plan.added, changed: plan.changed }
}

/** Puts every item back as it was; what the import added is archived. Refuses where an item has changed since. */
export function undoImport(tx: Tx, input: { readonly id: number }): { done: true } {
  const imported = importStore.byId(tx, input.id) ?? refuse('items.importUnknown', {}, 'id')
  if (imported.undoneAt !== null) refuse('items.importUndone', { file: imported.fileName }, 'id')
  const rows = importStore.rowsOf(tx, input.id)
  const moved = rows.filter((row) => markOf(tx, row.itemId) !== row.afterMark)
  if (moved.length > 0) {
    const codes = moved.slice(0, 5).map((row) => itemStore.byId(tx, row.itemId)?.code ?? '')
    refuse('items.importChangedSince', { items: codes.join(', ') + (moved.length > 5 ? ' …' : '') }, 'id')
  }
  for (const row of rows) {
    if (row.beforeJson !== null) changeItem(tx, row.itemId, JSON.parse(row.beforeJson) as Input)
    if (row.wasActive === 1) continue
    itemStore.setActive(tx, row.itemId, false)
    forget(tx, 'items.item', row.itemId)
  }
  importStore.setUndone(tx, input.id)
  tx.announce({ kind: 'items.importUndone', id: input.id })
  return { done: true }
}

/** Items as rows of the table that `importItems` reads. */
export function exportItems(reader: Reader, input: { readonly offset: number; readonly limit: number }) {
  const codes = new Map<number, string>()
  const supplierCode = (id: number | null): string => {
    if (id === null) return ''
    const known = codes.get(id) ?? requirePartner(reader, id).code
    codes.set(id, known)
    return known
  }
  return {
    columns: [...COLUMNS],
    rows: importStore.page(reader, input.offset, input.limit).map(({ id }) => {
      const item = inputOf(reader, id)
      return rowOf(item, supplierCode(item.supplierId))
    }),
    total: importStore.count(reader),
  }
}
