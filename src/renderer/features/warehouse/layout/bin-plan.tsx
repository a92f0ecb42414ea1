import { useQuery } from '@tanstack/react-query'
import { useMemo, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { engine, type Engine } from '../../../app/engine'
import { Waiting } from '../../../ui'

type Bin = Awaited<ReturnType<Engine['warehouse']['listBins']>>['rows'][number]

interface Bay {
  readonly key: string
  readonly aisle: number
  readonly bay: number
  readonly fill: number
  readonly bins: readonly Bin[]
}

const CELL = { width: 40, height: 26, gap: 4, aisleGap: 22, label: 34 }
const PAGE = 500

/** All bins of a warehouse; a plan of a part would be a wrong plan. */
async function readBins(warehouseId: number, signal: AbortSignal): Promise<Bin[]> {
  const bins: Bin[] = []
  for (;;) {
    const { rows, total } = await engine.warehouse.listBins(
      { warehouseId, limit: PAGE, offset: bins.length },
      { signal },
    )
    bins.push(...rows)
    if (rows.length === 0 || bins.length >= total) return bins
  }
}

function baysOf(bins: readonly Bin[]): Bay[] {
  const bays = new Map<string, Bin[]>()
  for (const bin of bins) {
    if (bin.kind !== 'storage' && bin.kind !== 'pick-face') continue
    const key = `${bin.aisle}-${bin.bay}`
    bays.set(key, [...(bays.get(key) ?? []), bin])
  }
  return [...bays].map(([key, inBay]) => ({
    key,
    aisle: inBay[0]?.aisle ?? 0,
    bay: inBay[0]?.bay ?? 0,
    fill: Math.max(...inBay.map((bin) => bin.fillPercent)),
    bins: inBay.toSorted((a, b) => a.level - b.level),
  }))
}

/** Steps of the fill colour; the number in the cell says it as well. */
function shade(fill: number): number {
  if (fill === 0) return 0
  return Math.min(4, 1 + Math.floor(fill / 30))
}

/** The house from above: aisles as rows, bays along them, each as full as its fullest bin. */
export function BinPlan(props: {
  readonly warehouseId: number
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}): ReactNode {
  const { warehouseId, chosen, onChoose } = props
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: [['warehouse', 'plan'], warehouseId],
    queryFn: ({ signal }) => readBins(warehouseId, signal),
  })
  const bays = useMemo(() => baysOf(data ?? []), [data])
  if (data === undefined) return <Waiting />
  const aisles = [...new Set(bays.map((bay) => bay.aisle))].sort((a, b) => a - b)
  const longest = Math.max(0, ...bays.map((bay) => bay.bay))
  const width = CELL.label + longest * (CELL.width + CELL.gap)
  const height = aisles.length * (CELL.height + CELL.aisleGap)
  const chosenBay = bays.find((bay) => bay.bins.some((bin) => bin.code === chosen))
  const choose = (bay: Bay): void => {
    // Choosing the same bay again goes up its levels.
    const at = bay.bins.findIndex((bin) => bin.code === chosen)
    const next = bay.bins[(at + 1) % bay.bins.length]
    if (next !== undefined) onChoose(next.code)
  }
  const onKey = (event: KeyboardEvent, bay: Bay): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    choose(bay)
  }
  return (
    <div className="k-plan">
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('warehouse.plan')}
      >
        {aisles.map((aisle, row) => (
          <text key={aisle} className="k-plan-aisle" x={0} y={row * (CELL.height + CELL.aisleGap) + 18}>
            A{String(aisle).padStart(2, '0')}
          </text>
        ))}
        {bays.map((bay) => {
          const x = CELL.label + (bay.bay - 1) * (CELL.width + CELL.gap)
          const y = aisles.indexOf(bay.aisle) * (CELL.height + CELL.aisleGap)
          const isChosen = bay === chosenBay
          return (
            <g
              key={bay.key}
              role="button"
              tabIndex={0}
              aria-pressed={isChosen}
              aria-label={t('warehouse.planOf', { aisle: bay.aisle, bay: bay.bay, fill: bay.fill })}
              className={`k-plan-bay k-plan-${shade(bay.fill)}${isChosen ? ' k-plan-chosen' : ''}`}
              onClick={() => choose(bay)}
              onKeyDown={(event) => onKey(event, bay)}
            >
              <rect x={x} y={y} width={CELL.width} height={CELL.height} rx={3} />
              <text x={x + CELL.width / 2} y={y + 17}>
                {bay.fill === 0 ? '–' : bay.fill}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}
