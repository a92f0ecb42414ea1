export type RefusalParams = Readonly<Record<string, string | number>>

/**
 * An expected "no": translated by its code (`refusals.<code>` in i18n), says what happened and what to do next, and
 * crosses every wire as data. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** What the handler wrote before refusing is kept (a failed sign-in counts although it is refused). */
  keepWrites = false

  constructor(
    readonly code: string,
    readonly params: RefusalParams = {},
    /** Path of the input field that it concerns, for example `lines.2.quantityMicro`. */
    readonly field?: string,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }

  toData(): RefusalData {
    return { code: this.code, params: this.params, ...(this.field === undefined ? {} : { field: this.field }) }
  }
}

export interface RefusalData {
  readonly code: string
  readonly params: RefusalParams
  readonly field?: string
}

export function refuse(code: string, params: RefusalParams = {}, field?: string): never {
  throw new Refusal(code, params, field)
}
