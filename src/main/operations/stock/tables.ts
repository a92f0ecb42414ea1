/** Rows as this room's queries read them. */
export interface TransferRow {
  readonly id: number
  readonly number: string
  readonly state: 'in-transit' | 'arrived' | 'reversed'
  readonly fromWarehouseId: number
  readonly toWarehouseId: number
  readonly sentOn: string
  readonly arrivedOn: string | null
  readonly note: string
}

export interface TransferLineRow {
  readonly id: number
  readonly itemId: number
  readonly lotId: number
  readonly fromBinId: number
  readonly toBinId: number
  readonly quantityMicro: number
  readonly valueMinor: number
  readonly arrivedMicro: number | null
  readonly differenceMinor: number
}

export interface ConversionRow {
  readonly id: number
  readonly number: string
  readonly state: 'posted' | 'reversed'
  readonly kind: 'assembly' | 'disassembly' | 'repack'
  readonly warehouseId: number
  readonly convertedOn: string
  readonly note: string
  readonly valueMinor: number
  readonly lossMinor: number
}

export interface RevaluationRow {
  readonly id: number
  readonly number: string
  readonly state: 'posted' | 'reversed'
  readonly warehouseId: number
  readonly itemId: number
  readonly lotId: number
  readonly revaluedOn: string
  readonly reason: string
  readonly quantityMicro: number
  readonly beforeMinor: number
  readonly afterMinor: number
}

/** Goods as a line names them. */
export interface GoodsLine {
  readonly itemId: number
  /** Only from this bin; left out: wherever it is free. */
  readonly binId?: number | undefined
  readonly lotCode?: string | undefined
  readonly quantityMicro: number
}

export interface DocumentAnswer {
  readonly id: number
  readonly number: string
  readonly state: string
}

export interface Reversal {
  readonly id: number
  readonly reversedOn: string
  readonly reason: string
}
