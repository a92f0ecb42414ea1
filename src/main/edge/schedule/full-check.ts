import { randomUUID } from 'node:crypto'
import { commandLineActor } from '../../foundation/access'
import { log } from '../../kernel/log'
import { FILE } from '../../outlets/health'
import type { Company } from '../../rooms'
import { HeavyReader } from '../wire'

const EVERY_MILLISECONDS = 7 * 86_400_000
const LOOK_MILLISECONDS = 60_000

interface State {
  readonly checkedAt: string | null
  readonly isAsked: boolean
}

export interface FullCheckOptions {
  /** the built reader thread */
  readonly script: URL
  readonly onDamaged?: () => void
  readonly now?: () => number
}

/**
 * Reads the whole file and makes every proof once a week, and when somebody asks, on a thread and a connection of its
 * own that only reads: nobody waits for it. Where the file itself is damaged, whoever started this is told at once.
 */
export class FullCheck {
  readonly #actor = commandLineActor('schedule')
  #running: HeavyReader | undefined
  readonly #timer: NodeJS.Timeout
  readonly #unsubscribe: () => void

  constructor(
    private readonly company: Company,
    private readonly options: FullCheckOptions,
  ) {
    // Not at once: whoever opens the company wants to work now.
    this.#timer = setInterval(() => void this.look(), LOOK_MILLISECONDS)
    this.#timer.unref()
    this.#unsubscribe = company.dispatcher.subscribe((facts) => {
      if (facts.some(({ kind }) => kind === 'health.asked')) void this.look()
    })
  }

  /** Makes the check where one is due; answers whether it did. */
  async look(): Promise<boolean> {
    if (this.#running !== undefined || !this.isDue()) return false
    const reader = new HeavyReader(this.company.file.path, this.options.script)
    this.#running = reader
    try {
      const found = (await reader.call(this.#actor, 'health.examine', {})) as { problems: readonly string[] }
      if (this.#running !== reader) return false
      const input = { ...found, idempotencyKey: randomUUID() }
      this.company.dispatcher.call(this.#actor, 'health.recordCheck', input)
      if (found.problems.length > 0) log.error({ problems: found.problems }, 'a full check found something')
      if (found.problems.includes(FILE)) this.options.onDamaged?.()
      return true
    } catch (error) {
      // Closed meanwhile, or the thread died: the next look tries again.
      if (this.#running === reader) log.error({ err: error }, 'a full check was not finished')
      return false
    } finally {
      await reader.close()
      if (this.#running === reader) this.#running = undefined
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    this.#unsubscribe()
    const running = this.#running
    this.#running = undefined
    await running?.close()
  }

  private isDue(): boolean {
    const state = this.company.dispatcher.call(this.#actor, 'health.state', {}) as State
    if (state.isAsked || state.checkedAt === null) return true
    return (this.options.now?.() ?? Date.now()) - Date.parse(state.checkedAt) >= EVERY_MILLISECONDS
  }
}
