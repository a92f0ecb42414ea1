import { useCallback, useState } from 'react'
import type { LabelTemplate } from '../../../../shared/labels/template'

const KEPT_STEPS = 100

interface State {
  readonly template: LabelTemplate
  /** as it was before each step, the last one last */
  readonly past: readonly LabelTemplate[]
  /** before the movement that has not ended */
  readonly resting: LabelTemplate
  readonly selected: number | undefined
}

/** A label under work: what is chosen, and the way back. */
export function useDesign(first: LabelTemplate) {
  const [state, setState] = useState<State>({ template: first, past: [], resting: first, selected: undefined })
  const change = useCallback((template: LabelTemplate, isStep: boolean): void => {
    setState((before) => {
      const selected = (before.selected ?? 0) < template.elements.length ? before.selected : undefined
      if (!isStep) return { ...before, template, selected }
      const past = [...before.past, before.resting].slice(-KEPT_STEPS)
      return { template, past, resting: template, selected }
    })
  }, [])
  const add = useCallback(
    (template: LabelTemplate): void => {
      change(template, true)
      setState((before) => ({ ...before, selected: template.elements.length - 1 }))
    },
    [change],
  )
  const undo = useCallback((): void => {
    setState((before) => {
      const template = before.past.at(-1)
      if (template === undefined) return before
      const selected = (before.selected ?? 0) < template.elements.length ? before.selected : undefined
      return { template, past: before.past.slice(0, -1), resting: template, selected }
    })
  }, [])
  const select = useCallback((selected: number | undefined) => setState((before) => ({ ...before, selected })), [])
  /** Saved: from here on there is nothing to undo. */
  const settle = useCallback(() => setState((before) => ({ ...before, past: [] })), [])
  const { template, selected } = state
  return { template, selected, canUndo: state.past.length > 0, change, add, undo, select, settle }
}
