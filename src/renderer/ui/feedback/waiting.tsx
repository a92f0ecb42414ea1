import type { ReactNode } from 'react'
import '../list/list.css'
import './feedback.css'

/** In place of a page or part that is being read; drawn only where that takes longer than a blink. */
export function Waiting(): ReactNode {
  return (
    <div className="k-waiting" aria-busy="true">
      <div className="k-skeleton" />
      <div className="k-skeleton" />
      <div className="k-skeleton" />
    </div>
  )
}
