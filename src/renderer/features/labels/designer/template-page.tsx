import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, InputNumber, Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { labelFields } from '../../../../shared/labels/fields'
import { labelTemplate, type LabelTemplate, type LabelUse } from '../../../../shared/labels/template'
import { labelTemplates } from '../../../../shared/labels/templates'
import { useCommand } from '../../../app/commands'
import { ItemSelect } from '../../../app/documents/item-select'
import { api, engine } from '../../../app/engine'
import { saveFile } from '../../../app/lists/save-file'
import { useNavigation, usePageTab, type PageParams } from '../../../app/pages'
import { useCan } from '../../../app/session'
import { Field, PageHeader, RefusalAlert, useRefusalText, useShortcuts, Waiting } from '../../../ui'
import {
  changed,
  doubled,
  elementText,
  emptyTemplate,
  newElement,
  reordered,
  withElement,
  without,
  type Dpi,
  type NewKind,
} from './design'
import './designer.css'
import { ElementProperties } from './element-properties'
import { LabelCanvas } from './label-canvas'
import { pictureOfFile } from './picture-file'
import { useDesign } from './use-design'
import { usePreview } from './use-preview'

interface Opened {
  readonly id: number | undefined
  readonly name: string
  readonly isUsed: boolean
  /** as it was read; undefined: never saved */
  readonly version: number | undefined
  readonly template: LabelTemplate
}

/** One label: of the company's own (params: id), or a copy of what the program brings (params: use). */
export function TemplatePage({ params }: { readonly params: PageParams }): ReactNode {
  const { t } = useTranslation()
  // One that has just been brought in stands on no list that was read before.
  const { data, refetch } = useQuery({
    ...api.labels.listTemplates.queryOptions({ input: {} }),
    refetchOnMount: 'always',
  })
  const [reads, setReads] = useState(0)
  const own = data?.rows.find((row) => row.id === params['id'])
  if (data === undefined || (own === undefined && params['id'] !== undefined)) return <Waiting />
  const use = own?.use ?? (typeof params['use'] === 'string' ? (params['use'] as LabelUse) : 'item')
  const shipped = labelTemplates.find((one) => one.use === use) ?? emptyTemplate(use)
  const opened: Opened = own ?? {
    id: undefined,
    name: t('labels.designer.copyOf', { name: t(`labels.uses.${use}`) }),
    isUsed: true,
    version: undefined,
    template: shipped,
  }
  const takeSaved = (): void => void refetch().then(() => setReads(reads + 1))
  return (
    <Designer
      key={`${own?.id ?? `new-${use}`} ${reads}`}
      opened={opened}
      shipped={shipped}
      names={data.rows.map((row) => row.name)}
      onTakeSaved={takeSaved}
    />
  )
}

interface Kept {
  readonly id?: number
  readonly version?: number
  readonly name: string
  readonly isUsed: boolean
}

interface DesignerProps {
  readonly opened: Opened
  readonly shipped: LabelTemplate
  /** of all labels of the company */
  readonly names: readonly string[]
  /** Throws away what was changed here, for what somebody else has saved. */
  onTakeSaved(): void
}

