/**
 * How the company's file stands: full checks by schedule, and what may be told to whoever helps. A finding is kept;
 * nothing is mended here. Tables: health_check, health_asked.
 */
import type { contract } from '../../../shared/contracts'
import { maskMessage } from '../../../shared/values/mask'
import type { Check } from '../../kernel/check'
import type { Reader } from '../../kernel/db'
import type { Handlers } from '../../kernel/dispatch'
import { fileFacts, fileProblems, lastRefusals, namesToHide, rowCounts } from './facts-queries'
import { healthStore } from './health-store'

/** What a damaged file is called among the problems. */
export const FILE = 'file'

/** Proves every invariant there is. */
export type Prove = (reader: Reader) => {
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[]
}

/** Seconds of work, whatever clock the company has. */
const since = (begun: number): number => Math.round((performance.now() - begun) / 1000)

function supportText(reader: Reader, prove: Prove, names: readonly string[]): string {
  const proofs = prove(reader).checks
  const facts = {
    file: fileFacts(reader),
    fileProblems: fileProblems(reader).map((line) => maskMessage(line, names)),
    proofsThatHold: proofs.filter(({ ok }) => ok).length,
    proofsBroken: proofs.flatMap(({ name, ok, detail }) => (ok ? [] : [`${name}: ${maskMessage(detail, names)}`])),
    lastCheck: healthStore.last(reader)?.checked_at ?? null,
    rows: rowCounts(reader),
    lastRefusals: lastRefusals(reader),
  }
  return JSON.stringify(facts, null, 2)
}

export const handlersOf = (prove: Prove): Handlers<typeof contract.health> => ({
  state: (reader) => {
    const last = healthStore.last(reader)
    const problems = last === undefined ? [] : (JSON.parse(last.problems) as string[])
    return {
      checkedAt: last?.checked_at ?? null,
      isSound: problems.length === 0,
      problems,
      seconds: last?.seconds ?? 0,
      isAsked: healthStore.isAsked(reader),
    }
  },
  checkNow: (tx) => {
    healthStore.ask(tx)
    tx.announce({ kind: 'health.asked' })
    return { done: true }
  },
  recordCheck: (tx, _actor, { problems, seconds }) => {
    healthStore.insert(tx, { checked_at: tx.now.toISOString(), problems: JSON.stringify(problems), seconds })
    healthStore.settle(tx)
    tx.announce({ kind: 'health.checked' })
    return { done: true }
  },
  examine: (reader) => {
    const begun = performance.now()
    const damage = fileProblems(reader)
    const broken = prove(reader).checks.flatMap(({ name, ok }) => (ok ? [] : [name]))
    return { problems: [...(damage.length === 0 ? [] : [FILE]), ...broken], seconds: since(begun) }
  },
  supportFacts: (reader) => {
    const hidden = namesToHide(reader)
    return { text: supportText(reader, prove, hidden), hidden }
  },
})

export const checks: readonly Check[] = [
  {
    name: 'full checks can be read',
    run(reader) {
      const last = healthStore.last(reader)
      try {
        const names: unknown = last === undefined ? [] : JSON.parse(last.problems)
        return { ok: Array.isArray(names), examined: last === undefined ? 0 : 1, detail: '' }
      } catch {
        return { ok: false, examined: 1, detail: `check ${last?.id}` }
      }
    },
  },
]
