import { companyProfile } from '../../../foundation/company'
import type { Cells } from '../cells'
import type { Kind } from '../kind'

const DIMENSIONS = /[;；,，\s]+/

const fieldsOf = (cells: Cells) => ({
  name: cells['name'],
  otherName: cells['otherName'] ?? '',
  requires: (cells['requires'] ?? '').split(DIMENSIONS).filter((name) => name !== ''),
  quantityUnit: cells['quantityUnit'] ?? '',
  currency: cells['currency'] === '' ? null : cells['currency']?.toUpperCase(),
})

/** Sub-accounts of one's own: they are what their parent is. An account of the country's chart may be renamed. */
export const accounts: Kind = {
  columns: [
    { name: 'code', type: 'text', isKey: true, isNeeded: true },
    { name: 'parent', type: 'text' },
    { name: 'name', type: 'text', isNeeded: true },
    { name: 'otherName', type: 'text' },
    { name: 'requires', type: 'text' },
    { name: 'quantityUnit', type: 'text' },
    { name: 'currency', type: 'text' },
  ],
  rows: `
    SELECT a.id, a.is_active AS active, a.code, coalesce(p.code, '') AS parent,
      a.name_zh AS chinese, a.name_en AS english, a.requires, a.quantity_unit AS quantityUnit, a.currency, a.statement_tag AS statementTag
    FROM v_accounting_account a LEFT JOIN v_accounting_account p ON p.id = a.parent_id`,
  byKey: 'a.code = ?1',
  shown: 'a.is_active = 1',
  order: 'a.code',
  shape({ reader }, { chinese = '', english = '', ...row }) {
    const isChinese = companyProfile(reader).locale === 'zh-CN'
    const [name, other] = isChinese ? [chinese, english] : [english, chinese]
    return { ...row, name, otherName: other === name ? '' : other }
  },
  give({ today }, cells, kept) {
    const fields = fieldsOf(cells)
    const { code } = cells
    if (kept !== undefined) {
      const { statementTag = null } = kept.row
      const change = { code, isActive: true, ...fields, ...(statementTag === null ? {} : { statementTag }) }
      return [{ name: 'accounting.changeAccount', input: change }]
    }
    const parentCode = cells['parent'] === '' ? undefined : cells['parent']
    return [{ name: 'accounting.addAccount', input: { code, parentCode, movesOn: today, ...fields } }]
  },
  takeBack: (_context, cells) => [{ name: 'accounting.deleteAccount', input: { code: cells['code'] } }],
}
