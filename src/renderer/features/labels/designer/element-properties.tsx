import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { conditionText, readCondition, type ConditionKind } from '../../../../shared/labels/condition'
import { symbologies, type LabelElement } from '../../../../shared/labels/template'
import { Field } from '../../../ui'

interface Props {
  readonly element: LabelElement
  readonly fields: readonly string[]
  onChange(change: object): void
  onForward(by: 1 | -1): void
  onDouble(): void
  onRemove(): void
}

const inside = (part: HTMLElement): HTMLElement => part.parentElement ?? part

/** Everything about one part as fields: for exact places, and for whoever does not use a mouse. */
export function ElementProperties({ element, fields, onChange, onForward, onDouble, onRemove }: Props): ReactNode {
  const { t } = useTranslation()
  const word = (key: string): string => t(`labels.designer.${key}`)
  const length = (name: 'x' | 'y' | 'width' | 'height' | 'size', value: number, least: number): ReactNode => (
    <Field label={word(name)}>
      {({ id }) => (
        <InputNumber
          id={id}
          min={least / 100}
          step={0.5}
          precision={2}
          value={value / 100}
          style={{ width: '100%' }}
          onChange={(millimetres) => {
            if (millimetres !== null) onChange({ [name]: Math.round(millimetres * 100) })
          }}
        />
      )}
    </Field>
  )
  return (
    <div className="k-designer-properties">
      <div className="k-designer-pair">
        {length('x', element.x, 0)}
        {length('y', element.y, 0)}
        {length('width', element.width, element.kind === 'line' ? 5 : 100)}
        {element.kind === 'text' ? length('size', element.size, 120) : length('height', element.height, 5)}
      </div>
      {element.kind === 'text' || element.kind === 'code' ? (
        <Content element={element} fields={fields} onChange={onChange} />
      ) : null}
      {element.kind === 'text' ? <TextLook element={element} onChange={onChange} /> : null}
      {element.kind === 'code' ? (
        <Field label={word('symbology')}>
          {({ id }) => (
            <Select
              id={id}
              getPopupContainer={inside}
              value={element.symbology}
              options={symbologies.map((value) => ({ value, label: word(`symbologies.${value}`) }))}
              onChange={(symbology: string) => onChange({ symbology })}
            />
          )}
        </Field>
      ) : null}
      <When key={element.when ?? ''} when={element.when} fields={fields} onChange={(when) => onChange({ when })} />
      <div className="k-designer-buttons">
        <Button size="small" onClick={() => onForward(1)}>
          {word('forward')}
        </Button>
        <Button size="small" onClick={() => onForward(-1)}>
          {word('backward')}
        </Button>
        <Button size="small" onClick={onDouble}>
          {word('double')}
        </Button>
        <Button size="small" danger onClick={onRemove}>
          {word('remove')}
        </Button>
      </div>
    </div>
  )
}

const FORMATS = [
  'number:2',
  'number:0',
  'date:YYYY-MM-DD',
  'date:DD.MM.YYYY',
  'date:YYYY年M月D日',
  'upper',
  'left:12',
  'right:6',
  'pad:8',
  'group:4',
]

/** Text with fields in braces; a field, or a way of writing the last one, is put in from a list. */
function Content({
  element,
  fields,
  onChange,
}: {
  readonly element: Extract<LabelElement, { kind: 'text' | 'code' }>
  readonly fields: readonly string[]
  onChange(change: object): void
}): ReactNode {
  const { t } = useTranslation()
  const { content } = element
  const written = (format: string): string => content.replace(/\{(\w+(?:\|[^{}|]+)*)\}(?!.*\{)/s, `{$1|${format}}`)
  const hasField = /\{\w/.test(content)
  return (
    <>
      <Field label={t('labels.designer.content')}>
        {({ id }) => (
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={300}
            value={content}
            onChange={(event) => onChange({ content: event.target.value })}
          />
        )}
      </Field>
      <div className="k-designer-pair">
        <Select
          aria-label={t('labels.designer.putField')}
          placeholder={t('labels.designer.putField')}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          getPopupContainer={inside}
          options={fields.map((value) => ({ value, label: t(`labels.fields.${value}`) }))}
          onChange={(name: string | null) => {
            if (name !== null) onChange({ content: `${content}{${name}}`.slice(0, 300) })
          }}
        />
        <Select
          aria-label={t('labels.designer.putFormat')}
          placeholder={t('labels.designer.putFormat')}
          disabled={!hasField}
          value={null}
          getPopupContainer={inside}
          options={FORMATS.map((value) => ({ value, label: t('labels.designer.format', { format: value }) }))}
          onChange={(format: string | null) => {
            if (format !== null) onChange({ content: written(format).slice(0, 300) })
          }}
        />
      </div>
    </>
  )
}

function TextLook({
  element,
  onChange,
}: {
  readonly element: Extract<LabelElement, { kind: 'text' }>
  onChange(change: object): void
}): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="k-designer-pair">
      <Field label={t('labels.designer.align')}>
        {({ id }) => (
          <Select
            id={id}
            getPopupContainer={inside}
            value={element.align}
            options={(['left', 'centre', 'right'] as const).map((value) => ({
              value,
              label: t(`labels.designer.aligns.${value}`),
            }))}
            onChange={(align: string) => onChange({ align })}
          />
        )}
      </Field>
      <Field label={t('labels.designer.lines')}>
        {({ id }) => (
          <InputNumber
            id={id}
            min={1}
            max={12}
            precision={0}
            value={element.lines}
            style={{ width: '100%' }}
            onChange={(lines) => lines !== null && onChange({ lines })}
          />
        )}
      </Field>
      <Checkbox checked={element.bold} onChange={(event) => onChange({ bold: event.target.checked })}>
        {t('labels.designer.bold')}
      </Checkbox>
    </div>
  )
}

const KINDS: readonly ConditionKind[] = ['filled', 'empty', 'equals', 'differs']

/** Printed always, or only when a field says so. */
function When({
  when,
  fields,
  onChange,
}: {
  readonly when: string | undefined
  readonly fields: readonly string[]
  onChange(when: string | undefined): void
}): ReactNode {
  const { t } = useTranslation()
  const condition = when === undefined ? undefined : readCondition(when)
  const compares = condition?.kind === 'equals' || condition?.kind === 'differs'
  return (
    <div className="k-designer-when">
      <Field label={t('labels.designer.when')}>
        {({ id }) => (
          <Select
            id={id}
            allowClear
            placeholder={t('labels.designer.always')}
            getPopupContainer={inside}
            value={condition?.field ?? null}
            options={fields.map((value) => ({ value, label: t(`labels.fields.${value}`) }))}
            onChange={(field: string | null | undefined) =>
              onChange(field == null ? undefined : conditionText({ kind: 'filled', value: '', ...condition, field }))
            }
          />
        )}
      </Field>
      {condition === undefined ? null : (
        <div className="k-designer-pair">
          <Select
            aria-label={t('labels.designer.condition')}
            getPopupContainer={inside}
            value={condition.kind}
            options={KINDS.map((value) => ({ value, label: t(`labels.designer.conditions.${value}`) }))}
            onChange={(kind: ConditionKind) => onChange(conditionText({ ...condition, kind }))}
          />
          {compares ? (
            <Input
              aria-label={t('labels.designer.conditionValue')}
              defaultValue={condition.value}
              maxLength={30}
              onBlur={(event) => onChange(conditionText({ ...condition, value: event.target.value }))}
              onPressEnter={(event) => onChange(conditionText({ ...condition, value: event.currentTarget.value }))}
            />
          ) : null}
        </div>
      )}
    </div>
  )
}
