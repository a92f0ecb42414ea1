import { refuse } from '../../../../shared/errors'
import type { Reader, Tx } from '../../../kernel/db'
import { index } from '../../search'
import { itemStore } from '../item-store'
import { addItem, type Input } from '../save-item'
import { familyStore, type FamilyRow } from './family-store'

interface Axis {
  readonly name: string
  readonly values: readonly { readonly code: string; readonly name: string }[]
}

interface KeptAxis {
  name: string
  values: { code: string; name: string }[]
}

interface SaveFamily {
  readonly id?: number | undefined
  readonly code: string
  readonly name: string
  readonly axes: readonly Axis[]
}

/** Variants of one family at most; more of them are several articles. */
const MOST_VARIANTS = 500
const axesOf = (family: FamilyRow) => JSON.parse(family.axesJson) as KeptAxis[]
const keyOf = (codes: readonly string[]): string => codes.join('\t')

function requireFamily(reader: Reader, id: number): FamilyRow {
  return familyStore.byId(reader, id) ?? refuse('items.familyUnknown', {}, 'id')
}

export function getFamily(reader: Reader, input: { id: number }) {
  const family = requireFamily(reader, input.id)
  const { id, code, name } = family
  const variants = familyStore.variants(reader, id).map(({ itemId, valueCodes, active, salesPriceMicro, ...row }) => ({
    values: valueCodes.split('\t'),
    item: { id: itemId, ...row },
    salesPriceMicro,
    active: active === 1,
    barcodes: itemStore.barcodesOf(reader, itemId).map(({ barcode }) => barcode),
  }))
  return { id, code, name, axes: axesOf(family), variants }
}

/** New, or changed: values may be added at any time, and go only while no variant has them. */
export function saveFamily(tx: Tx, input: SaveFamily): { id: number } {
  const { code, name, axes } = input
  requireSound(axes)
  const same = familyStore.byCode(tx, code)
  if (same !== undefined && same.id !== input.id) refuse('items.familyCodeTaken', { code, name: same.name }, 'code')
  const axesJson = JSON.stringify(axes)
  if (input.id === undefined) {
    const id = familyStore.insert(tx, code, name, axesJson)
    makeFindable(tx, id, input)
    return { id }
  }
  const before = requireFamily(tx, input.id)
  const variants = familyStore.variants(tx, before.id)
  if (variants.length > 0)
    requireStillThere(
      axes,
      axesOf(before),
      variants.map((row) => row.valueCodes.split('\t')),
    )
  familyStore.update(tx, before.id, code, name, axesJson)
  makeFindable(tx, before.id, input)
  return { id: before.id }
}

function makeFindable(tx: Tx, id: number, { code, name }: SaveFamily): void {
  index(tx, { kind: 'items.family', id, title: name, subtitle: code, words: [] })
  tx.announce({ kind: 'items.familySaved', id })
}

function requireSound(axes: readonly Axis[]): void {
  for (const [at, axis] of axes.entries()) {
    const codes = axis.values.map((value) => value.code.toLowerCase())
    const twice = codes.find((code, first) => codes.indexOf(code) !== first)
    if (twice !== undefined) refuse('items.axisValueTwice', { axis: axis.name, code: twice }, `axes.${at}`)
  }
  const variants = axes.reduce((product, axis) => product * axis.values.length, 1)
  if (variants > MOST_VARIANTS) refuse('items.tooManyVariants', { variants, most: MOST_VARIANTS }, 'axes')
}

function requireStillThere(axes: readonly Axis[], before: readonly Axis[], used: readonly (readonly string[])[]): void {
  if (axes.length !== before.length) refuse('items.axesFixed', {}, 'axes')
  for (const [at, axis] of axes.entries()) {
    const codes = new Set(axis.values.map(({ code }) => code))
    const gone = used.find((values) => !codes.has(values[at] ?? ''))
    if (gone !== undefined) refuse('items.axisValueUsed', { axis: axis.name, code: gone[at] ?? '' }, `axes.${at}`)
  }
}

type Common = Omit<Input, 'code' | 'name' | 'otherName' | 'packs' | 'isKit' | 'kind'>

interface Generate {
  readonly id: number
  /** What all new variants share; each can be changed by itself afterwards. */
  readonly fields: Common
  /** Codes of values, one for each axis: left out, every combination that is not there. */
  readonly only?: readonly (readonly string[])[] | undefined
}

/** Makes the variants that are not there yet: an item for each combination, by the codes and names of its values. */
export function generateVariants(tx: Tx, input: Generate): { added: number } {
  const family = requireFamily(tx, input.id)
  const axes = axesOf(family)
  const there = new Set(familyStore.variants(tx, family.id).map((row) => row.valueCodes))
  const wanted = input.only === undefined ? undefined : new Set(input.only.map(keyOf))
  let added = 0
  for (const values of combinations(axes)) {
    const codes = values.map(({ code }) => code)
    if (there.has(keyOf(codes)) || (wanted !== undefined && !wanted.has(keyOf(codes)))) continue
    const itemId = addItem(tx, {
      ...input.fields,
      kind: 'stock',
      isKit: false,
      otherName: '',
      code: [family.code, ...codes].join('-'),
      name: [family.name, ...values.map(({ name }) => name)].join(' '),
      packs: [{ unit: input.fields.baseUnit, baseQuantity: 1, barcodes: [] }],
    })
    familyStore.addVariant(tx, family.id, itemId, keyOf(codes))
    added += 1
  }
  tx.announce({ kind: 'items.familySaved', id: family.id })
  return { added }
}

function combinations(axes: readonly Axis[]): Axis['values'][number][][] {
  return axes.reduce<Axis['values'][number][][]>(
    (found, axis) => found.flatMap((values) => axis.values.map((value) => [...values, value])),
    [[]],
  )
}
