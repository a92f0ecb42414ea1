import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { LabelTemplate } from '../../../../shared/labels/template'
import { elementText, keyed, placed, sized, sizeOf, type Dpi } from './design'
import { paint, type Preview } from './use-preview'

interface LabelCanvasProps {
  readonly template: LabelTemplate
  readonly dpi: Dpi
  readonly preview: Preview | undefined
  readonly selected: number | undefined
  onSelect(at: number | undefined): void
  /** `isStep` false while the hand still moves: one drag is one step to undo. */
  onChange(template: LabelTemplate, isStep: boolean): void
  onRemove(at: number): void
}

interface Drag {
  readonly at: number
  readonly kind: 'move' | 'size'
  readonly fromX: number
  readonly fromY: number
  readonly before: LabelTemplate
}

/** The label as it prints, with a frame over each part that is dragged, or moved by the arrow keys. */
export function LabelCanvas(props: LabelCanvasProps): ReactNode {
  const { template, dpi, preview, selected, onSelect, onChange, onRemove } = props
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const { room, scale } = useScale(template)
  const [drag, setDrag] = useState<Drag>()
  useEffect(() => {
    if (canvas.current !== null && preview !== undefined) paint(canvas.current, preview)
  }, [preview])

  const begin = (event: PointerEvent<HTMLElement>, at: number, kind: Drag['kind']): void => {
    event.stopPropagation()
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    onSelect(at)
    setDrag({ at, kind, fromX: event.clientX, fromY: event.clientY, before: template })
  }
  const moved = (event: PointerEvent<HTMLElement>): LabelTemplate | undefined => {
    const element = drag?.before.elements[drag.at]
    if (drag === undefined || element === undefined) return undefined
    const [right, down] = [(event.clientX - drag.fromX) / scale, (event.clientY - drag.fromY) / scale]
    if (drag.kind === 'move') return placed(drag.before, drag.at, element.x + right, element.y + down, dpi)
    const { width, height } = sizeOf(element)
    return sized(drag.before, drag.at, { width: width + right, height: height + down }, dpi)
  }
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const next = moved(event)
    if (next !== undefined) onChange(next, false)
  }
  const end = (event: PointerEvent<HTMLElement>): void => {
    const next = moved(event)
    setDrag(undefined)
    if (next !== undefined && drag !== undefined && JSON.stringify(next) !== JSON.stringify(drag.before)) {
      onChange(next, true)
    }
  }
  const onKey = (event: KeyboardEvent<HTMLElement>, at: number): void => {
    if (event.key === 'Delete') {
      event.preventDefault()
      return onRemove(at)
    }
    const next = keyed(template, at, event, dpi)
    if (next === undefined) return
    event.preventDefault()
    onChange(next, true)
  }
  const hands = { onPointerMove: follow, onPointerUp: end, onPointerCancel: end }
  return (
    <div ref={room} className="k-designer-room" onPointerDown={() => onSelect(undefined)}>
      <div
        className="k-designer-label"
        role="group"
        aria-label={t('labels.designer.canvas')}
        style={{ width: template.width * scale, height: template.height * scale }}
      >
        <canvas ref={canvas} role="img" aria-label={t('labels.designer.preview')} />
        {template.elements.map((element, at) => {
          const { width, height } = sizeOf(element)
          const isBroken = preview?.troubles.some((trouble) => trouble.element === at) === true
          const name = `${t(`labels.designer.kinds.${element.kind}`)} ${elementText(element)}`.trim()
          const style = {
            left: element.x * scale,
            top: element.y * scale,
            width: Math.max(6, width * scale),
            height: Math.max(6, height * scale),
          }
          return (
            <div key={at} className="k-designer-place" style={style}>
              <button
                type="button"
                className={`k-designer-part${isBroken ? ' k-designer-broken' : ''}`}
                aria-label={name}
                aria-pressed={selected === at}
                onFocus={() => onSelect(at)}
                onKeyDown={(event) => onKey(event, at)}
                onPointerDown={(event) => begin(event, at, 'move')}
                {...hands}
              />
              {selected === at ? (
                <span
                  className="k-designer-corner"
                  aria-hidden="true"
                  onPointerDown={(event) => begin(event, at, 'size')}
                  {...hands}
                />
              ) : null}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Pixels a hundredth of a millimetre, so that the label fits its room; small labels are shown enlarged. */
function useScale({ width, height }: LabelTemplate) {
  const room = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(0.08)
  useLayoutEffect(() => {
    const element = room.current
    if (element === null) return undefined
    const fit = (): void => {
      const { clientWidth, clientHeight } = element
      setScale(Math.max(0.01, Math.min((clientWidth - 32) / width, (clientHeight - 32) / height, 0.12)))
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [width, height])
  return { room, scale }
}
