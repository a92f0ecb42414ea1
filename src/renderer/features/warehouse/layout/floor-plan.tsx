import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select, Slider } from 'antd'
import { memo, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, type BusinessDate } from '../../../../shared/values/date'
import { formatQuantity } from '../../../../shared/values/format'
import { api } from '../../../app/engine'
import { ItemSelect } from '../../../app/documents/item-select'
import { useSession } from '../../../app/session'
import { Waiting } from '../../../ui'
import {
  baysBefore,
  MAP_MODES,
  mapBays,
  mapValue,
  type MapBay,
  type MapBin,
  type MapMode,
  type MapScale,
} from './map-values'

const CELL = { width: 40, strip: 16, gap: 4, aisleGap: 16, label: 34, place: 92 }
const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3] as const
const PERIODS = [7, 30, 90] as const
/** How far back the heat of the house can be followed. */
const PERIODS_BACK = 12

/** The house from above: aisles as rows, bays along them with their levels, the places for work in front. */
export function FloorPlan(props: {
  readonly warehouseId: number
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}): ReactNode {
  const { warehouseId, chosen, onChoose } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const [mode, setMode] = useState<MapMode>('fill')
  const [days, setDays] = useState<number>(30)
  const [zoom, setZoom] = useState(2)
  const [itemId, setItemId] = useState<number | null>(null)
  const [periodsBack, setPeriodsBack] = useState(0)
  const isHeat = mode === 'picks'
  const input = { warehouseId, today: company.today, days, periodsBack: isHeat ? periodsBack : 0 }
  const { data } = useQuery({ ...api.warehouse.floorMap.queryOptions({ input }), placeholderData: keepPreviousData })
  const found = useQuery({
    ...api.warehouse.findItem.queryOptions({ input: { warehouseId, itemId: itemId ?? 0 } }),
    enabled: itemId !== null,
  })
  const bins = data?.bins
  const scale = useMemo<MapScale>(
    () => ({ today: company.today, days, busiest: Math.max(0, ...(bins ?? []).map((bin) => bin.picks)) }),
    [bins, company.today, days],
  )
  const places = itemId === null ? undefined : (found.data?.rows ?? [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== '+' && event.key !== '-') return
    event.preventDefault()
    setZoom((now) => Math.min(ZOOMS.length - 1, Math.max(0, now + (event.key === '+' ? 1 : -1))))
  }
  if (bins === undefined) return <Waiting />
  return (
    <div onKeyDown={onKeyDown}>
      <div className="k-map-bar">
        <Select
          aria-label={t('warehouse.floor.colourBy')}
          value={mode}
          onChange={setMode}
          style={{ width: 170 }}
          options={MAP_MODES.map((value) => ({ value, label: t(`warehouse.floor.mapModes.${value}`) }))}
        />
        {isHeat ? (
          <Select
            aria-label={t('warehouse.floor.period')}
            value={days}
            onChange={setDays}
            style={{ width: 130 }}
            options={PERIODS.map((value) => ({ value, label: t('warehouse.floor.lastDays', { count: value }) }))}
          />
        ) : null}
        <div className="k-map-find">
          <ItemSelect
            label={t('warehouse.floor.findItem')}
            placeholder={t('warehouse.floor.findItem')}
            value={itemId}
            onChange={setItemId}
          />
        </div>
        <span className="k-map-zoom">
          <Button
            aria-label={t('warehouse.floor.smaller')}
            disabled={zoom === 0}
            onClick={() => setZoom((now) => now - 1)}
          >
            −
          </Button>
          <Button
            aria-label={t('warehouse.floor.larger')}
            disabled={zoom === ZOOMS.length - 1}
            onClick={() => setZoom((now) => now + 1)}
          >
            +
          </Button>
        </span>
      </div>
      {isHeat ? (
        <div className="k-map-time">
          <span id="map-time">{t('warehouse.floor.until', { date: periodEnd(company.today, days, periodsBack) })}</span>
          <Slider
            ariaLabelledByForHandle="map-time"
            min={-PERIODS_BACK}
            max={0}
            value={-periodsBack}
            onChange={(value) => setPeriodsBack(-value)}
            tooltip={{ open: false }}
          />
        </div>
      ) : null}
      <p className="k-soft k-map-legend">{t(`warehouse.floor.mapLegend.${mode}`)}</p>
      {places === undefined ? null : (
        <p role="status">
          {found.data !== undefined && places.length === 0 ? t('warehouse.floor.itemNowhere') : null}
          {places.slice(0, 24).map(({ bin, quantityMicro }) => (
            <Button key={bin.id} size="small" className="k-map-place" onClick={() => onChoose(bin.code)}>
              {bin.code} · {formatQuantity(quantityMicro)}
            </Button>
          ))}
          {places.length > 24 ? t('warehouse.station.moreLines', { count: places.length - 24 }) : null}
        </p>
      )}
      <Picture
        bins={bins}
        crossAisles={data?.crossAislesMillimetres ?? []}
        mode={mode}
        scale={scale}
        zoom={ZOOMS[zoom] ?? 1}
        chosen={chosen}
        found={places === undefined ? undefined : new Set(places.map(({ bin }) => bin.id))}
        onChoose={onChoose}
      />
    </div>
  )
}

