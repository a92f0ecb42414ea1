/** Changing a label with the hand: pure steps over a template. Lengths are hundredths of a millimetre, snapped to dots. */
import {
  MAXIMUM_ELEMENTS,
  type LabelElement,
  type LabelTemplate,
  type LabelUse,
} from '../../../../shared/labels/template'

export type Dpi = 203 | 300 | 600

/** The nearest length that the printer can print: a whole number of dots. */
export function snapped(hundredths: number, dpi: Dpi): number {
  return Math.round((Math.round((hundredths * dpi) / 2540) * 2540) / dpi)
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** What an element covers; a text is as high as its lines. */
export function sizeOf(element: LabelElement): Size {
  if (element.kind === 'text') return { width: element.width, height: element.size * element.lines }
  return { width: element.width, height: element.height }
}

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most))

/** Its top left corner put there; it never leaves the label altogether. */
export function placed(template: LabelTemplate, at: number, x: number, y: number, dpi: Dpi): LabelTemplate {
  const element = template.elements[at]
  if (element === undefined) return template
  return changed(template, at, {
    x: clamp(snapped(x, dpi), 0, template.width - 100),
    y: clamp(snapped(y, dpi), 0, template.height - 100),
  })
}

const LEAST = { text: 100, code: 300, line: 5, image: 100 } as const

/** Its lower right corner moved; a text grows in lines. */
export function sized(template: LabelTemplate, at: number, { width, height }: Size, dpi: Dpi): LabelTemplate {
  const element = template.elements[at]
  if (element === undefined) return template
  const least = LEAST[element.kind]
  const wide = Math.max(least, snapped(clamp(width, least, template.width), dpi))
  if (element.kind === 'text') {
    return changed(template, at, { width: wide, lines: clamp(Math.round(height / element.size), 1, 12) })
  }
  const high = Math.max(least, snapped(clamp(height, least, template.height), dpi))
  return changed(template, at, { width: wide, height: high })
}

export function changed(template: LabelTemplate, at: number, change: object): LabelTemplate {
  const elements = template.elements.map((element, index) => {
    if (index !== at) return element
    const next: Record<string, unknown> = { ...element, ...change }
    for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name]
    return next as LabelElement
  })
  return { ...template, elements }
}

export function withElement(template: LabelTemplate, element: LabelElement): LabelTemplate {
  if (template.elements.length >= MAXIMUM_ELEMENTS) return template
  return { ...template, elements: [...template.elements, element] }
}

export function without(template: LabelTemplate, at: number): LabelTemplate {
  return { ...template, elements: template.elements.filter((_element, index) => index !== at) }
}

/** Drawn later means on top. */
export function reordered(template: LabelTemplate, at: number, by: 1 | -1): LabelTemplate {
  const to = at + by
  const [one, other] = [template.elements[at], template.elements[to]]
  if (one === undefined || other === undefined) return template
  const elements = template.elements.map((element, index) => (index === at ? other : index === to ? one : element))
  return { ...template, elements }
}

/** The same once more, a little lower. */
export function doubled(template: LabelTemplate, at: number): LabelTemplate {
  const element = template.elements[at]
  if (element === undefined) return template
  const [x, y] = [clamp(element.x + 200, 0, template.width - 100), clamp(element.y + 200, 0, template.height - 100)]
  return withElement(template, { ...element, x, y })
}

export type NewKind = 'text' | 'field' | 'code' | 'line'

/** A new part in the middle of the label. */
export function newElement(template: LabelTemplate, kind: NewKind, text: string): LabelElement {
  const [width, height] = [Math.round(template.width * 0.6), Math.round(template.height * 0.3)]
  const place = { x: Math.round(template.width * 0.2), y: Math.round(template.height * 0.3) }
  switch (kind) {
    case 'text':
    case 'field': {
      const size = clamp(Math.round(template.height / 8), 250, 600)
      return { kind: 'text', ...place, width, size, content: text, bold: false, align: 'left', lines: 1 }
    }
    case 'code':
      return { kind: 'code', ...place, width, height, symbology: 'code128', content: text }
    case 'line':
      return { kind: 'line', ...place, width, height: 30 }
  }
}

export function emptyTemplate(use: LabelUse): LabelTemplate {
  return { id: `own-${use}`, use, width: 6000, height: 4000, elements: [] }
}

/** What the list of parts calls it. */
export function elementText(element: LabelElement): string {
  return element.kind === 'text' || element.kind === 'code' ? element.content : ''
}

/** Where an arrow key moves or, with the control key, sizes: one dot, with shift a millimetre. */
export function keyed(
  template: LabelTemplate,
  at: number,
  key: { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean },
  dpi: Dpi,
): LabelTemplate | undefined {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  }
  const [right, down] = steps[key.key] ?? []
  const element = template.elements[at]
  if (right === undefined || down === undefined || element === undefined) return undefined
  const step = key.shiftKey ? 100 : 2540 / dpi
  if (!key.ctrlKey) return placed(template, at, element.x + right * step, element.y + down * step, dpi)
  const size = sizeOf(element)
  // A text grows by whole lines.
  const tall = element.kind === 'text' ? down * element.size : down * step
  return sized(template, at, { width: size.width + right * step, height: size.height + tall }, dpi)
}
