import type { TFunction } from 'i18next'
import { piecesText, type PieceTerms } from '../../../../../shared/values/catch-weight'
import { formatQuantity } from '../../../../../shared/values/format'
import type { ItemOf } from '../flows/flow'

interface Weighed {
  readonly item: ItemOf
  readonly terms: PieceTerms
  readonly quantityMicro: number
  readonly likely: number
}

/** The step that asks how many pieces the weight is of: as many as it is nominally, unless somebody counts others. */
export function piecesAsked(t: TFunction, weighed: Weighed, onPieces: (pieces: number) => void) {
  const { item, terms, quantityMicro, likely } = weighed
  const { unit } = terms
  return {
    instruction: t('warehouse.station.enterPieces', { unit }),
    howMany: { value: formatQuantity(quantityMicro), unit: item.baseUnit, note: t('warehouse.station.weighed') },
    pad: { kind: 'number' as const, caption: t('warehouse.station.quantityIn', { unit }), onNumber: onPieces },
    confirm: {
      label: piecesText({ unit }, likely),
      onPress: () => onPieces(likely),
    },
    extra: [],
  }
}
