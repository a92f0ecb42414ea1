import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { costMinor } from '../../../shared/contracts/fields'
import { command, NO_LIMITS, query, type Right } from '../../../shared/contracts/procedure'
import { Refusal } from '../../../shared/errors'
import { settableClock } from '../clock'
import { CompanyFile, type Migration } from '../db'
import { kernel } from '../../migrations/0010-kernel'
import { Dispatcher, type Actor, type AuditLine, type Handlers, type HandlerTree } from './index'

const things: Migration = {
  version: 20,
  name: 'things',
  sql: 'CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, cost INTEGER NOT NULL) STRICT;',
}

const contract = {
  shelf: {
    put: command(
      'items.write',
      { name: z.string(), cost: z.int(), password: z.string().optional() },
      z.object({ id: z.int() }),
    ),
    list: query('items.read', {}, z.object({ rows: z.array(z.object({ name: z.string(), costMinor: costMinor() })) })),
    half: command('items.write', { name: z.string(), keep: z.boolean() }, z.object({ id: z.int() })),
    bug: command('items.write', {}, z.object({})),
  },
}

const handlers: { shelf: Handlers<typeof contract.shelf> } = {
  shelf: {
    put: (tx, _actor, input) => {
      const { id } = tx.run('INSERT INTO thing (name, cost) VALUES (?, ?)', [input.name, input.cost])
      tx.announce({ kind: 'shelf.put', id })
      return { id }
    },
    list: (reader) => ({
      rows: reader
        .all<{ name: string; cost: number }>('SELECT name, cost FROM thing ORDER BY id')
        // A handler that hands out more than it promised.
        .map((row) => ({ name: row.name, costMinor: row.cost, secretCost: row.cost })),
    }),
    half: (tx, _actor, input) => {
      tx.run('INSERT INTO thing (name, cost) VALUES (?, 0)', [input.name])
      const refusal = new Refusal('shelf.stop')
      refusal.keepWrites = input.keep
      throw refusal
    },
    bug: () => {
      throw new Error('the cause stays in the log')
    },
  },
}

const actor = (rights: Right[]): Actor => ({
  userId: 7,
  name: 'Test',
  role: 'test',
  rights: new Set(rights),
  limits: NO_LIMITS,
  warehouseIds: null,
  station: 'here',
  sessionId: null,
})
const writer = actor(['items.read', 'items.write', 'cost.see'])
const reader = actor(['items.read'])

let folder = ''
let file: CompanyFile
let trail: AuditLine[] = []
let dispatcher: Dispatcher
let clock = settableClock('2026-01-05T08:00:00Z')
beforeEach(() => {
  clock = settableClock('2026-01-05T08:00:00Z')
  folder = mkdtempSync(join(tmpdir(), 'kontor-dispatch-'))
  const path = join(folder, 'a.kontor')
  CompanyFile.create(path, [kernel, things])
  file = CompanyFile.open({ path, migrations: [kernel, things], mode: 'write' })
  trail = []
  dispatcher = new Dispatcher({
    file,
    clock,
    contracts: contract,
    handlers: handlers as unknown as HandlerTree,
    audit: (_tx, line) => void trail.push(line),
  })
})
afterEach(() => {
  file.close()
  rmSync(folder, { recursive: true, force: true })
})

const names = (): string[] =>
  file.reader.all<{ name: string }>('SELECT name FROM thing ORDER BY id').map((row) => row.name)
const refusal = (work: () => unknown): Refusal => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('not refused')
}

describe('a command', () => {
  test('sent twice with one key does one thing and answers the same', () => {
    const input = { idempotencyKey: 'key-00000001', name: 'pen', cost: 5 }
    const once = dispatcher.call(writer, 'shelf.put', input)
    expect(dispatcher.call(writer, 'shelf.put', input)).toEqual(once)
    expect(names()).toEqual(['pen'])
    expect(trail.map((line) => line.outcome)).toEqual(['done'])
  })

  test('a key may not be used for another input, person or procedure', () => {
    dispatcher.call(writer, 'shelf.put', { idempotencyKey: 'key-00000001', name: 'pen', cost: 5 })
    const again = (who: Actor, name: string, cost: number) =>
      refusal(() => dispatcher.call(who, 'shelf.put', { idempotencyKey: 'key-00000001', name, cost })).code
    expect(again(writer, 'ink', 5)).toBe('app.idempotencyKeyReused')
    expect(again({ ...writer, userId: 8 }, 'pen', 5)).toBe('app.idempotencyKeyReused')
  })

  test('a refusal writes nothing but its line in the trail, unless the handler keeps its writes', () => {
    expect(
      refusal(() => dispatcher.call(writer, 'shelf.half', { idempotencyKey: 'key-00000001', name: 'a', keep: false }))
        .code,
    ).toBe('shelf.stop')
    expect(names()).toEqual([])
    refusal(() => dispatcher.call(writer, 'shelf.half', { idempotencyKey: 'key-00000002', name: 'b', keep: true }))
    expect(names()).toEqual(['b'])
    expect(trail.map((line) => [line.outcome, line.refusalCode])).toEqual([
      ['refused', 'shelf.stop'],
      ['refused', 'shelf.stop'],
    ])
  })

  test('a bug gives a reference and no inner words', () => {
    const unexpected = refusal(() => dispatcher.call(writer, 'shelf.bug', { idempotencyKey: 'key-00000001' }))
    expect(unexpected.code).toBe('app.unexpected')
    expect(JSON.stringify(unexpected.toData())).not.toContain('cause')
    expect(trail[0]?.outcome).toBe('failed')
  })

  test('secrets never reach the trail', () => {
    dispatcher.call(writer, 'shelf.put', {
      idempotencyKey: 'key-00000001',
      name: 'pen',
      cost: 5,
      password: 'hush hush',
    })
    expect(JSON.stringify(trail.map((line) => line.detail))).not.toContain('hush')
  })
})

