import { commandLineActor } from '../../foundation/access'
import { settableClock } from '../../kernel/clock'
import { openCompany } from '../../rooms'
import { directClient, risingKeys } from '../direct'
import { BENCH_DAY } from './bench-company'
import { plainLedger, withJournal } from './ledger-store'
import { median, timed, type Measure } from './measure'

const TIMES = 5
const YEAR = { from: '2026-01-01', to: '2026-12-31' }

/** The books at full size, against plain SQL on the same file: trial balance, a ledger's first page, closing a month. */
export function ledgerMeasures(path: string, lines: number): Measure[] {
  withJournal(path, lines)
  const company = openCompany(path, { mode: 'write', clock: settableClock(`${BENCH_DAY}T06:00:00Z`) })
  const plain = plainLedger(path)
  try {
    const client = directClient(company.dispatcher, commandLineActor('bench'), risingKeys('books'))
    const often = (read: () => unknown): number => median(Array.from({ length: TIMES }, () => timed(read).milliseconds))
    const measures: Measure[] = []
    const add = (name: string, oursMilliseconds: number, floorMilliseconds: number): void => {
      const ratio = oursMilliseconds / floorMilliseconds
      measures.push({
        name: `${name} at ${lines} journal lines`,
        oursMilliseconds,
        floorMilliseconds,
        ratio,
        aim: null,
      })
    }
    add(
      'trial balance of the year',
      often(() => client.books.trialBalance(YEAR)),
      often(plain.trialBalance),
    )
    add(
      'first page of an account ledger',
      often(() => client.books.subsidiaryLedger({ accountCode: '2241', ...YEAR })),
      often(plain.firstPage),
    )
    const periodId = client.closing.listMonths({}).rows[0]?.id ?? 0
    const carried = timed(() => client.closing.postMonthEnd({ periodId, key: 'accounting.carryOver' }))
    add('carry-over of a month', carried.milliseconds, often(plain.carryOver))
    client.closing.postMonthEnd({ periodId })
    const closed = timed(() => client.closing.closeMonth({ periodId, acceptsWarnings: true }))
    add('closing a month, checked and sealed', closed.milliseconds, often(plain.closeMonth))
    return measures
  } finally {
    plain.end()
    company.close()
  }
}
