/** Documents on paper: which there are, on which sheets, and what travels to the printer. */
import { z } from 'zod'
import { labelTemplate } from './template'

export const paperKinds = [
  'receipt',
  'invoice',
  'deliveryNote',
  'statement',
  'quotation',
  'reminder',
  'purchaseOrder',
  'tillReport',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Those on the strip of a receipt printer. */
export const isStrip = (kind: string): kind is 'receipt' | 'tillReport' => kind === 'receipt' || kind === 'tillReport'

/** A4, and the continuous three-part forms of dot-matrix printers: 241 mm wide, a whole, a half or a third of 11 inches. */
export const paperForms = ['A4', '241x280', '241x140', '241x93'] as const
export type PaperForm = (typeof paperForms)[number]

const shift = z.int().min(-500).max(500)

/** A sheet and by how much the printer's print stands off to the right and down, tenths of a millimetre. */
export const sheet = z.strictObject({
  form: z.enum(paperForms).default('A4'),
  shiftXTenths: shift.default(0),
  shiftYTenths: shift.default(0),
})
export type Sheet = z.infer<typeof sheet>

/** A line of a receipt. */
export const stripLine = z.strictObject({
  left: z.string().max(400),
  /** At the right edge; without it the text takes the whole width. */
  right: z.string().max(60).optional(),
  size: z.enum(['small', 'normal', 'large']).optional(),
  isStrong: z.boolean().optional(),
  isCentred: z.boolean().optional(),
  /** A rule above it. */
  hasRule: z.boolean().optional(),
})
export type StripLine = z.infer<typeof stripLine>

const values = z.record(z.string(), z.string())

/** What a printer gets to do: drawn for its own dots in the devices process. */
export const printContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('label'), template: labelTemplate, values }),
  z.strictObject({
    kind: z.literal('receipt'),
    title: z.string().max(120),
    lines: z.array(stripLine).max(1000),
    /** the drawer under the printer springs open */
    opensDrawer: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('paper'), title: z.string().max(120), form: z.enum(paperForms), pdf: z.base64() }),
])
export type PrintContent = z.infer<typeof printContent>
