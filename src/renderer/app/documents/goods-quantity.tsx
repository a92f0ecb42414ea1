import type { ReactNode } from 'react'
import { nominalPieces, piecesText } from '../../../shared/values/catch-weight'
import { QuantityText } from '../../ui'
import { useCatchWeights } from './catch-weights'

/**
 * A quantity of an item, and of goods that are paid by weight how many pieces it is: as counted, or about as many where
 * it is only planned.
 */
export function GoodsQuantity(props: {
  readonly item: { readonly id: number; readonly baseUnit: string }
  readonly quantityMicro: number
  /** Left out: not counted. */
  readonly pieces?: number | null | undefined
}): ReactNode {
  const { item, quantityMicro, pieces } = props
  const terms = useCatchWeights()(item.id)
  const quantity = <QuantityText quantityMicro={quantityMicro} unit={item.baseUnit} />
  if (terms === undefined || quantityMicro === 0 || pieces === null) return quantity
  const counted =
    pieces === undefined ? `≈ ${piecesText(terms, nominalPieces(terms, quantityMicro))}` : piecesText(terms, pieces)
  return (
    <>
      {quantity} <span className="k-soft">· {counted}</span>
    </>
  )
}
