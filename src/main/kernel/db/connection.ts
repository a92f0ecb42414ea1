import type Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { assert } from '../assert'

/** A fact about the business, told to listeners after the transaction is safe on disk. */
export interface Fact {
  /** `<room>.<what happened>`, for example `purchasing.goodsReceived`. */
  readonly kind: string
  /** Ids and small values only; listeners ask for the rest. */
  readonly [key: string]: string | number | boolean | null
}

const STATEMENT_CACHE_LIMIT = 2000

/** Read authority over the company file. Only `kernel/db` makes one. */
export class Reader {
  readonly #statements = new Map<string, Database.Statement>()

  /** @internal */
  constructor(protected readonly database: Database.Database) {}

  all<Row>(sql: string, params: readonly unknown[] = []): Row[] {
    return this.prepare(sql).all(...params) as Row[]
  }

  first<Row>(sql: string, params: readonly unknown[] = []): Row | undefined {
    return this.prepare(sql).get(...params) as Row | undefined
  }

  /** Rows one by one, for answers too large to hold. */
  each<Row>(sql: string, params: readonly unknown[] = []): IterableIterator<Row> {
    // An open iterator makes its statement busy, so it gets one of its own.
    return this.database.prepare(sql).iterate(...params) as IterableIterator<Row>
  }

  /** Runs a Kysely query whose text depends on the input (sorting, filters). */
  query<Row>(query: { compile(): CompiledQuery<Row> }): Row[] {
    const compiled = query.compile()
    return this.all<Row>(compiled.sql, compiled.parameters)
  }

  /** Preparing costs more than running a point query, and unfinalised statements hold memory: keep them by text. */
  protected prepare(sql: string): Database.Statement {
    let prepared = this.#statements.get(sql)
    if (prepared === undefined) {
      if (this.#statements.size >= STATEMENT_CACHE_LIMIT) this.#statements.clear()
      prepared = this.database.prepare(sql)
      this.#statements.set(sql, prepared)
    }
    return prepared
  }
}

/** Write authority, alive only while the dispatcher's transaction is open. */
export class Tx extends Reader {
  #open = false
  #facts: Fact[] = []
  #now = new Date(0)

  /** The instant of the command that runs: one for the whole transaction. */
  get now(): Date {
    return this.#now
  }

  /** What this command has announced so far. */
  get announced(): readonly Fact[] {
    return this.#facts
  }

  run(sql: string, params: readonly unknown[] = []): { id: number; changes: number } {
    assert(this.#open, 'a write outside a transaction')
    const result = this.prepare(sql).run(...params)
    return { id: Number(result.lastInsertRowid), changes: result.changes }
  }

  /** Queues a fact; it is delivered only when the transaction is on disk. */
  announce(fact: Fact): void {
    assert(this.#open, 'a fact outside a transaction')
    this.#facts.push(fact)
  }

  /** @internal Opens the transaction (or a savepoint in one that is open) around `work`. */
  within<T>(now: Date, work: () => T): { result: T; facts: readonly Fact[] } {
    const outer = { open: this.#open, facts: this.#facts, now: this.#now }
    this.#open = true
    this.#facts = []
    this.#now = now
    try {
      const result = this.database.transaction(work).immediate()
      return { result, facts: this.#facts }
    } finally {
      this.#open = outer.open
      this.#facts = outer.facts
      this.#now = outer.now
    }
  }
}
