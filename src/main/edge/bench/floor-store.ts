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

/**
 * One command that writes too much to be remembered: each of its writes is done on the twin as it is heard, in one
 * transaction there too, and the time of that taken off ours.
 */
export function heardBeside(company: Company, twin: string, command: () => unknown): { ours: number; floor: number } {
  const floor = new Floor(twin)
  try {
    let spent = 0
    const end = listen(company, (write) => {
      spent += timed(() => floor.keep(write)).milliseconds
    })
    floor.begin()
    const whole = timed(command).milliseconds
    end()
    const { milliseconds: committed } = timed(() => floor.commit())
    return { ours: whole - spent, floor: spent + committed }
  } finally {
    floor.close()
  }
}

/** Hears every write of this company's transactions from now on. */
function listenToWrites(company: Company): Write[] {
  const writes: Write[] = []
  listen(company, (write) => writes.push(write))
  return writes
}

/** Tells of every write once it is done; answers the way to stop. */
function listen(company: Company, hear: (write: Write) => void): () => void {
  const { tx } = company.file
  const { run, first } = tx
  tx.run = (sql, params = []) => {
    const result = run.call(tx, sql, params)
    hear({ sql, params })
    return result
  }
  // A write that returns its row (a document number) goes through `first`.
  tx.first = ((sql: string, params: readonly unknown[] = []) => {
    const row: unknown = first.call(tx, sql, params)
    if (WRITES.test(sql)) hear({ sql, params })
    return row
  }) as typeof tx.first
  return () => {
    tx.run = run
    tx.first = first
  }
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
      for (const write of writes) this.keep(write)
    })
  }

  begin(): void {
    this.#database.exec('BEGIN IMMEDIATE')
  }

  commit(): void {
    this.#database.exec('COMMIT')
  }

  keep({ sql, params }: Write): void {
    const statement = this.kept(sql)
    // `?1` is taken by name, `?` by place.
    const bound: unknown[] = /\?\d/.test(sql)
      ? [Object.fromEntries(params.map((value, at) => [at + 1, value]))]
      : [...params]
    if (statement.reader) statement.get(...bound)
    else statement.run(...bound)
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
