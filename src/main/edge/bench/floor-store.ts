import type Database from 'better-sqlite3'
import { actorOfUser, commandLineActor } from '../../foundation/access'
import { settableClock } from '../../kernel/clock'
import { openDatabase } from '../../kernel/db'
import { openCompany, type Company } from '../../rooms'
import { directClient, risingKeys } from '../direct'
import { BENCH_DAY, type BenchWork } from './bench-company'
import { timed } from './measure'

interface Write {
  readonly sql: string
  readonly params: readonly unknown[]
}

export interface Pair {
  readonly kind: 'invoice' | 'receipt' | 'order' | 'pick'
  readonly ours: number
  readonly floor: number
}

const WRITES = /^\s*(insert|update|delete)/i

/**
 * Runs the work, each command in its own durable transaction, and at once the very writes it made on a twin of the file
 * as it was before, by nothing but better-sqlite3 with kept statements. Milliseconds; both see the same machine.
 */
export function runBeside(path: string, twin: string, work: BenchWork): Pair[] {
  const company = openCompany(path, { mode: 'write', clock: settableClock(`${BENCH_DAY}T08:00:00Z`) })
  const floor = new Floor(twin)
  try {
    const writes = listenToWrites(company)
    const person = (login: string) => {
      const actor = actorOfUser(company.file.reader, login, 'bench') ?? commandLineActor()
      return directClient(company.dispatcher, actor, risingKeys(`bench-${login}`))
    }
    const bookkeeper = person('bookkeeper')
    const clerk = person('clerk')
    const run = (kind: Pair['kind'], command: () => unknown): Pair => {
      writes.length = 0
      const ours = timed(command).milliseconds
      return { kind, ours, floor: timed(() => floor.write(writes)).milliseconds }
    }
    return [
      ...work.invoiceOrders.map((orderId) =>
        run('invoice', () => bookkeeper.sales.invoiceOrder({ orderId, invoicedOn: BENCH_DAY })),
      ),
      ...work.receipts.map((receipt) => run('receipt', () => clerk.purchasing.receiveGoods(receipt))),
      ...work.orders.map((order) => run('order', () => bookkeeper.orders.takeOrder(order))),
      ...work.picks.map((pick) => run('pick', () => clerk.warehouse.confirmPick(pick))),
    ]
  } finally {
    floor.close()
    company.close()
  }
}

/** Hears every write of this company's transactions from now on. */
function listenToWrites(company: Company): Write[] {
  const writes: Write[] = []
  const { tx } = company.file
  const run = tx.run.bind(tx)
  tx.run = (sql, params = []) => {
    writes.push({ sql, params })
    return run(sql, params)
  }
  // A write that returns its row (a document number) goes through `first`.
  const first = tx.first.bind(tx) as typeof tx.first
  tx.first = (sql, params = []) => {
    if (WRITES.test(sql)) writes.push({ sql, params })
    return first(sql, params)
  }
  return writes
}

class Floor {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  readonly #transaction: Database.Transaction<(writes: readonly Write[]) => void>

  constructor(path: string) {
    this.#database = openDatabase(path)
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'cache_size = -65536']) {
      this.#database.pragma(pragma)
    }
    this.#transaction = this.#database.transaction((writes) => {
      for (const { sql, params } of writes) {
        const statement = this.kept(sql)
        // `?1` is taken by name, `?` by place.
        const bound: unknown[] = /\?\d/.test(sql)
          ? [Object.fromEntries(params.map((value, at) => [at + 1, value]))]
          : [...params]
        if (statement.reader) statement.get(...bound)
        else statement.run(...bound)
      }
    })
  }

  write(writes: readonly Write[]): void {
    this.#transaction.immediate(writes)
  }

  close(): void {
    this.#database.close()
  }

  private kept(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}
