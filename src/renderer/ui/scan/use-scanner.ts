import { useEffect, useEffectEvent } from 'react'
import { useActivePage, useDrawOrder } from '../shell/active-page'
import { type Scan, type ScanHandler, scanRouter } from './scan-router'

/**
 * Gives scans to this component while its page is in front. Of several, the innermost is asked first; a handler that
 * returns false leaves the scan to the next.
 */
export function useScanner(handler: ScanHandler, options: { readonly enabled?: boolean } = {}): void {
  const { enabled = true } = options
  const isActive = useActivePage() && enabled
  const order = useDrawOrder()
  const handle = useEffectEvent((scan: Scan) => handler(scan))
  useEffect(() => (isActive ? scanRouter.take(order, (scan) => handle(scan)) : undefined), [isActive, order])
}
