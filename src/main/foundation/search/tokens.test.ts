import { describe, expect, test } from 'vitest'
import { openDatabase } from '../../kernel/db/native'
import { matchExpression, searchTokens } from './tokens'

describe('what finds what', () => {
  const database = openDatabase(':memory:')
  database.exec("CREATE VIRTUAL TABLE entry USING fts5 (tokens, tokenize = 'unicode61', prefix = '1 2 3')")
  const put = database.prepare('INSERT INTO entry (tokens) VALUES (?)')
  const texts = ['可口可乐 500ml', '百事可乐', 'Organic Oat Milk 1L', 'SO-2026-000123 华联超市', '重庆小面 "辣"']
  for (const text of texts) put.run(searchTokens([text]))
  const find = (typed: string): string[] => {
    const expression = matchExpression(typed)
    if (expression === undefined) return []
    const rows = database.prepare('SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY rowid').all(expression)
    return (rows as { rowid: number }[]).map((row) => texts[row.rowid - 1] ?? '')
  }

  test.each([
    ['可乐', ['可口可乐 500ml', '百事可乐']],
    ['口可', ['可口可乐 500ml']],
    ['kkkl', ['可口可乐 500ml']],
    ['kl', ['可口可乐 500ml', '百事可乐']],
    ['bskl', ['百事可乐']],
    ['bsk', ['百事可乐']],
    ['kele', ['可口可乐 500ml', '百事可乐']],
    ['oat mi', ['Organic Oat Milk 1L']],
    ['milk oat', ['Organic Oat Milk 1L']],
    ['000123', ['SO-2026-000123 华联超市']],
    ['hlcs', ['SO-2026-000123 华联超市']],
    ['可乐500', ['可口可乐 500ml']],
    ['乐可', []],
    ['"辣"', ['重庆小面 "辣"']],
    ['" OR zzz', []],
    ['***', []],
    ['', []],
  ])('%s finds %j', (typed, expected) => {
    expect(find(typed)).toEqual(expected)
  })
})
