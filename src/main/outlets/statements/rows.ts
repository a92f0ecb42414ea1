/** One account's (or partner's, or cash-flow row's) share in a figure. */
export interface Part {
  readonly accountCode: string
  readonly accountName: string
  readonly partnerName: string | null
  readonly amountMinor: number
  readonly compareMinor: number
}

export interface StatementRow {
  /** Line number of the form; null for a heading. */
  readonly no: number | null
  readonly label: string
  readonly level: number
  /** A cash-flow row by its item: its lines are listed by it. */
  readonly item: string | null
  readonly amountMinor: number | null
  readonly compareMinor: number | null
  readonly parts: Part[]
}

export interface Figures {
  readonly amountMinor: number
  readonly compareMinor: number
}

interface Laid {
  readonly no: number | null
  readonly zh: string
  readonly en: string
  readonly level: number
  readonly sum?: readonly number[]
}

/** Fills the rows of a form in their order: own figures where a row has some, sums of earlier rows where it adds up. */
export function fillRows<Row extends Laid>(
  rows: readonly Row[],
  isChinese: boolean,
  own: (
    row: Row,
  ) => { readonly figures: Figures; readonly parts: Part[]; readonly item?: string | undefined } | undefined,
  known: Map<number, Figures> = new Map(),
): StatementRow[] {
  return rows.map((row) => {
    const plain = { no: row.no, label: isChinese ? row.zh : row.en, level: row.level }
    if (row.no === null) return { ...plain, item: null, amountMinor: null, compareMinor: null, parts: [] }
    const filled = row.sum === undefined ? own(row) : undefined
    const figures = row.sum === undefined ? (filled?.figures ?? NOTHING) : addUp(row.sum, known)
    known.set(row.no, figures)
    return { ...plain, ...figures, item: filled?.item ?? null, parts: filled?.parts ?? [] }
  })
}

const NOTHING: Figures = { amountMinor: 0, compareMinor: 0 }

function addUp(numbers: readonly number[], known: ReadonlyMap<number, Figures>): Figures {
  let amountMinor = 0
  let compareMinor = 0
  for (const number of numbers) {
    const figures = known.get(Math.abs(number)) ?? NOTHING
    const sign = number < 0 ? -1 : 1
    amountMinor += sign * figures.amountMinor
    compareMinor += sign * figures.compareMinor
  }
  return { amountMinor, compareMinor }
}

export const sumOfParts = (parts: readonly Part[]): Figures => ({
  amountMinor: parts.reduce((sum, part) => sum + part.amountMinor, 0),
  compareMinor: parts.reduce((sum, part) => sum + part.compareMinor, 0),
})

export const isNothing = ({ amountMinor, compareMinor }: Figures): boolean => amountMinor === 0 && compareMinor === 0