describe('memory', () => {
  test('answers are kept for a week, then forgotten with the facts; the newest always stay', () => {
    const put = (at: string, key: string, name: string) => {
      clock.set(at)
      dispatcher.call(writer, 'shelf.put', { idempotencyKey: key, name, cost: 1 })
    }
    put('2026-01-05T08:00:00Z', 'key-00000001', 'a')
    put('2026-01-06T08:00:00Z', 'key-00000002', 'b')
    put('2026-01-13T07:00:00Z', 'key-00000003', 'c')
    clock.set('2026-01-13T09:00:00Z')
    dispatcher.forgetOld()
    expect(file.reader.all('SELECT key FROM kernel_answer ORDER BY id')).toEqual([{ key: 'key-00000003' }])
    expect(file.reader.all('SELECT kind FROM kernel_outbox')).toHaveLength(1)
    clock.set('2026-03-01T09:00:00Z')
    dispatcher.forgetOld()
    expect(file.reader.all('SELECT key FROM kernel_answer')).toHaveLength(1)
  })
})

describe('rights and input', () => {
  test('who lacks the right is refused, and the trail says so', () => {
    const missing = refusal(() =>
      dispatcher.call(reader, 'shelf.put', { idempotencyKey: 'key-00000001', name: 'pen', cost: 5 }),
    )
    expect(missing.code).toBe('access.rightMissing')
    expect(trail).toMatchObject([{ procedure: 'shelf.put', outcome: 'refused', refusalCode: 'access.rightMissing' }])
    expect(names()).toEqual([])
  })

  test('input that does not fit names its field; a field nobody asked for is refused too', () => {
    const bad = (input: unknown) => refusal(() => dispatcher.call(writer, 'shelf.put', input))
    expect(bad({ idempotencyKey: 'key-00000001', name: 3, cost: 5 })).toMatchObject({
      code: 'app.inputNotUnderstood',
      field: 'name',
    })
    expect(bad({ idempotencyKey: 'key-00000001', name: 'a', cost: 0.5 }).field).toBe('cost')
    expect(bad({ idempotencyKey: 'key-00000001', name: 'a', cost: 5, id: 9 }).code).toBe('app.inputNotUnderstood')
    expect(bad(null).code).toBe('app.inputNotUnderstood')
    expect(refusal(() => dispatcher.call(writer, 'shelf.steal', {})).code).toBe('app.unknownProcedure')
  })

  test('cost is blank for who may not see it, and what the contract does not name is not handed out', () => {
    dispatcher.call(writer, 'shelf.put', { idempotencyKey: 'key-00000001', name: 'pen', cost: 5 })
    expect(dispatcher.call(reader, 'shelf.list', {})).toEqual({ rows: [{ name: 'pen', costMinor: null }] })
    expect(dispatcher.call(writer, 'shelf.list', {})).toMatchObject({ rows: [{ name: 'pen', costMinor: 5 }] })
  })
})

describe('facts', () => {
  test('reach listeners after the commit; grouped ones after the group; undone ones never', () => {
    const heard: string[] = []
    dispatcher.subscribe((facts) => heard.push(...facts.map((fact) => `${fact.kind} ${fact['id']}`)))
    dispatcher.call(writer, 'shelf.put', { idempotencyKey: 'key-00000001', name: 'a', cost: 1 })
    expect(heard).toEqual(['shelf.put 1'])
    dispatcher.group(() => {
      dispatcher.call(writer, 'shelf.put', { idempotencyKey: 'key-00000002', name: 'b', cost: 1 })
      refusal(() => dispatcher.call(writer, 'shelf.half', { idempotencyKey: 'key-00000003', name: 'x', keep: false }))
      dispatcher.call(writer, 'shelf.put', { idempotencyKey: 'key-00000004', name: 'c', cost: 1 })
      expect(heard).toHaveLength(1)
    })
    expect(heard).toEqual(['shelf.put 1', 'shelf.put 2', 'shelf.put 3'])
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(() =>
      dispatcher.group(() => {
        dispatcher.call(writer, 'shelf.put', { idempotencyKey: 'key-00000005', name: 'd', cost: 1 })
        throw new Error('the group fails')
      }),
    ).toThrow('the group fails')
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(heard).toHaveLength(3)
  })
})
