/** Every label in every language, read back from the bytes that would go to the printer. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type Bitmap, pictureOf, printBytes, renderLabel, type PrintSettings } from '../../src/main/kernel/label'
import { readCpcl, readEpl, readEscPos, readTspl, readZpl } from '../../src/main/edge/simulators'
import { holds } from '../../src/shared/labels/condition'
import { labelFields } from '../../src/shared/labels/fields'
import { filled, filledElements } from '../../src/shared/labels/fill'
import { labelTemplate, type LabelTemplate, type LabelValues } from '../../src/shared/labels/template'
import { labelTemplates } from '../../src/shared/labels/templates'
import { readLabelPdf } from '../support/label-pdf'

const SETTINGS: PrintSettings = { copies: 2, gapMillimetres: 2, shiftXDots: 0, shiftYDots: 0 }

const readers = {
  zpl: readZpl,
  tspl: readTspl,
  epl: readEpl,
  cpcl: readCpcl,
  escpos: readEscPos,
  pdf: readLabelPdf,
} as const

beforeAll(() => {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const wasm = readFileSync(path)
  prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer },
  })
})

/** With a white edge around it, as a label has on its way to a camera. */
async function codesOn(picture: Bitmap): Promise<string[]> {
  const edge = 40
  const [width, height] = [picture.width + 2 * edge, picture.height + 2 * edge]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (picture.get(x, y)) data.fill(0, ((y + edge) * width + x + edge) * 4, ((y + edge) * width + x + edge) * 4 + 3)
    }
  }
  const image = { data, width, height, colorSpace: 'srgb' } as ImageData
  const found = await readBarcodes(image, { tryHarder: true, textMode: 'HRI', maxNumberOfSymbols: 8 })
  return found.map(({ text }) => text.replaceAll(/[\s]/g, ''))
}

function codesOf(template: LabelTemplate, values: LabelValues): string[] {
  return template.elements.flatMap((element) => {
    if (element.kind !== 'code') return []
    if (!holds(element.when, values)) return []
    const isGs1 = element.symbology.startsWith('gs1')
    return [isGs1 ? filledElements(element.content, values) : filled(element.content, values)]
  })
}

const same = (a: Bitmap, b: Bitmap): boolean => {
  for (let y = 0; y < Math.max(a.height, b.height); y++) {
    for (let x = 0; x < Math.max(a.width, b.width); x++) if (a.get(x, y) !== b.get(x, y)) return false
  }
  return true
}

/** What the label says where the thing has standard numbers, and where it has only numbers of the house. */
const cases = labelTemplates.flatMap((template) => {
  const full = labelFields[template.use]
  const plain = {
    ...full,
    ean: '',
    gtin: '',
    sscc: '',
    expiry: '',
    ownCode: 'yes',
    noGtin: 'yes',
    unitCode: 'HU-000042',
    code: 'CT-000042',
  }
  return [
    { id: template.id, template, values: full },
    { id: `${template.id}, numbers of the house`, template, values: plain },
  ]
})

describe.each(cases)('the label $id', ({ template, values }) => {
  test.each([203, 300, 600])('comes out of every printer at %i dpi as it was shown', async (dpi) => {
    const page = renderLabel(template, values, dpi)
    const shown = pictureOf(page)
    for (const [language, read] of Object.entries(readers)) {
      const bytes = printBytes(language as keyof typeof readers, page, SETTINGS)
      const printed = read(bytes, dpi)
      expect(
        printed.reduce((sum, label) => sum + label.copies, 0),
        language,
      ).toBe(2)
      const [first] = printed
      expect(first !== undefined && same(first.picture, shown), `${language} ${dpi}: dots differ`).toBe(true)
    }
    const codes = await codesOn(shown)
    expect(codes.toSorted()).toEqual(codesOf(template, values).toSorted())
  })

  test.each([203, 300, 600])('has each text where the template says, at %i dpi', (dpi) => {
    const dotsOf = (hundredths: number): number => (hundredths * dpi) / 2540
    for (const element of template.elements) {
      if (element.kind !== 'text') continue
      const alone = pictureOf(renderLabel({ ...template, elements: [element] }, values, dpi))
      const ink = alone.cropped()
      if (ink === undefined) continue
      const box = { left: dotsOf(element.x), top: dotsOf(element.y) }
      const right = dotsOf(element.x + element.width)
      const bottom = box.top + Math.ceil(dotsOf(element.size)) * element.lines
      expect(ink.x).toBeGreaterThanOrEqual(box.left - 1)
      expect(ink.y).toBeGreaterThanOrEqual(box.top - 1)
      expect(ink.x + ink.bitmap.width).toBeLessThanOrEqual(right + 1)
      expect(ink.y + ink.bitmap.height).toBeLessThanOrEqual(bottom + element.lines + 1)
      // Where it is aligned to; the letters' own white is less than half of one of them.
      const [left, far] = [ink.x - box.left, right - ink.x - ink.bitmap.width]
      const off = { left, right: far, centre: (left - far) / 2 }[element.align]
      expect(Math.abs(off)).toBeLessThanOrEqual(dotsOf(element.size) / 2 + 1)
    }
  })
})

