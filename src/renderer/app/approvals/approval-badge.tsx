import { CheckSquareOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../engine'
import { useNavigation } from '../pages'

/** In the top bar, only while there is something: what waits for this person's word, and answers not read yet. */
export function ApprovalBadge(): ReactNode {
  const { t } = useTranslation()
  const { open } = useNavigation()
  const { data } = useQuery({ ...api.approvals.count.queryOptions({ input: {} }), throwOnError: false })
  if (data === undefined || data.toDecide + data.answered === 0) return null
  return (
    <Button type="text" icon={<CheckSquareOutlined aria-hidden="true" />} onClick={() => open('approvals.requests')}>
      {data.toDecide > 0
        ? t('approvals.badge', { count: data.toDecide })
        : t('approvals.badgeAnswered', { count: data.answered })}
    </Button>
  )
}
