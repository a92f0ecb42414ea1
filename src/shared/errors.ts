export type RefusalParams = Readonly<Record<string, string | number>>

/**
 * An expected "no": translated by its code (`refusals.<code>` in i18n), says what happened and what to do next, and
 * crosses every wire as data. Anything else that is thrown is a bug.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  /** What the handler wrote before refusing is kept (a failed sign-in counts although it is refused). */
  keepWrites = false
  /** What somebody else may have who could allow it; undefined where nobody's word would help. */
  need: Need | undefined

  constructor(
    readonly code: string,
    readonly params: RefusalParams = {},
    /** Path of the input field that it concerns, for example `lines.2.quantityMicro`. */
    readonly field?: string,
  ) {
    super(`${code} ${JSON.stringify(params)}`)
  }

  static of(data: RefusalData): Refusal {
    const refusal = new Refusal(data.code, data.params, data.field)
    refusal.need = data.need
    return refusal
  }

  toData(): RefusalData {
    return {
      code: this.code,
      params: this.params,
      ...(this.field === undefined ? {} : { field: this.field }),
      ...(this.need === undefined ? {} : { need: this.need }),
    }
  }
}

/** A right (`right:sales.belowCost`), a limit up to a value (`discountMicro:150000`), or wider places (`places`). */
export type Need = string

export interface RefusalData {
  readonly code: string
  readonly params: RefusalParams
  readonly field?: string
  readonly need?: Need
}

export function refuse(code: string, params: RefusalParams = {}, field?: string): never {
  throw new Refusal(code, params, field)
}

/** Refuses what somebody with that right or limit may allow, on the spot or from the inbox. */
export function refuseUnlessAllowed(need: Need, code: string, params: RefusalParams = {}, field?: string): never {
  const refusal = new Refusal(code, params, field)
  refusal.need = need
  throw refusal
}
