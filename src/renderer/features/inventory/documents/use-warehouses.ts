import { useQuery } from '@tanstack/react-query'
import { api } from '../../../app/engine'

/** All warehouses, for choosing one. */
export function useWarehouses() {
  const { data } = useQuery(api.warehouse.listWarehouses.queryOptions({ input: {} }))
  return { rows: data?.rows ?? [], isRead: data !== undefined }
}
