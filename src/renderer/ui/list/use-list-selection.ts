import { useMemo, useState } from 'react'

export interface ListSelection<Row> {
  readonly rows: readonly Row[]
  readonly has: (key: string) => boolean
  readonly toggle: (row: Row) => void
  /** Adds rows, for a range with shift. */
  readonly add: (rows: readonly Row[]) => void
  readonly clear: () => void
}

/** Selected rows by key. They are kept whole, because the list forgets rows that are far away. */
export function useListSelection<Row>(
  rowKey: (row: Row) => string,
  onChange: ((rows: readonly Row[]) => void) | undefined,
): ListSelection<Row> {
  const [selected, setSelected] = useState<ReadonlyMap<string, Row>>(new Map())
  const rows = useMemo(() => [...selected.values()], [selected])
  const put = (next: ReadonlyMap<string, Row>): void => {
    setSelected(next)
    onChange?.([...next.values()])
  }
  return {
    rows,
    has: (key) => selected.has(key),
    toggle: (row) => {
      const next = new Map(selected)
      const key = rowKey(row)
      if (!next.delete(key)) next.set(key, row)
      put(next)
    },
    add: (more) => put(new Map([...selected, ...more.map((row): [string, Row] => [rowKey(row), row])])),
    clear: () => {
      if (selected.size > 0) put(new Map())
    },
  }
}
