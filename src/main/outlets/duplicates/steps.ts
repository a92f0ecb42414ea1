import type { BusinessDate } from '../../../shared/values/date'
import type { RefusalParams } from '../../../shared/errors'
import type { Reader } from '../../kernel/db'
import type { GivenCommand } from '../../kernel/dispatch'
import type { OpenDocument } from './open-documents-queries'

export interface Pair {
  readonly fromId: number
  readonly intoId: number
}

export interface Obstacle {
  readonly code: string
  readonly params: RefusalParams
}

/** Something that goes along: the commands that move it, and those that take it back, known once it is done. */
export interface Step {
  /** What a preview counts it under. */
  readonly what: string
  readonly count: number
  readonly give: GivenCommand
  readonly back: (answer: unknown) => readonly GivenCommand[]
}

/** What is merged: how the two are found to be the same thing, and everything that belongs to the old one. */
export interface Noun {
  readonly ref: (reader: Reader, id: number) => { readonly id: number; readonly code: string; readonly name: string }
  readonly obstacles: (reader: Reader, pair: Pair) => readonly Obstacle[]
  readonly open: (reader: Reader, id: number, today: BusinessDate) => readonly OpenDocument[]
  /** The one that stays, as it is entered. */
  readonly enteredAs: (reader: Reader, id: number) => object
  readonly steps: (reader: Reader, pair: Pair, on: BusinessDate) => readonly Step[]
}
