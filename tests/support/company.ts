import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import type { ContractProcedure } from '@orpc/contract'
import { actorOfUser, commandLineActor } from '../../src/main/foundation/access'
import { settableClock } from '../../src/main/kernel/clock'
import type { Reader } from '../../src/main/kernel/db'
import type { Actor } from '../../src/main/kernel/dispatch'
import { checks, createCompanyFile, openCompany, type Company } from '../../src/main/rooms'
import type { Contract } from '../../src/shared/contracts'
import { Refusal } from '../../src/shared/errors'

type Room = keyof Contract
type Verb<R extends Room> = keyof Contract[R] & string
type InputOf<P> =
  P extends ContractProcedure<infer I extends z.ZodType, z.ZodType, infer _E, infer _M>
    ? Omit<z.input<I>, 'idempotencyKey'> & { idempotencyKey?: string }
    : never
type OutputOf<P> =
  P extends ContractProcedure<z.ZodType, infer O extends z.ZodType, infer _E, infer _M> ? z.output<O> : never

/** `client.sales.confirmOrder({ id })`: every procedure of the contract, through the dispatcher, as one person. */
export type Client = {
  [R in Room]: { [V in Verb<R>]: (input: InputOf<Contract[R][V]>) => OutputOf<Contract[R][V]> }
}

export interface TestCompany {
  readonly path: string
  readonly company: Company
  readonly reader: Reader
  readonly clock: ReturnType<typeof settableClock>
  readonly owner: Client
  readonly bookkeeper: Client
  readonly clerk: Client
  as(actor: Actor): Client
  close(): void
  /** Closes and opens again, as a restart does. */
  reopen(): void
}

export const PASSWORD = 'correct horse battery'

interface CompanyOptions {
  pack?: 'cn-sbe' | 'generic'
  currency?: string
  startsOn?: string
  now?: string
}

const START = '2026-03-02T08:00:00Z'
const templates = new Map<string, string>()

/** An established company to copy: hashing three secrets for every test would be most of its time. */
function template(options: CompanyOptions): string {
  const pack = options.pack ?? 'cn-sbe'
  const currency = options.currency ?? (pack === 'cn-sbe' ? 'CNY' : 'EUR')
  const startsOn = options.startsOn ?? '2026-01-01'
  const name = `${pack} ${currency} ${startsOn}`
  const known = templates.get(name)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), 'kontor-template-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'template.kontor')
  createCompanyFile(path)
  const company = openCompany(path, { mode: 'write', clock: settableClock(START), checkAnswers: true })
  const setup = clientOf(() => company, commandLineActor('test'))
  setup.company.establish({
    name: 'Test Trading',
    pack,
    currency,
    locale: 'en',
    login: 'owner',
    userName: 'Owner',
    password: PASSWORD,
    startsOn,
  })
  setup.access.addUser({ login: 'bookkeeper', name: 'Bookkeeper', role: 'bookkeeper', password: PASSWORD })
  setup.access.addUser({ login: 'clerk', name: 'Clerk', role: 'clerk', badge: 'BADGE-001', pin: '2468' })
  company.close()
  templates.set(name, path)
  return path
}

/** A company on a real file in a folder of its own, with an owner, a bookkeeper and a clerk. */
export function openTestCompany(options: CompanyOptions = {}): TestCompany {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-test-'))
  const path = join(folder, 'test.kontor')
  const clock = settableClock(options.now ?? START)
  copyFileSync(template(options), path)
  let company = openCompany(path, { mode: 'write', clock, checkAnswers: true })
  const as = (actor: Actor): Client => clientOf(() => company, actor)
  const known = (login: string): Client => {
    const actor = actorOfUser(company.file.reader, login, 'test')
    if (actor === undefined) throw new Error(`no user ${login}`)
    return as(actor)
  }
  return {
    path,
    clock,
    get company() {
      return company
    },
    get reader() {
      return company.file.reader
    },
    owner: known('owner'),
    bookkeeper: known('bookkeeper'),
    clerk: known('clerk'),
    as,
    close() {
      company.close()
      rmSync(folder, { recursive: true, force: true })
    },
    reopen() {
      company.close()
      company = openCompany(path, { mode: 'write', clock, checkAnswers: true })
    },
  }
}

export function clientOf(company: () => Company, actor: Actor): Client {
  return new Proxy({} as Client, {
    get: (_client, room: string) =>
      new Proxy(
        {},
        {
          get: (_room, verb: string) => (input: Record<string, unknown>) => {
            const meta = company().dispatcher.isCommand(`${room}.${verb}`)
            const given = meta ? { idempotencyKey: randomUUID(), ...input } : input
            return company().dispatcher.call(actor, `${room}.${verb}`, given)
          },
        },
      ),
  })
}

/** The refusal that `work` ends in; fails the test where it does not refuse. */
export function refusalOf(work: () => unknown): Refusal {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('expected a refusal, and it went through')
}

/** Names and details of all invariants that do not hold: `[]` when the books are sound. */
export function brokenChecks(reader: Reader): string[] {
  return checks.flatMap((check) => {
    const result = check.run(reader)
    return result.ok ? [] : [`${check.name}: ${result.detail}`]
  })
}
