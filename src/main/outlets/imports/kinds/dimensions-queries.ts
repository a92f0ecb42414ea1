import type { Cells } from '../cells'
import type { Kind } from '../kind'

const inputOf = ({ dimension, code, name }: Cells) => ({ dimension, code, name })

/** Departments, projects and persons that entries of the books are kept by. */
export const dimensions: Kind = {
  columns: [
    { name: 'dimension', type: 'text', isKey: true, isNeeded: true },
    { name: 'code', type: 'text', isKey: true, isNeeded: true },
    { name: 'name', type: 'text', isNeeded: true },
  ],
  rows: 'SELECT d.id, d.is_active AS active, d.dimension, d.code, d.name FROM v_accounting_dimension d',
  byKey: 'd.dimension = ?1 AND d.code = ?2',
  shown: 'd.is_active = 1',
  order: 'd.dimension, d.code',
  give: (_context, cells, kept) => [
    {
      name: 'accounting.saveDimension',
      input: { ...(kept === undefined ? {} : { id: kept.id }), ...inputOf(cells), isActive: true },
    },
  ],
  takeBack: (_context, cells, kept) => [
    { name: 'accounting.saveDimension', input: { id: kept.id, ...inputOf(cells), isActive: false } },
  ],
}
