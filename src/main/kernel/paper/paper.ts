/** A business document as it stands on paper: finished texts only, in the language of the reader. */
export interface Paper {
  /** Whose document it is: the heading and foot of every page. */
  readonly sender: string
  readonly title: string
  readonly number: string
  readonly addressee: { readonly label: string; readonly name: string; readonly lines: readonly string[] }
  readonly facts: readonly PaperFact[]
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly totals: readonly (PaperFact & { readonly isFinal?: boolean })[]
  readonly remarks: readonly string[]
  /** Labels under empty lines to sign on. */
  readonly signatures: readonly string[]
  /** With `{{page}}` and `{{pages}}`. */
  readonly pageLabel: string
  /** Across the page, for a document that no longer holds. */
  readonly stamp?: string
}

export interface PaperFact {
  readonly label: string
  readonly value: string
}

export interface PaperColumn {
  readonly title: string
  /** Share of the page's width; all shares together are 1. */
  readonly share: number
  readonly align: 'left' | 'right'
  /** The cell is drawn as Code 128, with its text below. */
  readonly isBarcode?: boolean
}
