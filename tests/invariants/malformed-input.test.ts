import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract } from '../../src/shared/contracts'
import type { ProcedureMeta } from '../../src/shared/contracts/procedure'
import { Refusal } from '../../src/shared/errors'
import { actorOfUser } from '../../src/main/foundation/access'
import type { Actor } from '../../src/main/kernel/dispatch'
import { brokenChecks, openTestCompany, type TestCompany } from '../support/company'
import { fitting, spoilt } from '../support/input-from-schema'
import { addSupplies, order } from '../support/supplies'
import { draftOrder, receive, release, sell, ship, stockUp } from '../support/warehouse-day'

interface Procedure {
  readonly name: string
  readonly meta: ProcedureMeta
  readonly input: z.ZodType
}

const procedures = Object.entries(contract).flatMap(([room, verbs]) =>
  Object.entries(verbs).map(([verb, procedure]): Procedure => {
    const { meta, inputSchema } = (procedure as { '~orpc': { meta: ProcedureMeta; inputSchema: z.ZodType } })['~orpc']
    return { name: `${room}.${verb}`, meta, input: inputSchema }
  }),
)

/** Hash a secret at every try, by design a fifth of a second each: fewer runs of these. */
const SLOW = new Set(['access.signIn', 'access.signInByBadge', 'access.addUser', 'access.changePassword'])
const RUNS = 25
const RUNS_OF_SLOW = 4

let company: TestCompany
let owner: Actor
/** What the company holds: each attempt is taken back, so that it is always this. */
let before: string
beforeAll(() => {
  company = openTestCompany()
  owner = actorOfUser(company.reader, 'owner', 'fuzz')!
  const supplies = addSupplies(company)
  stockUp(company, supplies, [
    { item: supplies.bolt, pieces: 50 },
    { item: supplies.tea, pieces: 50, lotCode: 'L1', expiresOn: '2026-12-31' },
  ])
  const shipped = sell(company, supplies, [{ item: supplies.bolt, pieces: 5 }])
  ship(company, supplies, shipped)
  company.bookkeeper.sales.invoiceOrder({ orderId: shipped, invoicedOn: '2026-03-03' })
  // Work at every stage, so that what is asked of it is answered by its rules and not by its absence.
  release(company, supplies, [sell(company, supplies, [{ item: supplies.tea, pieces: 3 }])])
  draftOrder(company, supplies, [{ item: supplies.bolt, pieces: 1 }])
  receive(company, supplies, [{ item: supplies.bolt, pieces: 7 }])
  order(company.owner, supplies, [{ item: supplies.bolt, pieces: 2, priceMicro: 1_000_000 }])
  company.clerk.warehouse.startCount({ warehouseId: supplies.warehouseId, binIds: [1, 2], countedOn: '2026-03-02' })
  before = content()
})
afterAll(() => {
  expect(content()).toBe(before)
  expect(brokenChecks(company.reader)).toEqual([])
  company.close()
})

/** Every row of every table but the trail, which keeps refusals as well. */
function content(): string {
  const { reader } = company
  const tables = reader.all<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_entry_%'
       AND name NOT IN ('audit_entry', 'audit_subject', 'access_attempt')`,
  )
  return tables.map(({ name }) => `${name} ${JSON.stringify(reader.all(`SELECT * FROM "${name}"`))}`).join('\n')
}

/** Rows written so far, also those taken back since, less the trail's own. While it stands still, nothing was written. */
function writes(): number {
  const [row] = company.reader.all<{ rows: number }>(
    `SELECT total_changes() - (SELECT count(*) FROM audit_entry) - (SELECT count(*) FROM audit_subject)
       - (SELECT count(*) FROM access_attempt) AS rows`,
  )
  return row?.rows ?? 0
}

class RolledBack extends Error {}

/** Calls a procedure and takes back whatever it did. Gives the refusal, if it was one, and whether it left a trace. */
function attempt(name: string, input: unknown): { refusal: Refusal | undefined; wrote: boolean } {
  let refusal: Refusal | undefined
  let wrote = false
  try {
    company.company.file.tx.within(company.clock(), () => {
      const writesBefore = writes()
      try {
        company.company.dispatcher.call(owner, name, input)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        refusal = error
        wrote = writes() !== writesBefore && content() !== before
      }
      throw new RolledBack()
    })
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  return { refusal, wrote }
}

function holds(name: string, input: unknown): void {
  const { refusal, wrote } = attempt(name, input)
  if (refusal === undefined) return
  expect(refusal.code, `${name} ${JSON.stringify(input)?.slice(0, 500)}`).not.toBe('app.unexpected')
  expect(wrote, `${name} refused with ${refusal.code} and wrote all the same`).toBe(false)
}

describe.each(procedures)('$name', ({ name, input }) => {
  const numRuns = SLOW.has(name) ? RUNS_OF_SLOW : RUNS

  it('refuses what is malformed', () => {
    fc.assert(
      fc.property(spoilt(input), (given) => holds(name, given)),
      { numRuns, seed: 42 },
    )
  })

  it('answers or refuses what is well formed and makes no sense', () => {
    fc.assert(
      fc.property(fitting(input), (given) => holds(name, given)),
      { numRuns, seed: 43 },
    )
  })
})

it('knows every procedure', () => {
  expect(procedures.length).toBeGreaterThan(100)
})

it('would notice what a refused call left behind', () => {
  const writesBefore = writes()
  const { tx } = company.company.file
  const forget = (): void =>
    void tx.within(company.clock(), () => {
      tx.run(`UPDATE company_profile SET name = name || '!'`)
      expect(writes()).not.toBe(writesBefore)
      expect(content()).not.toBe(before)
      throw new RolledBack()
    })
  expect(forget).toThrow(RolledBack)
})
