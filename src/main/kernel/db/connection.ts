import type Database from 'better-sqlite3'
import type { CompiledQuery } from 'kysely'
import { assert } from '../assert'
import type { Clock } from '../clock'
import { steadySql } from './steady-sql'

/** A fact about the business, told to listeners after the transaction is safe on disk. */
export interface Fact {
  /** `<room>.<what happened>`, for example `purchasing.goodsReceived`. */
  readonly kind: string
  /** Ids and small values only; listeners ask for the rest. */
  readonly [key: string]: string | number | boolean | null
}

const STATEMENT_CACHE_LIMIT = 2000

/** A statement with its way to take parameters: by place (`?`), or by number (`?1`), which the driver takes by name. */
interface Prepared {
  readonly statement: Database.Statement
  readonly isNumbered: boolean
}

function prepareOn(database: Database.Database, sql: string): Prepared {
  return { statement: database.prepare(sql), isNumbered: /\?\d/.test(sql) }
}

function bindings({ isNumbered }: Prepared, params: readonly unknown[]): readonly unknown[] {
  return isNumbered ? [Object.fromEntries(params.map((value, index) => [index + 1, value]))] : params
}

/** Read authority over the company file. Only `kernel/db` makes one. */
export class Reader {
  readonly #statements = new Map<string, Prepared>()
  readonly #queries = new Map<string, Prepared>()

  /** @internal */
  constructor(
    protected readonly database: Database.Database,
    private readonly clock: Clock,
  ) {}

  /** The present instant, by the clock that the file was opened with: what is due or expired today is asked of it. */
  get now(): Date {
    return this.clock()
  }

  all<Row>(sql: string, params: readonly unknown[] = []): Row[] {
    const prepared = this.prepare(sql)
    return prepared.statement.all(...bindings(prepared, params)) as Row[]
  }

  first<Row>(sql: string, params: readonly unknown[] = []): Row | undefined {
    const prepared = this.prepare(sql)
    return prepared.statement.get(...bindings(prepared, params)) as Row | undefined
  }

  /** Rows one by one, for answers too large to hold. */
  each<Row>(sql: string, params: readonly unknown[] = []): IterableIterator<Row> {
    // An open iterator makes its statement busy, so it gets one of its own.
    const prepared = prepareOn(this.database, sql)
    return prepared.statement.iterate(...bindings(prepared, params)) as IterableIterator<Row>
  }

  /** Runs a Kysely query whose text depends on the input (sorting, filters). */
  query<Row>(query: { compile(): CompiledQuery<Row> }): Row[] {
    const compiled = query.compile()
    // Planned for the values it binds: some of them are constants that a partial index waits for.
    const prepared = this.kept(this.#queries, compiled.sql, (sql) => sql)
    return prepared.statement.all(...bindings(prepared, compiled.parameters)) as Row[]
  }

  protected prepare(sql: string): Prepared {
    return this.kept(this.#statements, sql, steadySql)
  }

  /** Preparing costs more than running a point query, and unfinalised statements hold memory: keep them by text. */
  private kept(cache: Map<string, Prepared>, sql: string, textOf: (sql: string) => string): Prepared {
    let prepared = cache.get(sql)
    if (prepared === undefined) {
      if (cache.size >= STATEMENT_CACHE_LIMIT) cache.clear()
      prepared = prepareOn(this.database, textOf(sql))
      cache.set(sql, prepared)
    }
    return prepared
  }
}

/** Write authority, alive only while the dispatcher's transaction is open. */
export class Tx extends Reader {
  #open = false
  #facts: Fact[] = []
  #now: Date | undefined
  // Made once: the driver builds four functions for each new one.
  readonly #transaction = this.database.transaction((work: () => unknown) => work())

  /** The instant of the command that runs: one for the whole transaction. */
  override get now(): Date {
    return this.#now ?? super.now
  }

  /** What this command has announced so far. */
  get announced(): readonly Fact[] {
    return this.#facts
  }

  run(sql: string, params: readonly unknown[] = []): { id: number; changes: number } {
    assert(this.#open, 'a write outside a transaction')
    const prepared = this.prepare(sql)
    const result = prepared.statement.run(...bindings(prepared, params))
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
      const result = this.#transaction.immediate(work) as T
      return { result, facts: this.#facts }
    } finally {
      this.#open = outer.open
      this.#facts = outer.facts
      this.#now = outer.now
    }
  }
}
