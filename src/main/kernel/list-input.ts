/** Paging, sorting and filtering as every list's contract takes them. */
export interface ListInput {
  readonly offset: number
  readonly limit: number
  readonly sort?: string | undefined
  readonly descending: boolean
  readonly filter: string
}
