import { type ReactNode, useEffect, useState } from 'react'

export interface PaletteItem {
  readonly key: string
  readonly title: string
  /** A second, softer text: partner, date, amount. */
  readonly detail?: string
  readonly icon?: ReactNode
  /** Shortcut that does the same. */
  readonly keys?: string
  readonly onRun: () => void
}

export interface PaletteSection {
  readonly key: string
  readonly title: string
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly PaletteItem[]> | readonly PaletteItem[]
}

export interface PaletteAnswer {
  readonly key: string
  readonly title: string
  readonly items: readonly PaletteItem[]
  readonly hasFailed: boolean
}

interface Found {
  readonly text: string
  readonly answers: ReadonlyMap<string, PaletteAnswer>
}

const typingPauseMs = 80

/** Asks all sections in parallel; each is shown as soon as it answers, what is outdated is aborted. */
export function usePaletteSearch(
  sections: readonly PaletteSection[],
  text: string,
): { answers: readonly PaletteAnswer[]; isSearching: boolean } {
  const [found, setFound] = useState<Found>({ text: '', answers: new Map() })
  useEffect(() => {
    const wanted = text.trim()
    const abort = new AbortController()
    const put = (answer: PaletteAnswer): void => {
      if (abort.signal.aborted) return
      setFound((before) => ({
        text: wanted,
        answers: new Map(before.text === wanted ? before.answers : []).set(answer.key, answer),
      }))
    }
    const ask = async ({ key, title, search }: PaletteSection): Promise<void> => {
      try {
        put({ key, title, items: await search(wanted, abort.signal), hasFailed: false })
      } catch {
        put({ key, title, items: [], hasFailed: true })
      }
    }
    const timer = setTimeout(() => void Promise.all(sections.map(ask)), wanted === '' ? 0 : typingPauseMs)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [sections, text])
  const answers = sections.map((section) => found.answers.get(section.key)).filter((answer) => answer !== undefined)
  return { answers, isSearching: found.text !== text.trim() || answers.length < sections.length }
}
