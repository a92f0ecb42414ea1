import { refuse } from '../../../shared/errors'
import { labelFields } from '../../../shared/labels/fields'
import { labelTemplate, type LabelTemplate, type LabelUse, type LabelValues } from '../../../shared/labels/template'
import { labelTemplates } from '../../../shared/labels/templates'
import type { Reader, Tx } from '../../kernel/db'
import type { Actor } from '../../kernel/dispatch'
import { pictureOf, renderLabel } from '../../kernel/label'
import { contentsOf } from './label-content'
import { templateStore, type TemplateRow } from './template-store'

const read = (row: TemplateRow): LabelTemplate => labelTemplate.parse(JSON.parse(row.template))

const requireTemplate = (reader: Reader, id: number): TemplateRow =>
  templateStore.byId(reader, id) ?? refuse('labels.templateUnknown')

/** What is printed for a use: a label of the company's own, else the program's. */
export function templateFor(reader: Reader, use: LabelUse, id?: number): LabelTemplate {
  if (id !== undefined) {
    const row = requireTemplate(reader, id)
    return row.use === use ? read(row) : refuse('labels.otherUse', { name: row.name })
  }
  const own = templateStore.used(reader, use)
  if (own !== undefined) return read(own)
  return labelTemplates.find((one) => one.use === use) ?? refuse('labels.noTemplate')
}

export const listTemplates = (reader: Reader) => ({
  rows: templateStore.all(reader).map((row) => ({
    id: row.id,
    name: row.name,
    use: row.use,
    isUsed: row.is_used === 1,
    version: row.version,
    changedAt: row.changed_at,
    changedBy: row.changed_by_name,
    template: read(row),
  })),
})

interface SavedTemplate {
  readonly id?: number | undefined
  readonly version?: number | undefined
  readonly name: string
  readonly template: LabelTemplate
  readonly isUsed: boolean
}

/** Two who change one label at a time would undo each other's work unseen: the second is told and decides. */
export function saveTemplate(tx: Tx, actor: Actor, input: SavedTemplate): { id: number; version: number } {
  const { id, name, template, isUsed } = input
  const known = templateStore.byName(tx, name)
  if (known !== undefined && known.id !== id) refuse('labels.templateNameTaken', { name }, 'name')
  const before = id === undefined ? undefined : requireTemplate(tx, id)
  if (before !== undefined && before.version !== input.version) {
    refuse('labels.changedMeanwhile', { name: before.name, by: templateStore.changedBy(tx, before.id) })
  }
  const version = (before?.version ?? 0) + 1
  const row = {
    name,
    use: template.use,
    template: JSON.stringify(template),
    is_used: isUsed ? 1 : 0,
    version,
    changed_by: actor.userId,
    changed_at: tx.now.toISOString(),
  }
  if (isUsed) templateStore.useNone(tx, row)
  if (id !== undefined) templateStore.update(tx, { id, ...row })
  const saved = id ?? templateStore.insert(tx, row)
  tx.announce({ kind: 'labels.templateSaved', id: saved })
  return { id: saved, version }
}

/** What was printed with it keeps the label as it was; from now on the program's own is printed for its use. */
export function deleteTemplate(tx: Tx, { id }: { readonly id: number }): { done: true } {
  if (templateStore.remove(tx, id) === 0) refuse('labels.templateUnknown')
  tx.announce({ kind: 'labels.templateSaved', id })
  return { done: true }
}

interface Preview {
  readonly template: LabelTemplate
  readonly dpi: 203 | 300 | 600
  readonly values?: LabelValues | undefined
  readonly sourceId?: number | undefined
}

export function previewLabel(reader: Reader, { template, dpi, values, sourceId }: Preview) {
  const [real] = sourceId === undefined ? [] : contentsOf(reader, template.use, sourceId, '')
  const troubles: { element: number; code: string; params: {} }[] = []
  const page = renderLabel(template, values ?? real?.values ?? labelFields[template.use], dpi, (element, refusal) => {
    troubles.push({ element, code: refusal.code, params: refusal.params })
  })
  const picture = pictureOf(page)
  return {
    width: picture.width,
    height: picture.height,
    bits: Buffer.from(picture.bytes).toString('base64'),
    troubles,
  }
}
