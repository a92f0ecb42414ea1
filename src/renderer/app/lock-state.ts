/** Whether this place is locked. While it is, calls wait: what was begun goes on where it was. */
class LockState {
  #isLocked = false
  #waiting: (() => void)[] = []
  readonly #listeners = new Set<() => void>()

  get isLocked(): boolean {
    return this.#isLocked
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  lock(): void {
    if (this.#isLocked) return
    this.#isLocked = true
    this.#tell()
  }

  /** The same person is back, or another one has signed in: whoever waits asks again and hears what holds for him. */
  unlock(): void {
    this.#isLocked = false
    const waiting = this.#waiting
    this.#waiting = []
    for (const go of waiting) go()
    this.#tell()
  }

  unlocked(): Promise<void> {
    return this.#isLocked ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export const lockState = new LockState()
