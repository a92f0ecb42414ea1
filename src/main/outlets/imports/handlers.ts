import type { contract } from '../../../shared/contracts'
import { IMPORT_KINDS } from '../../../shared/contracts/imports'
import { refuse } from '../../../shared/errors'
import type { GivingPort, Handlers } from '../../kernel/dispatch'
import { countOf, pageOf } from './import-queries'
import { importStore } from './import-store'
import { kinds } from './kinds'
import { contextOf, loadTable, undoLoad, type KindName } from './load-table'

export const handlersOf = (port: GivingPort): Handlers<typeof contract.imports> => ({
  listKinds: () => ({
    rows: IMPORT_KINDS.map((kind) => ({
      kind,
      columns: kinds[kind].columns.map(({ name, isKey, isNeeded }) => ({
        name,
        isKey: isKey === true,
        isNeeded: isNeeded === true,
      })),
    })),
  }),
  loadTable: (tx, actor, input) => loadTable(port, tx, actor, input),
  undoLoad: (tx, actor, input) => undoLoad(port, tx, actor, input),
  listLoads: (reader, _actor, input) => {
    const { rows, ...rest } = importStore.list(reader, input)
    return { rows: rows.map((row) => ({ ...row, kind: row.kind as KindName })), ...rest }
  },
  exportTable: (reader, actor, input) => {
    const kind = kinds[input.kind]
    if (kind.tellsCost === true && !actor.rights.has('cost.see')) refuse('access.rightMissing', { right: 'cost.see' })
    const columns = kind.columns.map(({ name }) => name)
    const rows = pageOf(kind, contextOf(reader), input.offset, input.limit)
    return {
      columns,
      rows: rows.map((cells) => columns.map((name) => cells[name] ?? '')),
      total: countOf(kind, reader),
    }
  },
})
