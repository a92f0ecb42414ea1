import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../app/engine'
import { usePreference } from '../../../app/preferences'

/** The warehouse that the desk's pages show: the first, or the one chosen on this computer. */
export function useWarehouse() {
  const [chosen, choose] = usePreference<number>('warehouse.chosen', 0)
  const { data } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  const rows = data?.rows ?? []
  const warehouse = rows.find((row) => row.id === chosen) ?? rows[0]
  return { warehouse, rows, choose, isRead: data !== undefined }
}

export function WarehouseSelect({ warehouses }: { readonly warehouses: ReturnType<typeof useWarehouse> }): ReactNode {
  const { t } = useTranslation()
  const { warehouse, rows, choose } = warehouses
  if (rows.length < 2 || warehouse === undefined) return null
  return (
    <Select
      aria-label={t('warehouse.warehouse')}
      style={{ width: 160 }}
      value={warehouse.id}
      onChange={choose}
      options={rows.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
