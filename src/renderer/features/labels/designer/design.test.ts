import { describe, expect, it } from 'vitest'
import type { LabelTemplate } from '../../../../shared/labels/template'
import {
  doubled,
  emptyTemplate,
  keyed,
  newElement,
  placed,
  reordered,
  sized,
  snapped,
  withElement,
  without,
} from './design'

const blank = emptyTemplate('item')
const label: LabelTemplate = withElement(
  withElement(blank, newElement(blank, 'text', '{itemName}')),
  newElement(blank, 'code', '{itemCode}'),
)
const key = (name: string, held: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({
  key: name,
  shiftKey: false,
  ctrlKey: false,
  ...held,
})

describe('a label under the hand', () => {
  it.each([203, 300, 600] as const)('lies on whole dots at %i dpi', (dpi) => {
    for (const wanted of [0, 7, 123, 999, 2501]) {
      const dots = (snapped(wanted, dpi) * dpi) / 2540
      expect(Math.abs(dots - Math.round(dots))).toBeLessThan(0.13)
      expect(Math.abs(snapped(wanted, dpi) - wanted)).toBeLessThanOrEqual(2540 / dpi / 2 + 1)
    }
  })

  it('is moved by a dot at a time, by a millimetre with shift, and there and back again', () => {
    const at = placed(label, 0, 1000, 1000, 203)
    const moved = keyed(at, 0, key('ArrowRight'), 203)
    expect(moved?.elements[0]?.x).toBe(snapped(1014, 203))
    const back = moved && keyed(moved, 0, key('ArrowLeft'), 203)
    expect(back?.elements[0]?.x).toBe(at.elements[0]?.x)
    expect(keyed(at, 0, key('ArrowDown', { shiftKey: true }), 203)?.elements[0]?.y).toBe(snapped(1101, 203))
    expect(keyed(at, 0, key('Enter'), 203)).toBeUndefined()
  })

  it('keeps every part on the label and no part smaller than can be printed', () => {
    expect(placed(label, 0, -500, 99_999, 203).elements[0]).toMatchObject({ x: 0, y: 3900 })
    expect(sized(label, 1, { width: 1, height: 1 }, 300).elements[1]).toMatchObject({ width: 300, height: 300 })
    expect(sized(label, 0, { width: 3000, height: 1600 }, 203).elements[0]).toMatchObject({ lines: 3 })
    const taller = keyed(label, 0, key('ArrowDown', { ctrlKey: true }), 203)
    expect(taller?.elements[0]).toMatchObject({ lines: 2 })
  })

  it('loses, doubles and reorders its parts', () => {
    expect(without(label, 0).elements).toEqual([label.elements[1]])
    expect(doubled(label, 0).elements).toHaveLength(3)
    expect(reordered(label, 0, 1).elements).toEqual([label.elements[1], label.elements[0]])
    expect(reordered(label, 0, -1)).toBe(label)
  })
})
