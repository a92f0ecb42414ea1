/** How lists and documents name what a row points to. */
interface PartnerColumns {
  readonly partnerId: number
  readonly code: string
  readonly name: string
}

/** A row's partner columns as the reference that lists carry. */
export function withCustomer<Row extends PartnerColumns>({ partnerId, code, name, ...row }: Row) {
  return { ...row, customer: { id: partnerId, code, name } }
}

interface ItemColumns {
  readonly itemId: number
  readonly code: string
  readonly name: string
  readonly baseUnit: string
}

/** A line's item columns as the reference that documents carry. */
export function withItem<Row extends ItemColumns>({ itemId, code, name, baseUnit, ...row }: Row) {
  return { ...row, item: { id: itemId, code, name, baseUnit } }
}
