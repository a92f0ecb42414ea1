import { commandLineActor } from '../../foundation/access'
import { openDatabase } from '../../kernel/db'
import { openCompany } from '../../rooms'
import { directClient, risingKeys } from '../direct'
import { median, timed, type Measure } from './measure'

const TIMES = 7

/** Reports at full size, against the plain query for the same figures on the same file. */
export function readMeasures(path: string): Measure[] {
  const company = openCompany(path, { mode: 'read' })
  const database = openDatabase(path, { readonly: true })
  try {
    const client = directClient(company.dispatcher, commandLineActor('bench'), risingKeys('read'))
    const often = (read: () => unknown): number => median(Array.from({ length: TIMES }, () => timed(read).milliseconds))
    const balances = database.prepare(
      `SELECT account_id, sum(debit_minor), sum(credit_minor) FROM accounting_line GROUP BY account_id`,
    )
    const stock = database.prepare(
      `SELECT i.code, i.name, b.bin_id, l.code, l.expires_on, b.status, b.quantity_micro FROM inventory_balance b
       JOIN items_item i ON i.id = b.item_id LEFT JOIN inventory_lot l ON l.id = b.lot_id
       WHERE b.quantity_micro > 0 ORDER BY i.code`,
    )
    const measures: [string, () => unknown, () => unknown][] = [
      [
        'trial balance',
        () => client.accounting.trialBalance({ from: '2026-01-01', to: '2026-12-31' }),
        () => balances.all(),
      ],
      ['stock on hand', () => client.reports.stockOnHand({}), () => stock.all()],
    ]
    return measures.map(([name, ours, floor]) => {
      const oursMilliseconds = often(ours)
      const floorMilliseconds = often(floor)
      return { name, oursMilliseconds, floorMilliseconds, ratio: oursMilliseconds / floorMilliseconds, aim: null }
    })
  } finally {
    database.close()
    company.close()
  }
}
