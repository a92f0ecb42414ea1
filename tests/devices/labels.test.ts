/** Every label in every language, read back from the bytes that would go to the printer. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type Bitmap, pictureOf, printBytes, renderLabel, type PrintSettings } from '../../src/main/kernel/label'
import { readCpcl, readEpl, readEscPos, readTspl, readZpl } from '../../src/main/edge/simulators'
import { filled, filledElements, type LabelTemplate } from '../../src/shared/labels/template'
import { labelTemplates } from '../../src/shared/labels/templates'

const VALUES = {
  itemName: '龙井绿茶 特级 Dragon Well green tea 250 g',
  itemCode: 'TEA-0007',
  unit: '盒',
  ean: '6901234567892',
  gtin: '06901234567892',
  expiry: '270331',
  expiryShown: '2027-03-31',
  lot: 'L26-0042',
  lotWord: '批号',
  expiryWord: '有效期至',
  quantity: '24 盒',
  count: '24',
  sscc: '069012345000000011',
  price: '¥68.00',
  bin: 'A-03-2',
  warehouse: '一号仓',
  company: '天晴贸易有限公司',
  customer: '城西食品店',
  name: '城西食品店 王先生',
  address: '杭州市西湖区文三路 100 号 2 幢 301 室',
  order: 'SO-2026-00042',
  carton: '1 / 3',
  carrier: '顺丰',
  weight: '12.3 kg',
  document: 'GR-2026-00007',
  printer: 'test',
  settings: '203 dpi',
}
const SETTINGS: PrintSettings = { copies: 2, gapMillimetres: 2, shiftXDots: 0, shiftYDots: 0 }

const readers = {
  zpl: readZpl,
  tspl: readTspl,
  epl: readEpl,
  cpcl: readCpcl,
  escpos: readEscPos,
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

function codesOf(template: LabelTemplate): string[] {
  return template.elements.flatMap((element) => {
    if (element.kind !== 'code') return []
    if (element.when !== undefined && !(element.when in VALUES)) return []
    const isGs1 = element.symbology.startsWith('gs1')
    return [isGs1 ? filledElements(element.content, VALUES) : filled(element.content, VALUES)]
  })
}

const same = (a: Bitmap, b: Bitmap): boolean => {
  for (let y = 0; y < Math.max(a.height, b.height); y++) {
    for (let x = 0; x < Math.max(a.width, b.width); x++) if (a.get(x, y) !== b.get(x, y)) return false
  }
  return true
}

describe.each(labelTemplates)('the label $id', (template) => {
  test.each([203, 300, 600])('comes out of every printer at %i dpi as it was shown', async (dpi) => {
    const page = renderLabel(template, VALUES, dpi)
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
    if (dpi === 600) return
    const codes = await codesOn(shown)
    expect(codes.toSorted()).toEqual(codesOf(template).toSorted())
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
    const long = renderLabel(template, { ...VALUES, itemName: '很长的名称'.repeat(40) }, 203)
    expect(long.parts.every((part) => part.x + part.bitmap.width <= long.width)).toBe(true)
    const empty = renderLabel(template, {}, 203)
    expect(empty.parts).toEqual([])
  })

  test('says so when a code cannot hold its content', () => {
    if (template === undefined) throw new Error('no template')
    expect(() => renderLabel(template, { ean: 'not a number' }, 203)).toThrow(/labels.codeImpossible/)
    expect(() => renderLabel(template, { ownCode: 'yes', itemCode: 'X'.repeat(90) }, 203)).toThrow(/labels.codeTooWide/)
  })
})