function periodEnd(today: string, days: number, periodsBack: number): string {
  return addDays(today as BusinessDate, 0 - days * periodsBack)
}

interface Drawn {
  readonly mode: MapMode
  readonly scale: MapScale
  readonly chosen: string | undefined
  readonly found: ReadonlySet<number> | undefined
  readonly onChoose: (code: string) => void
}

function Picture(
  props: Drawn & { readonly bins: readonly MapBin[]; readonly crossAisles: readonly number[]; readonly zoom: number },
): ReactNode {
  const { bins, crossAisles, zoom, ...drawn } = props
  const { t } = useTranslation()
  const { bays, places } = useMemo(() => mapBays(bins), [bins])
  const rows = useMemo(() => rowsOf(bays), [bays])
  const left = CELL.label + (places.length === 0 ? 0 : CELL.place + 12)
  const width = left + rows.longest * (CELL.width + CELL.gap) + 8
  const height = Math.max(rows.height, places.length * (CELL.strip + 10)) + 8
  return (
    <div className="k-plan">
      <svg
        width={width * zoom}
        height={height * zoom}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('warehouse.plan')}
      >
        {places.map((bin, at) => (
          <BinCell key={bin.id} bin={bin} x={0} y={at * (CELL.strip + 10)} width={CELL.place} isPlace {...drawn} />
        ))}
        {rows.aisles.map(({ aisle, top }) => (
          <text key={aisle} className="k-plan-aisle" x={left - CELL.label + 2} y={top + 12}>
            A{String(aisle).padStart(2, '0')}
          </text>
        ))}
        {crossAisles.map((at) => {
          const x = left + baysBefore(bays, at) * (CELL.width + CELL.gap) - CELL.gap / 2
          return (
            <line key={at} className="k-plan-cross" x1={x} x2={x} y1={0} y2={rows.height}>
              <title>{t('warehouse.floor.crossAisle')}</title>
            </line>
          )
        })}
        {bays.map((bay) => (
          <Bay
            key={bay.key}
            bay={bay}
            x={left + (bay.bay - 1) * (CELL.width + CELL.gap)}
            top={rows.topOf(bay.aisle)}
            levels={rows.levelsOf(bay.aisle)}
            {...drawn}
          />
        ))}
      </svg>
    </div>
  )
}

/** Where each aisle is drawn: as high as its highest bay. */
function rowsOf(bays: readonly MapBay[]) {
  const levels = new Map<number, number>()
  let longest = 0
  for (const bay of bays) {
    levels.set(bay.aisle, Math.max(levels.get(bay.aisle) ?? 0, bay.bins.length))
    longest = Math.max(longest, bay.bay)
  }
  let height = 0
  const tops = new Map<number, number>()
  const aisles = [...levels]
    .sort(([a], [b]) => a - b)
    .map(([aisle, count]) => {
      const top = height
      tops.set(aisle, top)
      height += count * CELL.strip + CELL.aisleGap
      return { aisle, top }
    })
  return {
    aisles,
    longest,
    height,
    topOf: (aisle: number): number => tops.get(aisle) ?? 0,
    levelsOf: (aisle: number): number => levels.get(aisle) ?? 0,
  }
}

function Bay(
  props: Drawn & { readonly bay: MapBay; readonly x: number; readonly top: number; readonly levels: number },
): ReactNode {
  const { bay, x, top, levels, ...drawn } = props
  return bay.bins.map((bin, at) => (
    // The floor is at the bottom of the picture, as it is of the shelf.
    <BinCell key={bin.id} bin={bin} x={x} y={top + (levels - 1 - at) * CELL.strip} width={CELL.width} {...drawn} />
  ))
}

const BinCell = memo(function BinCell(
  props: Drawn & {
    readonly bin: MapBin
    readonly x: number
    readonly y: number
    readonly width: number
    readonly isPlace?: boolean
  },
): ReactNode {
  const { bin, x, y, width, isPlace = false, mode, scale, chosen, found, onChoose } = props
  const { t } = useTranslation()
  const { text, shade } = mapValue(bin, mode, scale)
  const isChosen = bin.code === chosen
  const classes = [
    'k-plan-bay',
    `k-plan-${shade}`,
    isChosen ? 'k-plan-chosen' : '',
    found === undefined ? '' : found.has(bin.id) ? 'k-plan-found' : 'k-plan-dim',
  ]
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose(bin.code)
  }
  return (
    <g
      role="button"
      // One stop of the tabulator for each bay: its lowest bin; all can be clicked, and found by the list.
      tabIndex={bin.level <= 1 || isChosen ? 0 : -1}
      aria-pressed={isChosen}
      aria-label={[bin.code, t(`warehouse.floor.mapModes.${mode}`), text].filter((part) => part !== '').join(' ')}
      className={classes.filter((name) => name !== '').join(' ')}
      onClick={() => onChoose(bin.code)}
      onKeyDown={onKey}
    >
      <title>{bin.code}</title>
      <rect x={x + 1} y={y + 1} width={width - 2} height={CELL.strip - 2} rx={2} />
      <text x={x + width / 2} y={y + 12}>
        {isPlace ? [bin.code, text].filter((part) => part !== '').join(' ') : text}
      </text>
    </g>
  )
})
