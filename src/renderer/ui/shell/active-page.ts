import { createContext, use, useState } from 'react'

/** False inside a page that stands behind another tab: it keeps its state but takes no keys and no scans. */
export const ActivePageContext = createContext(true)

export function useActivePage(): boolean {
  return use(ActivePageContext)
}

let lastOrder = 0

/**
 * A number that is higher the later, and the deeper, a component was first drawn: a dialog stands above its page.
 * Effects can't tell, they run from the inside out.
 */
export function useDrawOrder(): number {
  const [order] = useState(() => {
    lastOrder += 1
    return lastOrder
  })
  return order
}
