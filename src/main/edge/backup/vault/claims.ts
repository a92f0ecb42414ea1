import { randomBytes } from 'node:crypto'
import { refuse } from '../../../../shared/errors'
import { isRunning } from '../running'
import type { Target } from '../targets/target'

/** Longer than any pack takes on a slow line: a claim is renewed after each. */
const STALE_MILLISECONDS = 30 * 60_000
const RENEW_MILLISECONDS = 5 * 60_000

type ClaimKind = 'write' | 'clear'

/**
 * Says on the target that somebody writes or clears up. Each puts its claim first and looks for the others' then
 * (Dekker's order), so of two that begin together at least one sees the other. Any number may write at once: nothing
 * that is stored ever changes. Clearing up stands alone.
 */
export class Claim {
  /** of this process; what else bears its number is of a run that could not take its claim back */
  static readonly #held = new Set<string>()
  #renewedAt = Date.now()

  private constructor(
    private readonly target: Target,
    private readonly name: string,
    private readonly host: string,
  ) {}

  static async take(target: Target, kind: ClaimKind, host: string): Promise<Claim> {
    const claim = new Claim(target, `claims/${kind}-${randomBytes(8).toString('hex')}`, host)
    try {
      await claim.put()
    } catch (error) {
      // It may stand there all the same.
      await claim.end().catch(() => undefined)
      throw error
    }
    const all = await target.list('claims')
    // Both instants are the target's own, so a PC whose clock is wrong judges rightly.
    const now = all.find(({ name }) => name === claim.name)?.modifiedAt ?? Date.now()
    for (const other of all) {
      if (other.name === claim.name) continue
      if (now - other.modifiedAt > STALE_MILLISECONDS) {
        await target.remove(other.name)
        continue
      }
      if (kind === 'write' && other.name.startsWith('claims/write-')) continue
      const holder = (await target.get(other.name))?.toString('utf8') ?? ''
      const [otherHost = '', pid = ''] = holder.split('\n')
      if (otherHost === host && Claim.isAbandoned(other.name, Number(pid))) {
        await target.remove(other.name)
        continue
      }
      await claim.end()
      refuse('backup.busy', { host: otherHost })
    }
    return claim
  }

  /** Called now and then, and before the last step: somebody who held us for dead has removed the claim. */
  async keep(force = false): Promise<void> {
    if (!force && Date.now() - this.#renewedAt < RENEW_MILLISECONDS) return
    if ((await this.target.get(this.name)) === undefined) refuse('backup.interrupted')
    await this.put()
  }

  async end(): Promise<void> {
    Claim.#held.delete(this.name)
    await this.target.remove(this.name)
  }

  /** Left by a process of this PC that was ended at work. */
  private static isAbandoned(name: string, pid: number): boolean {
    if (pid === process.pid) return !Claim.#held.has(name)
    return pid > 0 && !isRunning(pid)
  }

  private async put(): Promise<void> {
    Claim.#held.add(this.name)
    await this.target.put(this.name, Buffer.from(`${this.host}\n${process.pid}`))
    this.#renewedAt = Date.now()
  }
}