function Designer({ opened, shipped, names, onTakeSaved }: DesignerProps): ReactNode {
  const { t } = useTranslation()
  const { open, close } = useNavigation()
  const tab = usePageTab()
  const canSave = useCan('warehouse.manage')
  const [name, setName] = useState(opened.name)
  const [isUsed, setUsed] = useState(opened.isUsed)
  // Of what was opened here, not of what the list has learned since.
  const [version, setVersion] = useState(opened.version)
  const [dpi, setDpi] = useState<Dpi>(203)
  const [itemId, setItem] = useState<number | null>(null)
  const design = useDesign(opened.template)
  const { template } = design
  const { preview, refusal } = usePreview(template, dpi, itemId)
  const save = useCommand(engine.labels.saveTemplate)
  const remove = useCommand(engine.labels.deleteTemplate)
  const isDirty = design.canUndo || name !== opened.name || isUsed !== opened.isUsed
  useEffect(() => tab.setTitle(name), [tab, name])
  useEffect(() => tab.setUnsaved(isDirty), [tab, isDirty])
  const isSound = labelTemplate.safeParse(template).success
  const keep = async (as: Kept): Promise<void> => {
    const answer = await save.run({ ...as, template: { ...template, id: `own-${template.use}` } })
    if (answer === undefined) return
    tab.setUnsaved(false)
    design.settle()
    setVersion(answer.version)
    if (as.id !== undefined) return
    close('labels.template', opened.id === undefined ? { use: template.use } : { id: opened.id })
    open('labels.template', { id: answer.id })
  }
  const keepIt = (): Promise<void> =>
    keep({
      ...(opened.id === undefined ? {} : { id: opened.id }),
      ...(version === undefined ? {} : { version }),
      name: name.trim(),
      isUsed,
    })
  const keepAsOwn = (): Promise<void> => keep({ name: freeName(name.trim(), names, t), isUsed: false })
  const drop = async (): Promise<void> => {
    if (opened.id === undefined || (await remove.run({ id: opened.id })) === undefined) return
    tab.setUnsaved(false)
    close('labels.template', { id: opened.id })
    open('labels.templates')
  }
  useShortcuts(t('labels.designer.title'), [
    { keys: 'Ctrl+S', label: t('app.save'), run: () => (canSave && isSound ? void keepIt() : undefined) },
    { keys: 'Ctrl+Z', label: t('labels.designer.undo'), run: design.undo },
  ])
  const troubled = save.refusal ?? remove.refusal ?? refusal
  const canShowItem = template.use === 'item' || template.use === 'shelf' || template.use === 'price'
  return (
    <section className="k-page">
      <PageHeader
        title={t('labels.designer.title')}
        hint={t('labels.designer.hint')}
        actions={
          <>
            <Button disabled={!design.canUndo} onClick={design.undo}>
              {t('labels.designer.undo')}
            </Button>
            <Button onClick={() => design.change(shipped, true)}>{t('labels.designer.reset')}</Button>
            <Button onClick={() => exportTemplate(name, template)}>{t('labels.designer.export')}</Button>
            {opened.id === undefined || !canSave ? null : (
              <Button danger loading={remove.isRunning} onClick={() => void drop()}>
                {t('labels.designer.delete')}
              </Button>
            )}
            {canSave ? (
              <Button
                type="primary"
                disabled={!isSound || name.trim() === ''}
                loading={save.isRunning}
                onClick={() => void keepIt()}
              >
                {t('app.save')}
              </Button>
            ) : null}
          </>
        }
      />
      <div>
        {troubled === undefined ? null : <RefusalAlert refusal={troubled} />}
        {save.refusal?.code === 'labels.changedMeanwhile' ? (
          <p className="k-buttons">
            <Button onClick={() => void keepAsOwn()}>{t('labels.designer.keepAsOwn')}</Button>
            <Button onClick={onTakeSaved}>{t('labels.designer.takeSaved')}</Button>
          </p>
        ) : null}
        <div className="k-designer-head">
          <Field label={t('labels.designer.name')}>
            {({ id }) => (
              <Input id={id} maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <Measure
            label={t('labels.designer.labelWidth')}
            value={template.width}
            most={25_000}
            least={1000}
            onChange={(width) => design.change({ ...template, width }, true)}
          />
          <Measure
            label={t('labels.designer.labelHeight')}
            value={template.height}
            most={60_000}
            least={500}
            onChange={(height) => design.change({ ...template, height }, true)}
          />
          <Segmented
            aria-label={t('labels.designer.dpi')}
            value={dpi}
            onChange={setDpi}
            options={([203, 300, 600] as const).map((value) => ({ value, label: `${value} dpi` }))}
          />
          {canShowItem ? (
            <Field label={t('labels.designer.shownWith')}>
              {({ id }) => (
                <ItemSelect id={id} placeholder={t('labels.designer.example')} value={itemId} onChange={setItem} />
              )}
            </Field>
          ) : null}
          <Checkbox checked={isUsed} onChange={(event) => setUsed(event.target.checked)}>
            {t('labels.designer.isUsed', { use: t(`labels.uses.${template.use}`) })}
          </Checkbox>
        </div>
      </div>
      <div className="k-designer">
        <Parts design={design} />
        <LabelCanvas
          template={template}
          dpi={dpi}
          preview={preview}
          selected={design.selected}
          onSelect={design.select}
          onChange={design.change}
          onRemove={(at) => design.change(without(template, at), true)}
        />
        <Side design={design} preview={preview} />
      </div>
    </section>
  )
}

/** The name, with the first number behind it that is free. */
function freeName(name: string, names: readonly string[], t: TFunction): string {
  const taken = new Set(names.map((one) => one.toLowerCase()))
  for (let count = 2; ; count += 1) {
    const free = t('labels.designer.otherCopy', { name: name.slice(0, 50), count })
    if (!taken.has(free.toLowerCase())) return free
  }
}

type Design = ReturnType<typeof useDesign>

function Measure({
  label,
  value,
  least,
  most,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  onChange(value: number): void
}): ReactNode {
  return (
    <Field label={label}>
      {({ id }) => (
        <InputNumber
          id={id}
          className="k-designer-measure"
          min={least / 100}
          max={most / 100}
          precision={2}
          value={value / 100}
          onChange={(millimetres) => millimetres !== null && onChange(Math.round(millimetres * 100))}
        />
      )}
    </Field>
  )
}

const NEW: readonly NewKind[] = ['text', 'field', 'code', 'line']

/** The parts in their order, and what can be added. */
function Parts({ design }: { readonly design: Design }): ReactNode {
  const { t } = useTranslation()
  const { template, selected } = design
  const file = useRef<HTMLInputElement>(null)
  const [isUnread, setUnread] = useState(false)
  const [first = ''] = Object.keys(labelFields[template.use])
  const add = (kind: NewKind): void => {
    const text = kind === 'text' ? t('labels.designer.newText') : `{${first}}`
    design.add(withElement(template, newElement(template, kind, text)))
  }
  const addPicture = async (picked: File | undefined): Promise<void> => {
    if (picked === undefined) return
    try {
      design.add(withElement(template, await pictureOfFile(picked, template)))
      setUnread(false)
    } catch {
      setUnread(true)
    }
  }
  return (
    <nav className="k-designer-side" aria-label={t('labels.designer.parts')}>
      <div className="k-designer-buttons">
        {NEW.map((kind) => (
          <Button key={kind} size="small" onClick={() => add(kind)}>
            {t(`labels.designer.add.${kind}`)}
          </Button>
        ))}
        <Button size="small" onClick={() => file.current?.click()}>
          {t('labels.designer.add.image')}
        </Button>
        <input
          ref={file}
          hidden
          type="file"
          aria-label={t('labels.designer.add.image')}
          accept="image/png,image/jpeg,image/bmp,image/webp"
          onChange={(event) => {
            void addPicture(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      {isUnread ? <p role="alert">{t('labels.designer.noPicture')}</p> : null}
      <h2>{t('labels.designer.parts')}</h2>
      <ul className="k-designer-parts">
        {template.elements.map((element, at) => (
          <li key={at}>
            <button type="button" aria-pressed={selected === at} onClick={() => design.select(at)}>
              {t(`labels.designer.kinds.${element.kind}`)} {elementText(element)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What is chosen, and what cannot be printed. */
function Side({
  design,
  preview,
}: {
  readonly design: Design
  readonly preview: ReturnType<typeof usePreview>['preview']
}): ReactNode {
  const { t } = useTranslation()
  const refusalText = useRefusalText()
  const { template, selected = -1 } = design
  const element = template.elements[selected]
  const troubles = preview?.troubles ?? []
  return (
    <aside className="k-designer-side" aria-label={t('labels.designer.properties')}>
      {troubles.map((trouble) => (
        <p key={trouble.element} role="alert">
          {refusalText(trouble)}
        </p>
      ))}
      {element === undefined ? (
        <p>{t('labels.designer.chooseHint')}</p>
      ) : (
        <ElementProperties
          key={selected}
          element={element}
          fields={Object.keys(labelFields[template.use])}
          onChange={(change) => design.change(changed(template, selected, change), true)}
          onForward={(by) => {
            design.change(reordered(template, selected, by), true)
            if (template.elements[selected + by] !== undefined) design.select(selected + by)
          }}
          onDouble={() => design.add(doubled(template, selected))}
          onRemove={() => design.change(without(template, selected), true)}
        />
      )}
    </aside>
  )
}

function exportTemplate(name: string, template: LabelTemplate): void {
  const content = JSON.stringify({ kontorLabel: 1, name, template }, null, 2)
  saveFile(`${name}.kontor-label.json`, new Blob([content], { type: 'application/json' }))
}
