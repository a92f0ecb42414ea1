import { useEffect, useState } from 'react'
import type { Refusal } from '../../../../shared/errors'
import { labelTemplate, type LabelTemplate } from '../../../../shared/labels/template'
import { asRefusal, engine, type Engine } from '../../../app/engine'
import type { Dpi } from './design'

export type Preview = Awaited<ReturnType<Engine['labels']['previewLabel']>>

const SETTLE_MS = 120

/** The dots that the printer would print, drawn by the engine whenever the label rests for a moment. */
export function usePreview(
  template: LabelTemplate,
  dpi: Dpi,
  sourceId: number | null,
): { readonly preview: Preview | undefined; readonly refusal: Refusal | undefined } {
  const [preview, setPreview] = useState<Preview>()
  const [refusal, setRefusal] = useState<Refusal>()
  useEffect(() => {
    if (!labelTemplate.safeParse(template).success) return undefined
    const leaving = new AbortController()
    const timer = setTimeout(() => {
      const input = { template, dpi, ...(sourceId === null ? {} : { sourceId }) }
      engine.labels.previewLabel(input, { signal: leaving.signal }).then(
        (drawn) => {
          if (leaving.signal.aborted) return
          setPreview(drawn)
          setRefusal(undefined)
        },
        (error: unknown) => {
          if (!leaving.signal.aborted) setRefusal(asRefusal(error))
        },
      )
    }, SETTLE_MS)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [template, dpi, sourceId])
  return { preview, refusal }
}

/** Black and white on a canvas, a pixel a dot. */
export function paint(canvas: HTMLCanvasElement, { width, height, bits }: Preview): void {
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) return
  const bytes = Uint8Array.from(atob(bits), (character) => character.charCodeAt(0))
  const rowBytes = Math.ceil(width / 8)
  const image = context.createImageData(width, height)
  const pixels = new Uint32Array(image.data.buffer)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isBlack = ((bytes[y * rowBytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
      pixels[y * width + x] = isBlack ? 0xff000000 : 0xffffffff
    }
  }
  context.putImageData(image, 0, 0)
}
