import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../../app/pages'
import { EmptyState } from '../../../ui'

/** In place of any warehouse page before the first warehouse. */
export function NoWarehouse(): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  return (
    <EmptyState
      title={t('warehouse.noWarehouse')}
      hint={t('warehouse.noWarehouseHint')}
      {...(canOpen('warehouse.new')
        ? { action: { label: t('warehouse.new'), onAction: () => open('warehouse.new') } }
        : {})}
    />
  )
}
