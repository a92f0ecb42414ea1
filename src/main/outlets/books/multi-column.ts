import type { Reader } from '../../kernel/db'
import { familyOf, refOf, type Family } from './account-family'
import { columnQueries } from './column-queries'
import { lineQueries, type LedgerLine } from './line-queries'
import { rowsWithBalance } from './subsidiary-ledger'

interface MultiColumnInput {
  readonly accountCode: string
  readonly by: 'account' | 'department' | 'project' | 'person' | 'partner'
  readonly from: string
  readonly to: string
  readonly offset: number
  readonly limit: number
}

/** The lines of an account, each amount in the column of its part, department, project, person or partner. */
export function multiColumnLedger(reader: Reader, input: MultiColumnInput) {
  const { by, offset, limit } = input
  const family = familyOf(reader, input.accountCode)
  const filter = { ids: family.ids, from: input.from, to: input.to }
  const openingMinor = lineQueries.openingMinor(reader, filter)
  const lines = lineQueries.page(reader, filter, offset, limit)
  const start = openingMinor + lineQueries.balanceOfFirst(reader, filter, offset)
  const sign = family.account.normalSide === 'debit' ? 1 : -1
  const columns = (
    by === 'account' ? partsOf(reader, family, filter) : columnQueries.byDimension(reader, by, filter)
  ).map(({ key, name, balanceMinor }) => ({ key, name, amountMinor: sign * balanceMinor + 0 }))
  return {
    account: refOf(family.account),
    openingMinor,
    columns,
    rows: rowsWithBalance(reader, lines, start).map((row, at) =>
      Object.assign(row, { column: columnOf(lines[at]!, by) }),
    ),
    total: lineQueries.sums(reader, filter).total,
  }
}

function partsOf(reader: Reader, family: Family, filter: Parameters<typeof columnQueries.byAccount>[1]) {
  const balances = columnQueries.byAccount(reader, filter)
  return family.members.flatMap(({ id, code, name }) => {
    const balanceMinor = balances.get(id)
    return balanceMinor === undefined ? [] : [{ key: String(id), name: `${code} ${name}`, balanceMinor }]
  })
}

function columnOf(line: LedgerLine, by: MultiColumnInput['by']): string {
  const of = {
    account: line.accountId,
    department: line.departmentId,
    project: line.projectId,
    person: line.personId,
    partner: line.partnerId,
  }
  return String(of[by] ?? '')
}
