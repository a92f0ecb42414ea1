import type { PrintOutcome } from '../../../../shared/devices/device'

const REMEMBERED_JOBS = 5000

/** What became of each job. The same id again is answered with it and prints nothing. */
export class JobMemory {
  readonly #outcomes = new Map<string, Promise<PrintOutcome>>()

  once(jobId: string, print: () => Promise<PrintOutcome>): Promise<PrintOutcome> {
    const known = this.#outcomes.get(jobId)
    if (known !== undefined) return known
    const outcome = print()
    this.#outcomes.set(jobId, outcome)
    // Not one byte of it left: it may be sent after all.
    void outcome.then(({ kind }) => kind === 'not-sent' && this.#outcomes.delete(jobId))
    const [oldest] = this.#outcomes.keys()
    if (this.#outcomes.size > REMEMBERED_JOBS && oldest !== undefined) this.#outcomes.delete(oldest)
    return outcome
  }
}
