/**
 * A label as data. Lengths are hundredths of a millimetre from the top left corner; texts hold fields in braces, which
 * whoever prints fills in (fields.ts says what each kind of label knows).
 */
import { z } from 'zod'
import { isCondition } from './condition'

const length = z.int().min(0).max(60_000)
const place = { x: length, y: length }

/** Printed only when this holds: `lot`, `!lot`, `unit=kg` (condition.ts). */
const when = z.string().max(80).refine(isCondition, 'condition').optional()

export const labelText = z.strictObject({
  kind: z.literal('text'),
  ...place,
  width: length.min(100),
  /** of the letters, from the top of one line to the top of the next */
  size: z.int().min(120).max(5000),
  /** "Lot {lot}", "{expiry|date:DD.MM.YYYY}" */
  content: z.string().max(300),
  bold: z.boolean().default(false),
  align: z.enum(['left', 'centre', 'right']).default('left'),
  /** more text is shortened with an ellipsis */
  lines: z.int().min(1).max(12).default(1),
  when,
})

export const symbologies = ['code128', 'gs1-128', 'ean13', 'qrcode', 'gs1datamatrix'] as const

export const labelCode = z.strictObject({
  kind: z.literal('code'),
  ...place,
  /** the most it may take, quiet zones within */
  width: length.min(300),
  height: length.min(300),
  symbology: z.enum(symbologies),
  /** for GS1: `(01){gtin}(17){expiry}(10){lot}`; an element whose field is empty is left out */
  content: z.string().max(300),
  when,
})

export const labelLine = z.strictObject({
  kind: z.literal('line'),
  ...place,
  width: length.min(5),
  height: length.min(5),
  when,
})

/** A picture in black and white: a bit a dot, rows padded to whole bytes, the leftmost the highest, 1 = black; base64. */
export const labelImage = z
  .strictObject({
    kind: z.literal('image'),
    ...place,
    width: length.min(100),
    height: length.min(100),
    columns: z.int().min(1).max(2000),
    rows: z.int().min(1).max(2000),
    bits: z.base64().max(400_000),
    when,
  })
  .refine(({ columns, rows, bits }) => bytesOfBase64(bits) === Math.ceil(columns / 8) * rows, 'bits')

function bytesOfBase64(text: string): number {
  return (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0)
}

export const labelUses = ['item', 'shelf', 'price', 'bin', 'lot', 'pallet', 'carton', 'address', 'test'] as const
export type LabelUse = (typeof labelUses)[number]

export const MAXIMUM_ELEMENTS = 60

export const labelTemplate = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  use: z.enum(labelUses),
  width: z.int().min(1000).max(25_000),
  height: z.int().min(500).max(60_000),
  elements: z.array(z.discriminatedUnion('kind', [labelText, labelCode, labelLine, labelImage])).max(MAXIMUM_ELEMENTS),
})
export type LabelTemplate = z.infer<typeof labelTemplate>
export type LabelElement = LabelTemplate['elements'][number]
export type LabelValues = Readonly<Record<string, string>>
