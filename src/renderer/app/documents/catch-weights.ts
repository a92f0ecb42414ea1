import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { piecesText, type PieceTerms } from '../../../shared/values/catch-weight'
import type { ListColumn } from '../../ui'
import { api } from '../engine'

interface Counted {
  readonly item: { readonly id: number }
  readonly pieces: number | null
}

/** The column of pieces beside one of quantities; none where no goods are paid by weight. */
export function usePiecesColumn<Row extends Counted>(): readonly ListColumn<Row>[] {
  const { t } = useTranslation()
  const { data } = useQuery(api.items.listCatchWeights.queryOptions({ input: {} }))
  const rows = data?.rows
  return useMemo(() => {
    if (rows === undefined || rows.length === 0) return []
    const units = new Map(rows.map(({ itemId, unit }) => [itemId, unit]))
    const value = ({ item, pieces }: Row): string =>
      pieces === null ? '' : piecesText({ unit: units.get(item.id) ?? '' }, pieces)
    return [{ key: 'pieces', title: t('items.catchWeight.pieces'), value, width: 110 }]
  }, [rows, t])
}

/** How goods are counted that are paid by weight; undefined for all others. */
export function useCatchWeights(): (itemId: number | undefined) => PieceTerms | undefined {
  const { data } = useQuery(api.items.listCatchWeights.queryOptions({ input: {} }))
  return (itemId) => data?.rows.find((row) => row.itemId === itemId)
}
