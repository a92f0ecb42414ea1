import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundle } from '../support/bundle'
import { brokenChecks, openTestCompany } from '../support/company'
import { addSupplies } from '../support/supplies'
import { stockUp } from '../support/warehouse-day'

const KILLS = 50
/** A command lasts some milliseconds, so the blow falls before, in and after the one that follows. */
const LONGEST_WAIT_MILLISECONDS = 12

interface Acknowledged {
  readonly key: string
  readonly answer: unknown
}

let program = ''
beforeAll(async () => {
  program = await bundle('tests/support/busy-engine.ts')
})

/** Lets an engine work for a while and kills it; gives back everything it acknowledged. */
function workAndDie(path: string, run: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [program, path, String(run)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const acknowledged: Acknowledged[] = []
  const last = 1 + ((run * 7) % 30)
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged.push(JSON.parse(line) as Acknowledged)
    if (acknowledged.length === last) setTimeout(() => child.kill('SIGKILL'), (run * 37) % LONGEST_WAIT_MILLISECONDS)
  })
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(acknowledged)
      else reject(new Error(`the engine ended by itself (${code}): ${JSON.stringify(acknowledged.at(-1))}`))
    })
  })
}

describe(`an engine killed ${KILLS} times at work`, () => {
  it('keeps every acknowledged command, none of them half, and sound books', async () => {
    const company = openTestCompany()
    const supplies = addSupplies(company)
    stockUp(company, supplies, [
      { item: supplies.bolt, pieces: 40 },
      { item: supplies.tea, pieces: 40, lotCode: 'L0', expiresOn: '2027-01-31' },
    ])
    let commands = 0
    for (let run = 1; run <= KILLS; run += 1) {
      company.company.close()
      const acknowledged = await workAndDie(company.path, run)
      company.reopen()
      commands += acknowledged.length
      const kept = new Map(
        company.reader
          .all<{ key: string; answer: string }>('SELECT key, answer FROM kernel_answer WHERE key LIKE ?', [
            `crash-${run}-%`,
          ])
          .map((row) => [row.key, JSON.parse(row.answer) as unknown]),
      )
      for (const { key, answer } of acknowledged) expect(kept.get(key), `run ${run}, ${key}`).toEqual(answer)
      // At most the one command whose acknowledgement died with the engine.
      expect(kept.size - acknowledged.length).toBeLessThanOrEqual(1)
      expect(brokenChecks(company.reader), `after run ${run}`).toEqual([])
    }
    expect(commands).toBeGreaterThan(KILLS * 5)
    company.close()
  }, 300_000)
})
