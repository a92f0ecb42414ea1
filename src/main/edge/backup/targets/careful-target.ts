import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../../../../shared/errors'
import type { StoredObject, Target } from './target'

export interface Care {
  /** 0 = as fast as it goes */
  readonly bytesPerSecond: number
  readonly tries: number
  readonly firstPauseMilliseconds: number
}

export const USUAL_CARE: Care = { bytesPerSecond: 0, tries: 4, firstPauseMilliseconds: 500 }

/** Tries again what failed on the way, with growing pauses, and keeps to a bandwidth. */
export class CarefulTarget implements Target {
  #freeAt = 0

  constructor(
    private readonly inner: Target,
    private readonly care: Care,
  ) {}

  get address(): string {
    return this.inner.address
  }

  list(folder: string): Promise<StoredObject[]> {
    return this.again(() => this.inner.list(folder))
  }

  get(name: string): Promise<Buffer | undefined> {
    return this.again(async () => {
      const bytes = await this.inner.get(name)
      await this.pace(bytes?.length ?? 0)
      return bytes
    })
  }

  put(name: string, bytes: Buffer): Promise<void> {
    return this.again(async () => {
      await this.pace(bytes.length)
      await this.inner.put(name, bytes)
    })
  }

  remove(name: string): Promise<void> {
    return this.again(() => this.inner.remove(name))
  }

  close(): Promise<void> {
    return this.inner.close()
  }

  private async pace(bytes: number): Promise<void> {
    const { bytesPerSecond } = this.care
    if (bytesPerSecond === 0 || bytes === 0) return
    const now = Date.now()
    const begin = Math.max(now, this.#freeAt)
    this.#freeAt = begin + (bytes / bytesPerSecond) * 1000
    await wait(begin - now)
  }

  private async again<T>(work: () => Promise<T>): Promise<T> {
    let pause = this.care.firstPauseMilliseconds
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work()
      } catch (error) {
        const mayPass = error instanceof Refusal && error.code === 'backup.targetUnreachable'
        if (!mayPass || attempt >= this.care.tries) throw error
        await wait(pause)
        pause *= 3
      }
    }
  }
}
