import { refuse } from '../../../../shared/errors'
import { companyProfile } from '../../../foundation/company'
import type { Reader } from '../../../kernel/db'
import { broughtFigures } from '../../assets'
import { openingStore } from './opening-store'
import { OPENING } from './parts'
import { reportQueries } from './report-queries'

/** What was posted: the trial balance as it was read against the ledger as it stands, and the lists against their accounts. */
export function openingReport(reader: Reader, id: number) {
  const opening = openingStore.find(reader, id) ?? refuse('opening.unknown', {})
  const isChinese = companyProfile(reader).locale === 'zh-CN'
  const rows = reportQueries.byAccount(reader, id, opening.opensOn).map(({ zh, en, ...row }) => ({
    ...row,
    accountName: isChinese ? zh : en,
  }))
  const onRole = (role: string): number => {
    const account = rows.find(({ roles }) => roles.split(' ').includes(role))
    return account?.ledgerMinor ?? 0
  }
  const source = { kind: OPENING, id }
  const { costMinor, accumulatedMinor } = broughtFigures(reader, source)
  const hasAssets = costMinor !== 0 || accumulatedMinor !== 0
  const lists = [
    {
      key: 'receivable',
      accountMinor: onRole('receivable'),
      listedMinor: reportQueries.openItems(reader, id, 'receivable'),
    },
    {
      key: 'payable',
      accountMinor: 0 - onRole('payable'),
      listedMinor: reportQueries.openItems(reader, id, 'payable'),
    },
    {
      key: 'advance-from-customer',
      accountMinor: 0 - onRole('advance-from-customer'),
      listedMinor: reportQueries.advances(reader, id, 'in'),
    },
    {
      key: 'advance-to-supplier',
      accountMinor: onRole('advance-to-supplier'),
      listedMinor: reportQueries.advances(reader, id, 'out'),
    },
    { key: 'stock', accountMinor: onRole('stock'), listedMinor: reportQueries.stockValue(reader, id) },
    ...(hasAssets
      ? [
          { key: 'fixed-asset', accountMinor: onRole('fixed-asset'), listedMinor: costMinor },
          {
            key: 'accumulated-depreciation',
            accountMinor: 0 - onRole('accumulated-depreciation'),
            listedMinor: accumulatedMinor,
          },
        ]
      : []),
  ].filter(({ accountMinor, listedMinor }) => accountMinor !== 0 || listedMinor !== 0)
  return {
    ...opening,
    rows: rows.map(({ roles: _roles, ...row }) => row),
    lists,
    lines: reportQueries.lines(reader, id),
  }
}
