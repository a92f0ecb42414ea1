import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery } from 'kysely'
import type { Reader, Tx } from './connection'
import { inlineConstants, sqlLiteral } from './steady-sql'

/** Kysely as a typed SQL compiler for one room's tables. It never runs anything: `Reader` and `Tx` do. */
export function compiler<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  })
}

interface Compilable<Row> {
  compile(): CompiledQuery<Row>
}

class Parameter {
  constructor(readonly name: string) {}
}

const parameters = new Proxy({}, { get: (_target, name) => new Parameter(String(name)) })

/**
 * A query compiled once. `build` is called a single time with stand-ins for the named parameters, so it may not branch
 * on their values.
 */
export class Statement<Params extends object, Row> {
  #sql: string | undefined
  #bound: readonly unknown[] = []

  constructor(private readonly build: (p: Params) => Compilable<Row>) {}

  all(reader: Reader, params: Params): Row[] {
    return reader.all<Row>(this.sql, this.bind(params))
  }

  first(reader: Reader, params: Params): Row | undefined {
    return reader.first<Row>(this.sql, this.bind(params))
  }

  /** Runs a write; returns the id of the row last inserted and how many rows changed. */
  run(tx: Tx, params: Params): { id: number; changes: number } {
    return tx.run(this.sql, this.bind(params))
  }

  get sql(): string {
    if (this.#sql === undefined) {
      const compiled = this.build(parameters as Params).compile()
      const literals = compiled.parameters.map((entry) => (entry instanceof Parameter ? undefined : sqlLiteral(entry)))
      this.#sql = inlineConstants(compiled.sql, literals)
      this.#bound = compiled.parameters.filter((_, index) => literals[index] === undefined)
    }
    return this.#sql
  }

  private bind(params: Params): unknown[] {
    const values = params as Readonly<Record<string, unknown>>
    return this.#bound.map((entry) => (entry instanceof Parameter ? (values[entry.name] ?? null) : entry))
  }
}

/** `const findBin = statement((p: { code: string }) => db.selectFrom(...).where('code', '=', p.code).selectAll())` */
export function statement<Params extends object, Row>(build: (p: Params) => Compilable<Row>): Statement<Params, Row> {
  return new Statement(build)
}
