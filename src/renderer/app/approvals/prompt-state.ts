import type { Refusal } from '../../../shared/errors'

export interface Approval {
  readonly login: string
  readonly pin: string
}

/** What came of asking: somebody allows it here and now, it waits in an inbox, or the person lets it be. */
export type Word =
  | { readonly kind: 'allowed'; readonly approval: Approval }
  | { readonly kind: 'asked' }
  | { readonly kind: 'left' }

export interface Prompt {
  readonly refusal: Refusal
  /** `sales.confirmOrder` and what was given with it */
  readonly procedure: string
  readonly input: Readonly<Record<string, unknown>>
  answer(word: Word): void
}

/** One refused command at a time asks for somebody's word; the page that gave it waits and knows nothing of it. */
class PromptState {
  #prompt: Prompt | undefined
  #isReady = false
  readonly #listeners = new Set<() => void>()

  get prompt(): Prompt | undefined {
    return this.#prompt
  }

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#isReady = true
    return () => {
      this.#listeners.delete(listener)
      this.#isReady = this.#listeners.size > 0
    }
  }

  ask(refusal: Refusal, procedure: string, input: Readonly<Record<string, unknown>>): Promise<Word> {
    if (!this.#isReady || this.#prompt !== undefined) return Promise.resolve({ kind: 'left' })
    return new Promise((resolve) => {
      this.#set({
        refusal,
        procedure,
        input,
        answer: (word) => {
          this.#set(undefined)
          resolve(word)
        },
      })
    })
  }

  #set(prompt: Prompt | undefined): void {
    this.#prompt = prompt
    for (const listener of this.#listeners) listener()
  }
}

export const promptState = new PromptState()
