import { DeleteOutlined, StarOutlined } from '@ant-design/icons'
import { Button, Input, Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListLayout } from '../../ui'
import { usePreference } from '../preferences'

interface SavedView {
  readonly name: string
  readonly layout: ListLayout
}

export interface SavedViewsProps {
  /** Name of the list, for example `sales.orders`. */
  readonly list: string
  /** What is seen now. */
  readonly layoutNow: () => ListLayout
  readonly onChoose: (layout: ListLayout) => void
}

/** Columns, order and filter of a list, kept under a name on this computer. */
export function SavedViews({ list, layoutNow, onChoose }: SavedViewsProps): ReactNode {
  const { t } = useTranslation()
  const [views, setViews] = usePreference<readonly SavedView[]>(`views.${list}`, [])
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const others = views.filter((view) => view.name !== name.trim())
  const save = (): void => {
    if (name.trim() === '') return
    setViews([...others, { name: name.trim(), layout: layoutNow() }])
    setName('')
    setOpen(false)
  }
  const content = (
    <div className="k-views">
      {views.map((view) => (
        <div key={view.name}>
          <Button
            type="text"
            onClick={() => {
              setOpen(false)
              onChoose(view.layout)
            }}
          >
            {view.name}
          </Button>
          <Button
            type="text"
            icon={<DeleteOutlined aria-hidden="true" />}
            aria-label={t('app.views.remove', { name: view.name })}
            onClick={() => setViews(views.filter((other) => other !== view))}
          />
        </div>
      ))}
      <div>
        <Input
          value={name}
          placeholder={t('app.views.name')}
          aria-label={t('app.views.name')}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={save}
        />
        <Button disabled={name.trim() === ''} onClick={save}>
          {t('app.views.save')}
        </Button>
      </div>
    </div>
  )
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      content={content}
    >
      <Button icon={<StarOutlined aria-hidden="true" />}>{t('app.views.title')}</Button>
    </Popover>
  )
}
