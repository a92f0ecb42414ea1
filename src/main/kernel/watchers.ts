import type { Tx } from './db'
import type { Actor } from './dispatch'

/** Told inside the transaction, so that what follows from a step happens with it or not at all. */
export type Watcher<Step> = (tx: Tx, actor: Actor, step: Step) => void

/** A place where rooms above are told of a step that a room below has taken; set once, where the rooms are put together. */
export class Watchers<Step> {
  readonly #watchers: Watcher<Step>[] = []

  add(watcher: Watcher<Step>): void {
    this.#watchers.push(watcher)
  }

  tell(tx: Tx, actor: Actor, step: Step): void {
    for (const watcher of this.#watchers) watcher(tx, actor, step)
  }
}
