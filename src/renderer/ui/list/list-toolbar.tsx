import { DownloadOutlined, FilterOutlined, PlusOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Dropdown, Input, type InputRef, Popover } from 'antd'
import type { ReactNode, RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { ShortcutKeys } from '../shell/shortcut-keys'
import type { ListColumn } from './list-columns'

const EXPORT_FORMATS = ['excel', 'csv', 'pdf'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

interface ColumnChooserProps<Row> {
  readonly columns: readonly ListColumn<Row>[]
  readonly shown: readonly string[]
  readonly onShown: (shown: readonly string[]) => void
  readonly onReset: () => void
}

function ColumnChooser<Row>(props: ColumnChooserProps<Row>): ReactNode {
  const { columns, shown, onShown, onReset } = props
  const { t } = useTranslation()
  const choices = (
    <div className="k-list-chooser">
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={shown.includes(column.key)}
          disabled={column.isFixed === true}
          onChange={(event) => {
            const keep = (key: string): boolean => (key === column.key ? event.target.checked : shown.includes(key))
            onShown(columns.map(({ key }) => key).filter((key) => keep(key)))
          }}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" onClick={onReset}>
        {t('ui.list.columnsReset')}
      </Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" content={choices}>
      <Button icon={<SettingOutlined />} aria-label={t('ui.list.columns')} title={t('ui.list.columns')} />
    </Popover>
  )
}

export interface ListToolbarProps<Row> extends ColumnChooserProps<Row> {
  readonly filterInput: RefObject<InputRef | null>
  readonly filter: string
  readonly onFilter: (filter: string) => void
  /** Enter or arrow down: from the filter to the rows. */
  readonly onLeaveFilter: () => void
  readonly filterHint: string | undefined
  /** More ways to narrow the list: state, period, partner. */
  readonly extra: ReactNode
  readonly selectedCount: number
  readonly onClearSelection: () => void
  /** Buttons for what is selected. */
  readonly bulk: ReactNode
  readonly total: number | undefined
  readonly onExport: ((format: ExportFormat) => void) | undefined
  readonly newLabel: string | undefined
  readonly onNew: (() => void) | undefined
}

function Selection<Row>(props: ListToolbarProps<Row>): ReactNode {
  const { selectedCount, onClearSelection, bulk } = props
  const { t } = useTranslation()
  return (
    <>
      <span className="k-num">{t('ui.list.selected', { count: selectedCount })}</span>
      {bulk}
      <Button type="link" size="small" onClick={onClearSelection}>
        {t('ui.list.clearSelection')}
      </Button>
    </>
  )
}

export function ListToolbar<Row>(props: ListToolbarProps<Row>): ReactNode {
  const { filterInput, filter, onFilter, onLeaveFilter, filterHint, extra, selectedCount, total, onExport } = props
  const { newLabel, onNew } = props
  const { t } = useTranslation()
  return (
    <div className="k-list-toolbar k-no-print">
      <Input
        ref={filterInput}
        className="k-list-filter"
        prefix={<FilterOutlined aria-hidden="true" />}
        suffix={filter === '' ? <ShortcutKeys keys="/" /> : null}
        allowClear
        value={filter}
        placeholder={filterHint ?? t('ui.list.filter')}
        aria-label={filterHint ?? t('ui.list.filter')}
        aria-keyshortcuts="/"
        onChange={(event) => onFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' || event.key === 'ArrowDown') onLeaveFilter()
          else if (event.key === 'Escape' && filter !== '') onFilter('')
          else return
          event.preventDefault()
        }}
      />
      {extra}
      <div className="k-list-status" role="status">
        {selectedCount > 0 ? (
          <Selection {...props} />
        ) : total === undefined ? null : (
          <span className="k-num">{t('ui.list.rows', { count: total })}</span>
        )}
      </div>
      {onExport === undefined ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: EXPORT_FORMATS.map((format) => ({ key: format, label: t(`ui.list.exportAs.${format}`) })),
            onClick: ({ key }) => onExport(key as ExportFormat),
          }}
        >
          <Button icon={<DownloadOutlined />}>{t('ui.list.export')}</Button>
        </Dropdown>
      )}
      <ColumnChooser {...props} />
      {onNew === undefined ? null : (
        <Button type="primary" icon={<PlusOutlined />} aria-keyshortcuts="N" onClick={onNew}>
          {newLabel ?? t('ui.list.new')}
          <ShortcutKeys keys="N" />
        </Button>
      )}
    </div>
  )
}
