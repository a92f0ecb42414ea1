import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../engine'

/** The small picture of an item; undefined where it has none. */
export function useItemPicture(item: { readonly id: number; readonly name: string } | undefined): ReactNode {
  const { t } = useTranslation()
  const { data } = useQuery({
    ...api.items.thumbnails.queryOptions({ input: { itemIds: item === undefined ? [] : [item.id] } }),
    enabled: item !== undefined,
  })
  const url = data?.rows[0]?.url
  if (item === undefined || url === undefined) return undefined
  return <img className="k-item-picture" src={url} alt={t('items.pictures.of', { name: item.name })} />
}
