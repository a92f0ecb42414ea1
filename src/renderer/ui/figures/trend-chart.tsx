import { BarChartOutlined, TableOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Box, labelStep, linePath, niceScale, type Scale, xOf, yOf } from './chart-geometry'
import { ChartTable } from './chart-table'
import './figures.css'

export interface ChartSeries {
  readonly key: string
  readonly title: string
  readonly kind: 'line' | 'bar'
  /** One for each label; undefined where there is none. */
  readonly values: readonly (number | undefined)[]
}

export interface TrendChartProps {
  readonly title: string
  /** Periods along the bottom, already written. */
  readonly labels: readonly string[]
  /** Three at most: more can't be told apart. */
  readonly series: readonly ChartSeries[]
  /** Writes a value in the table and at the pointer. */
  readonly format: (value: number) => string
  /** Writes a value at the axis, shorter. */
  readonly formatAxis?: (value: number) => string
  /** Opens what a period is made of. */
  readonly onOpen?: (index: number) => void
  readonly height?: number
}

const axisWidth = 64
const labelHeight = 24
const labelWidth = 64

function useWidth() {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(600)
  useEffect(() => {
    if (element.current === null) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return { element, width }
}

interface PlotProps {
  readonly chart: TrendChartProps
  readonly box: Box
  readonly scale: Scale
  readonly active: number | undefined
}

function Axes(props: PlotProps): ReactNode {
  const { chart, box, scale } = props
  const write = chart.formatAxis ?? chart.format
  const step = labelStep(chart.labels.length, box.width, labelWidth)
  return (
    <>
      {scale.ticks.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'k-chart-zero' : 'k-chart-line'}
            x1={box.left}
            x2={box.left + box.width}
            y1={yOf(tick, scale, box)}
            y2={yOf(tick, scale, box)}
          />
          <text x={box.left - 8} y={yOf(tick, scale, box) + 4} textAnchor="end">
            {write(tick)}
          </text>
        </g>
      ))}
      {chart.labels.map((label, index) =>
        index % step === 0 ? (
          <text key={label} x={xOf(index, chart.labels.length, box)} y={box.top + box.height + 18} textAnchor="middle">
            {label}
          </text>
        ) : null,
      )}
    </>
  )
}

function Series(props: PlotProps): ReactNode {
  const { chart, box, scale, active } = props
  const bars = chart.series.filter((series) => series.kind === 'bar')
  const place = box.width / Math.max(1, chart.labels.length)
  const barWidth = Math.max(2, Math.min(40, (place * 0.7) / Math.max(1, bars.length)))
  return chart.series.map((series, at) => {
    const barAt = bars.indexOf(series)
    return (
      <g key={series.key} className={`k-chart-series k-chart-series-${String((at % 3) + 1)}`}>
        {series.kind === 'line' ? <path d={linePath(series.values, scale, box)} /> : null}
        {series.values.map((value, index) => {
          if (value === undefined) return null
          const x = xOf(index, chart.labels.length, box)
          const y = yOf(value, scale, box)
          const zero = yOf(0, scale, box)
          if (series.kind === 'line') {
            return <circle key={index} cx={x} cy={y} r={index === active ? 5 : 2.5} />
          }
          const left = x - (barWidth * bars.length) / 2 + barAt * barWidth
          const top = Math.min(y, zero)
          return <rect key={index} x={left} y={top} width={barWidth - 1} height={Math.max(1, Math.abs(y - zero))} />
        })}
      </g>
    )
  })
}

/** What stands at the pointed period, in words. */
function Reading(props: { readonly chart: TrendChartProps; readonly index: number | undefined }): ReactNode {
  const { chart, index } = props
  return (
    <div className="k-chart-reading" aria-live="polite">
      {index === undefined ? null : <strong>{chart.labels[index]}</strong>}
      {chart.series.map((series, at) => {
        const value = index === undefined ? undefined : series.values[index]
        return (
          <span key={series.key}>
            <i
              className={`k-chart-key k-chart-key-${series.kind} k-chart-key-${String((at % 3) + 1)}`}
              aria-hidden="true"
            />
            {series.title} {value === undefined ? null : <b className="k-num">{chart.format(value)}</b>}
          </span>
        )
      })}
    </div>
  )
}

/**
 * Values over time as lines or bars. Arrows go along, Enter opens the period; the same values can be read as a table.
 * Its own SVG: no style or script is written into the page.
 */
export function TrendChart(props: TrendChartProps): ReactNode {
  const { title, labels, series, onOpen, height = 220 } = props
  const { t } = useTranslation()
  const { element, width } = useWidth()
  const [active, setActive] = useState<number>()
  const [isTable, setTable] = useState(false)
  const box: Box = {
    left: axisWidth,
    top: 8,
    width: Math.max(10, width - axisWidth - 8),
    height: height - labelHeight - 8,
  }
  const values = series.flatMap((one) => one.values.filter((value) => value !== undefined))
  const plot: PlotProps = { chart: props, box, scale: niceScale(values), active }

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -labels.length, End: labels.length }[event.key]
    if (step !== undefined)
      setActive(Math.max(0, Math.min(labels.length - 1, (active ?? (step > 0 ? -1 : labels.length)) + step)))
    else if (event.key === 'Enter' && active !== undefined) onOpen?.(active)
    else return
    event.preventDefault()
  }
  const indexAt = (event: React.MouseEvent<SVGSVGElement>): number => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left - box.left
    return Math.max(0, Math.min(labels.length - 1, Math.floor((x / box.width) * labels.length)))
  }
  const label = t('ui.figure.chartLabel', { title, count: labels.length, first: labels[0], last: labels.at(-1) })
  return (
    <figure className="k-chart">
      <figcaption>
        <strong>{title}</strong>
        <Button
          className="k-no-print"
          size="small"
          type="text"
          icon={isTable ? <BarChartOutlined /> : <TableOutlined />}
          aria-label={isTable ? t('ui.figure.chartGraph') : t('ui.figure.chartTable')}
          title={isTable ? t('ui.figure.chartGraph') : t('ui.figure.chartTable')}
          onClick={() => setTable(!isTable)}
        />
      </figcaption>
      {isTable ? null : <Reading chart={props} index={active} />}
      <div ref={element}>
        {values.length === 0 ? (
          <p className="k-chart-none">{t('ui.figure.noValues')}</p>
        ) : isTable ? (
          <ChartTable chart={props} />
        ) : (
          <svg
            role="img"
            aria-label={label}
            tabIndex={0}
            width={width}
            height={height}
            viewBox={`0 0 ${String(width)} ${String(height)}`}
            className={onOpen === undefined ? '' : 'k-chart-openable'}
            onKeyDown={onKeyDown}
            onMouseMove={(event) => setActive(indexAt(event))}
            onMouseLeave={() => setActive(undefined)}
            onClick={(event) => onOpen?.(indexAt(event))}
          >
            {active === undefined ? null : (
              <rect
                className="k-chart-pointer"
                x={xOf(active, labels.length, box) - box.width / labels.length / 2}
                y={box.top}
                width={box.width / labels.length}
                height={box.height}
              />
            )}
            <Axes {...plot} />
            <Series {...plot} />
          </svg>
        )}
      </div>
    </figure>
  )
}
