import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataList, PageHeader, useLanguage, type DataListProps, type ListColumn, type ListLayout } from '../../ui'
import { exportList, type ListExport } from './export-list'
import { onRoomsChanged } from '../live'
import { useLongWork } from './long-work'
import { readPreference, setPreference } from '../preferences'
import { SavedViews } from './saved-views'
import { useSession } from '../session'

interface EngineListInput {
  offset: number
  limit: number
  sort?: string | undefined
  descending: boolean
  filter: string
}

interface EngineList<Row> {
  readonly rows: readonly Row[]
  readonly total: number
  readonly sums: Readonly<Record<string, number | null>>
}

export interface ListPageProps<Row extends object> extends Omit<
  DataListProps<Row>,
  'load' | 'label' | 'rowKey' | 'revision'
> {
  /** Names the list for its remembered layout, for example `sales.orders`. */
  readonly name: string
  readonly title: string
  /** Changes of this room reload the list. */
  readonly room: string
  /** The engine's list procedure with the page's own filters put in. Keep it stable between renders. */
  readonly fetch: (input: EngineListInput, signal: AbortSignal) => Promise<EngineList<Row>>
  readonly rowKey?: (row: Row) => string
  readonly actions?: ReactNode
  readonly hint?: ReactNode
  /** What the list is about, for paper and workbooks: an account, a span of days. */
  readonly about?: string
  /** Lines that only paper has between two rows: what was carried forward, what a month adds up to. */
  readonly between?: ListExport<Row>['between']
}

const byId = (row: object): string => String((row as { id?: number }).id)

/** A whole page that is one list of the engine: live, its columns remembered, exportable as seen. */
export function ListPage<Row extends object>(props: ListPageProps<Row>): ReactNode {
  const { name, title, room, fetch, rowKey = byId, actions, hint, about, between, ...list } = props
  const [revision, setRevision] = useState(0)
  const { company } = useSession()
  const language = useLanguage()
  const { t } = useTranslation()
  const { start, progress } = useLongWork(t('ui.list.exporting'))
  useEffect(() => onRoomsChanged((rooms) => rooms.has(room) && setRevision((before) => before + 1)), [room])
  const memory = `list.${name}`
  const [first, setFirst] = useState<Partial<ListLayout>>(() => ({
    ...readPreference<Partial<ListLayout>>(memory, list.initialLayout ?? {}),
    filter: '',
  }))
  const layout = useRef<ListLayout>(undefined)
  // A view that is chosen is a new list.
  const [views, setViews] = useState(0)
  const load = useMemo(() => loaderOf(fetch), [fetch])
  return (
    <section className="k-page">
      <PageHeader
        title={title}
        {...(hint === undefined ? {} : { hint })}
        {...(actions === undefined ? {} : { actions })}
      />
      {progress}
      <DataList
        {...list}
        label={title}
        rowKey={rowKey}
        load={load}
        revision={revision}
        key={views}
        initialLayout={first}
        onLayout={(now) => {
          layout.current = now
          setPreference(memory, now)
        }}
        filters={
          <>
            {list.filters}
            <SavedViews
              list={name}
              layoutNow={() => layout.current ?? firstSeen(list.columns, first)}
              onChoose={(chosen) => {
                layout.current = chosen
                setPreference(memory, chosen)
                setFirst(chosen)
                setViews((count) => count + 1)
              }}
            />
          </>
        }
        onExport={(layout, format) =>
          start((signal, onProgress) => {
            const columns = shownColumns(list.columns, layout)
            return exportList({
              title,
              about: about ?? '',
              columns,
              load,
              layout,
              format,
              between,
              total: t('ui.list.sumAll'),
              companyName: company.name,
              currency: company.currency,
              language,
              signal,
              onProgress,
            })
          })
        }
      />
    </section>
  )
}

/** The engine's paging as the list asks for it. */
export function loaderOf<Row extends object>(fetch: ListPageProps<Row>['fetch']): DataListProps<Row>['load'] {
  return async ({ offset, limit, sort, filter }, signal) => {
    const answer = await fetch(
      { offset, limit, filter, sort: sort?.key, descending: sort?.direction === 'descending' },
      signal,
    )
    // A sum that this person may not see is left out, not shown as zero.
    const sums = Object.fromEntries(
      Object.entries(answer.sums).filter((entry): entry is [string, number] => entry[1] !== null),
    )
    return { rows: answer.rows, total: answer.total, sums }
  }
}

function shownColumns<Row>(columns: readonly ListColumn<Row>[], layout: ListLayout): ListColumn<Row>[] {
  return columns.filter((column) => column.isFixed === true || layout.columns.includes(column.key))
}

/** What a list shows before anybody changed it. */
function firstSeen<Row>(columns: readonly ListColumn<Row>[], first: Partial<ListLayout>): ListLayout {
  const standard = columns.filter((column) => column.isHiddenAtFirst !== true).map((column) => column.key)
  return { columns: first.columns ?? standard, sort: first.sort, filter: '' }
}