describe('a label', () => {
  const [template] = labelTemplates
  test('draws Chinese as strokes, not as boxes, and the same each time', () => {
    const text: LabelTemplate = {
      id: 'words',
      use: 'test',
      width: 4000,
      height: 1000,
      elements: [
        { kind: 'text', x: 0, y: 0, width: 4000, size: 900, content: '{word}', bold: false, align: 'left', lines: 1 },
      ],
    }
    const ink = (word: string): string => Buffer.from(pictureOf(renderLabel(text, { word }, 203)).bytes).toString('hex')
    expect(ink('茶')).toBe(ink('茶'))
    expect(new Set(['茶', '米', '油', '盐', '酱', '醋'].map(ink)).size).toBe(6)
  })

  test('shortens what is too long and leaves out what is empty', () => {
    if (template === undefined) throw new Error('no template')
    const long = renderLabel(template, { ...labelFields.item, itemName: '很长的名称'.repeat(40) }, 203)
    expect(long.parts.every((part) => part.x + part.bitmap.width <= long.width)).toBe(true)
    const empty = renderLabel(template, {}, 203)
    expect(empty.parts).toEqual([])
  })

  test('fills fields in, writes them as asked, and leaves parts out by condition', () => {
    const values = { price: 'CNY 68.005', day: '2027-03-31', ean: '6901234567892', unit: '盒', empty: '' }
    expect(filled('{price|number:2} {day|date:D.M.YY} {ean|group:4} {empty|pad:4}|{gone}', values)).toBe(
      'CNY 68.01 31.3.27 6901 2345 6789 2 |',
    )
    expect(filled('{ean|right:4|pad:6} {unit|shout} {day|date:YYYY年M月D日}', values)).toBe('007892 盒 2027年3月31日')
    const truth = ['unit', '!unit', 'unit=盒', 'unit!=盒', 'empty', '!empty', 'gone'].map((when) => holds(when, values))
    expect(truth).toEqual([true, false, true, false, false, true, false])
    expect(labelTemplate.safeParse({ ...template, elements: [{ ...template?.elements[0], when: '(' }] }).success).toBe(
      false,
    )
  })

  test('holds a picture, dot for dot where its size is that of the printer', () => {
    const bits = Buffer.from([0xf0, 0x0f, 0xaa, 0x55]).toString('base64')
    const picture = { kind: 'image', x: 0, y: 0, width: 200, height: 100, columns: 8, rows: 4, bits } as const
    const label = labelTemplate.parse({ id: 'p', use: 'test', width: 1000, height: 500, elements: [picture] })
    const shown = pictureOf(renderLabel(label, {}, 203))
    expect(Array.from({ length: 16 }, (_, x) => (shown.get(x, 0) ? '#' : '.')).join('')).toBe('########........')
    expect(readZpl(printBytes('zpl', renderLabel(label, {}, 203), SETTINGS))[0]?.picture.bytes).toEqual(shown.bytes)
    expect(labelTemplate.safeParse({ ...label, elements: [{ ...picture, rows: 5 }] }).success).toBe(false)
  })

  test('says so when a code cannot hold its content', () => {
    if (template === undefined) throw new Error('no template')
    expect(() => renderLabel(template, { ean: 'not a number' }, 203)).toThrow(/labels.codeImpossible/)
    expect(() => renderLabel(template, { ownCode: 'yes', itemCode: 'X'.repeat(90) }, 203)).toThrow(/labels.codeTooWide/)
  })
})
