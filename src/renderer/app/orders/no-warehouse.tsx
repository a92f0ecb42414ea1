import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../pages'
import { EmptyState } from '../../ui'

/** In place of a page that needs a warehouse before there is one; `hint` says what for. */
export function NoWarehouse({ hint }: { readonly hint?: string }): ReactNode {
  const { t } = useTranslation()
  const { open, canOpen } = useNavigation()
  return (
    <EmptyState
      title={t('warehouse.noWarehouse')}
      hint={hint ?? t('warehouse.noWarehouseHint')}
      {...(canOpen('warehouse.new')
        ? { action: { label: t('warehouse.new'), onAction: () => open('warehouse.new') } }
        : {})}
    />
  )
}
