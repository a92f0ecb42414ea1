import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalData } from '../../../shared/errors'
import type { Actor } from '../../kernel/dispatch'

export interface HeavyRequest {
  readonly id: number
  readonly actor: Actor
  readonly name: string
  readonly input: unknown
}

export type HeavyReply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly refusal: RefusalData }

interface Waiting {
  resolve(answer: unknown): void
  reject(reason: unknown): void
}

/** Long reads on a thread and a read-only connection of their own, so that a report never delays a scan. */
export class HeavyReader {
  #worker: Worker | undefined
  #nextId = 1
  readonly #waiting = new Map<number, Waiting>()

  constructor(
    private readonly companyPath: string,
    private readonly script: URL,
  ) {}

  call(actor: Actor, name: string, input: unknown): Promise<unknown> {
    const id = this.#nextId++
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.worker().postMessage({ id, actor, name, input } satisfies HeavyRequest)
    })
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  /** Started at the first long read; started again after a crash. */
  private worker(): Worker {
    if (this.#worker !== undefined) return this.#worker
    const worker = new Worker(this.script, { workerData: { companyPath: this.companyPath } })
    worker.on('message', (reply: HeavyReply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if ('answer' in reply) waiting?.resolve(reply.answer)
      else waiting?.reject(new Refusal(reply.refusal.code, reply.refusal.params, reply.refusal.field))
    })
    const fail = (): void => {
      this.#worker = undefined
      for (const waiting of this.#waiting.values())
        waiting.reject(new Refusal('app.unexpected', { reference: 'reader' }))
      this.#waiting.clear()
    }
    worker.on('error', fail)
    worker.on('exit', fail)
    worker.unref()
    this.#worker = worker
    return worker
  }
}
