/**
 * A label as data. Lengths are hundredths of a millimetre from the top left corner; texts hold fields in braces, which
 * whoever prints fills in.
 */
import { z } from 'zod'

const length = z.int().min(0).max(60_000)
const place = { x: length, y: length }

/** Printed only when this field is filled in. */
const when = z.string().max(40).optional()

export const labelText = z.strictObject({
  kind: z.literal('text'),
  ...place,
  width: length.min(100),
  /** of the letters, from the top of one line to the top of the next */
  size: z.int().min(120).max(5000),
  /** "Lot {lot}" */
  content: z.string().max(300),
  bold: z.boolean().default(false),
  align: z.enum(['left', 'centre', 'right']).default('left'),
  /** more text is shortened with an ellipsis */
  lines: z.int().min(1).max(12).default(1),
  when,
})

export const labelCode = z.strictObject({
  kind: z.literal('code'),
  ...place,
  /** the most it may take, quiet zones within */
  width: length.min(300),
  height: length.min(300),
  symbology: z.enum(['code128', 'gs1-128', 'ean13', 'qrcode', 'gs1datamatrix']),
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

export const labelTemplate = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(40),
  use: z.enum(['item', 'shelf', 'bin', 'lot', 'pallet', 'carton', 'address', 'price', 'test']),
  width: z.int().min(1000).max(25_000),
  height: z.int().min(500).max(60_000),
  elements: z.array(z.discriminatedUnion('kind', [labelText, labelCode, labelLine])).max(60),
})
export type LabelTemplate = z.infer<typeof labelTemplate>
export type LabelElement = LabelTemplate['elements'][number]
export type LabelValues = Readonly<Record<string, string>>

/** A text with its fields filled in; an empty field leaves nothing. */
export function filled(content: string, values: LabelValues): string {
  return content.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
}

/** A GS1 code without the elements that have nothing to say. */
export function filledElements(content: string, values: LabelValues): string {
  return filled(content, values).replaceAll(/\(\d{2,4}\)(?=\(|$)/g, '')
}
