import { describe, expect, it } from 'vitest'
import { inlineConstants, sqlLiteral, steadySql } from './steady-sql'
import { compiler, statement } from './statement'

describe('SQL that is planned once', () => {
  it('hides parameters from the planner where they are compared or limit', () => {
    expect(steadySql('SELECT a FROM t WHERE b = ? AND c>=?1 ORDER BY d LIMIT ? OFFSET ?')).toBe(
      'SELECT a FROM t WHERE b = +? AND c>= +?1 ORDER BY d LIMIT +? OFFSET +?',
    )
    expect(steadySql('INSERT INTO t VALUES (?, ?)')).toBe('INSERT INTO t VALUES (?, ?)')
  })

  it('writes constants into the text and leaves quoted question marks alone', () => {
    expect(inlineConstants(`SELECT '?' AS "a?" WHERE b = ? AND c = ?`, ["'open'", undefined])).toBe(
      `SELECT '?' AS "a?" WHERE b = 'open' AND c = ?`,
    )
    expect([null, 7, "it's", 1.5].map(sqlLiteral)).toEqual(['NULL', '7', "'it''s'", undefined])
  })

  it('keeps the order of the parameters that remain', () => {
    const db = compiler<{ thing: { id: number; state: string; size: number } }>()
    const bySize = statement((p: { least: number; id: number }) =>
      db
        .selectFrom('thing')
        .select('id')
        .where('size', '>=', p.least)
        .where('state', '=', 'open')
        .where('id', '<>', p.id)
        .limit(3),
    )
    const asked: { sql: string; params: readonly unknown[] }[] = []
    const reader = { all: (sql: string, params: readonly unknown[]) => (asked.push({ sql, params }), []) }
    bySize.all(reader as never, { id: 9, least: 2 })
    expect(asked).toEqual([
      {
        sql: `select "id" from "thing" where "size" >= ? and "state" = 'open' and "id" <> ? limit 3`,
        params: [2, 9],
      },
    ])
  })
})
