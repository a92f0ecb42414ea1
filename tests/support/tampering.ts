import { expect } from 'vitest'
import type { Check } from '../../src/main/kernel/check'
import type { TestCompany } from './company'

class Undo extends Error {}

/** Does the work inside a transaction that is then rolled back: it leaves nothing behind. */
export function undone(within: (work: () => void) => unknown, work: () => void): void {
  try {
    within(() => {
      work()
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  }
}

/** Names of the checks that fail once the file is changed behind the program's back; the change is undone. */
export function foundAfter(company: TestCompany, checks: readonly Check[], tampering: string): string[] {
  const { tx } = company.company.file
  let found: string[] = []
  undone(
    (work) => tx.within(new Date(), work),
    () => {
      for (const { name } of tx.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)) {
        tx.run(`DROP TRIGGER ${name}`)
      }
      expect(tx.run(tampering).changes).toBeGreaterThan(0)
      found = checks.flatMap((check) => (check.run(tx).ok ? [] : [check.name]))
    },
  )
  return found
}
