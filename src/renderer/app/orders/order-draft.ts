import { useCallback, useEffect, useRef, useState } from 'react'
import { addDays } from '../../../shared/values/date'
import type { Refusal } from '../../../shared/errors'
import { asRefusal } from '../engine'
import { readPreference, setPreference } from '../preferences'
import { isWhole, lineInput, type OrderLine } from './order-lines'

/** An order while it is written. */
export interface OrderDraft {
  readonly partnerId: number | undefined
  readonly partnerText: string
  readonly orderedOn: string
  readonly dueOn: string
  readonly note: string
  /** What the prices are in; undefined: the currency of the books. */
  readonly currency?: string | undefined
  /** The prices of the lines include the tax. */
  readonly pricesIncludeTax?: boolean
  /** Bought goods alone: they stay the supplier's until they are used. */
  readonly isConsigned?: boolean
  readonly lines: readonly OrderLine[]
}

export interface SavedOrder {
  readonly partnerId: number
  readonly orderedOn: string
  readonly dueOn: string
  readonly note: string
  readonly currency?: string
  readonly pricesIncludeTax?: boolean
  readonly isConsigned?: boolean
  readonly lines: ReturnType<typeof lineInput>[]
}

export interface DraftStore {
  /** Saves a whole draft; answers its id. */
  save(id: number | undefined, order: SavedOrder): Promise<number>
}

const PAUSE_MILLISECONDS = 700

export function emptyDraft(today: string): OrderDraft {
  return { partnerId: undefined, partnerText: '', orderedOn: today, dueOn: addDays(today, 1), note: '', lines: [] }
}

/** A draft that can be an order: with a partner and at least one line, each line whole. */
export function toOrder(draft: OrderDraft): SavedOrder | undefined {
  const started = draft.lines.filter((line) => line.itemId !== undefined)
  const lines = started.filter(isWhole)
  if (draft.partnerId === undefined || lines.length === 0 || lines.length < started.length) return undefined
  const { partnerId, orderedOn, dueOn, note, currency, pricesIncludeTax = false, isConsigned = false } = draft
  const inCurrency = currency === undefined ? {} : { currency }
  const withTax = pricesIncludeTax ? { pricesIncludeTax } : {}
  const terms = isConsigned ? { isConsigned } : {}
  return { partnerId, orderedOn, dueOn, note, ...inCurrency, ...withTax, ...terms, lines: lines.map(lineInput) }
}

/**
 * Keeps a draft by itself: every keystroke on this computer at once, the whole order in the books shortly after.
 * `settle` saves what is still waiting and answers the id, or undefined where the draft is not whole yet.
 */
export function useOrderDraft(options: {
  readonly memory: string
  readonly id: number | undefined
  readonly initial: OrderDraft
  readonly store: DraftStore
}) {
  const { memory, initial, store } = options
  const [draft, setDraft] = useState<OrderDraft>(() => readPreference<OrderDraft | null>(memory, null) ?? initial)
  const [saving, setSaving] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [refusal, setRefusal] = useState<Refusal>()
  const id = useRef(options.id)
  const latest = useRef(draft)
  const running = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef<number>(undefined)

  const settle = useCallback(async (): Promise<number | undefined> => {
    window.clearTimeout(timer.current)
    // One save at a time, the last one with what was typed last.
    running.current = running.current.then(async () => {
      const order = toOrder(latest.current)
      if (order === undefined) return
      const before = latest.current
      setSaving('saving')
      try {
        id.current = await store.save(id.current, order)
        setRefusal(undefined)
        if (latest.current === before) {
          setSaving('saved')
          setPreference(memory, null)
        }
      } catch (error) {
        setSaving('unsaved')
        setRefusal(asRefusal(error))
        throw error
      }
    })
    const attempt = running.current
    running.current = attempt.catch(() => undefined)
    try {
      await attempt
    } catch {
      return undefined
    }
    return toOrder(latest.current) === undefined ? undefined : id.current
  }, [memory, store])

  const change = useCallback(
    (update: (draft: OrderDraft) => OrderDraft) => {
      latest.current = update(latest.current)
      setDraft(latest.current)
      setSaving('unsaved')
      setPreference(memory, latest.current)
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(() => void settle(), PAUSE_MILLISECONDS)
    },
    [memory, settle],
  )
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return { draft, change, settle, saving, refusal, forget: () => setPreference(memory, null) }
}
