/** One booking on a bank statement, as every format of file says it. */
export interface BankFileLine {
  readonly bookedOn: string
  /** Above zero: money came in. */
  readonly amountMinor: number
  readonly counterparty: string
  readonly counterpartyNumber: string
  /** What the payer wrote: invoice numbers, purpose. */
  readonly text: string
  /** The bank's own id of the booking; '' where it gives none. */
  readonly bankReference: string
}

export type BankFileFormat = 'table' | 'ofx' | 'mt940' | 'camt053'

/** What one file says of one account. */
export interface BankFile {
  readonly format: BankFileFormat
  /** The account's number as the bank writes it; '' where the file does not say. */
  readonly accountNumber: string
  /** ISO 4217; '' where the file does not say. */
  readonly currency: string
  readonly fromOn: string
  readonly toOn: string
  /** Null where the file carries no balances. */
  readonly openingMinor: number | null
  readonly closingMinor: number | null
  readonly lines: readonly BankFileLine[]
}

/** The whole of the lines' dates, for formats that don't name the days they cover. */
export function daysOf(lines: readonly { readonly bookedOn: string }[]): { fromOn: string; toOn: string } {
  const days = lines.map(({ bookedOn }) => bookedOn).toSorted()
  return { fromOn: days[0] ?? '', toOn: days.at(-1) ?? '' }
}

/** One line of several texts: joined, blanks made one, cut to what is kept. */
export function joined(parts: readonly (string | undefined)[], most = 400): string {
  return parts
    .map((part) => (part ?? '').trim())
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .slice(0, most)
}
