import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage, type ExportFormat } from '../../ui'
import { useSession } from '../session'
import { useLongWork } from './long-work'
import { saveSheet, type Sheet } from './sheet'

const FORMATS: readonly ExportFormat[] = ['excel', 'csv', 'pdf']

/** Takes a page that is no list with it: workbook, text, or A4 under the name of the company. */
export function SheetButton({ sheet }: { readonly sheet: () => Sheet | Promise<Sheet> }): ReactNode {
  const { t } = useTranslation()
  const { company } = useSession()
  const language = useLanguage()
  const { start, progress } = useLongWork(t('ui.list.exporting'))
  const save = (format: ExportFormat): void =>
    start(async () =>
      saveSheet(await sheet(), format, { companyName: company.name, currency: company.currency, language }),
    )
  return (
    <>
      {progress}
      <Dropdown
        trigger={['click']}
        menu={{
          items: FORMATS.map((format) => ({ key: format, label: t(`ui.list.exportAs.${format}`) })),
          onClick: ({ key }) => save(key as ExportFormat),
        }}
      >
        <Button icon={<DownloadOutlined />}>{t('ui.list.export')}</Button>
      </Dropdown>
    </>
  )
}
