import { describe, expect, it } from 'vitest'
import { type ListPage, type ListRequest, pageSize, PageStore } from './page-store'

interface Asked {
  readonly request: ListRequest
  readonly signal: AbortSignal
  readonly answer: (page: Partial<ListPage<string>>) => Promise<void>
  readonly fail: () => Promise<void>
}

/** A store whose questions are answered by hand. */
function storeByHand() {
  const asked: Asked[] = []
  const settle = async (act: () => void): Promise<void> => {
    act()
    await new Promise((resolve) => setTimeout(resolve))
  }
  const store = new PageStore<string>(
    (request, signal) =>
      new Promise((resolve, reject) => {
        const rows = Array.from({ length: request.limit }, (_, i) => `${request.filter}${String(request.offset + i)}`)
        asked.push({
          request,
          signal,
          answer: (page) => settle(() => resolve({ rows, total: 1000, ...page })),
          fail: () => settle(() => reject(new Error('no'))),
        })
      }),
    { sort: undefined, filter: '' },
  )
  const last = (): Asked => {
    const question = asked.at(-1)
    if (question === undefined) throw new Error('nothing was asked')
    return question
  }
  return { store, asked, last }
}

describe('page store', () => {
  it('asks for the pages that are seen, once', async () => {
    const { store, asked, last } = storeByHand()
    store.want(0, 30)
    store.want(2, 32)
    expect(asked.map(({ request }) => request.offset)).toEqual([0])
    await last().answer({ sums: { amount: 5 } })
    expect([store.total, store.rowAt(7), store.rowAt(100), store.sums]).toEqual([1000, '7', undefined, { amount: 5 }])
    store.want(90, 120)
    expect(asked.map(({ request }) => request.offset)).toEqual([0, 100])
  })

  it('stops asking for what was scrolled past', () => {
    const { store, asked } = storeByHand()
    store.want(0, 30)
    store.want(5000, 5030)
    expect(asked[0]?.signal.aborted).toBe(true)
    expect(asked[1]?.signal.aborted).toBe(false)
  })

  it('lets a late answer to an old question fall', async () => {
    const { store, asked, last } = storeByHand()
    store.want(0, 30)
    await last().answer({})
    store.setQuery({ sort: undefined, filter: 'x' })
    expect([store.isOutdated, store.rowAt(0)]).toEqual([true, '0'])
    store.setQuery({ sort: undefined, filter: 'xy' })
    await asked[1]?.answer({ total: 3 })
    expect(store.total).toBe(1000)
    await asked[2]?.answer({ total: 2, rows: ['xy0', 'xy1'] })
    expect([store.isOutdated, store.total, store.rowAt(0), store.rowAt(2)]).toEqual([false, 2, 'xy0', undefined])
  })

  it('keeps rows in place while it reads the same again, and finds a row that moved', async () => {
    const { store, asked, last } = storeByHand()
    store.want(0, 30)
    await last().answer({})
    store.refresh()
    expect([asked.length, store.rowAt(3), store.isOutdated]).toEqual([2, '3', false])
    await last().answer({ rows: ['new', '0', '1', '2', '3'], total: 1001 })
    expect([store.rowAt(3), store.total]).toEqual(['2', 1001])
    expect(store.locate(3, (row) => row === '3')).toBe(4)
    expect(store.locate(3, (row) => row === 'gone')).toBeUndefined()
  })

  it('tells of a failure and reads again', async () => {
    const { store, last } = storeByHand()
    let changes = 0
    store.subscribe(() => {
      changes += 1
    })
    store.want(0, 30)
    await last().fail()
    expect([store.error instanceof Error, changes]).toEqual([true, 1])
    store.refresh()
    await last().answer({})
    expect([store.error, store.rowAt(1)]).toEqual([undefined, '1'])
  })

  it('forgets pages far away', async () => {
    const { store, last } = storeByHand()
    for (let page = 0; page < 80; page += 1) {
      store.want(page * pageSize, page * pageSize + 10)
      await last().answer({ total: 1_000_000 })
    }
    expect([store.rowAt(0), store.rowAt(79 * pageSize)]).toEqual([undefined, '7900'])
  })
})
