import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { asRefusal } from './app/engine'
import { startTranslations } from './app/i18n'
import { startStationDevices } from './app/station/station-devices'
import { wedgeSettings } from './app/station/wedge-preference'
import { startScanRouter, startShortcuts } from './ui'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Live updates say when an answer is old; a refusal does not get better by asking again.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => asRefusal(error).code === 'app.engineAway' && failures < 5,
      // A page that never got its answer says why; one that has an older answer keeps it.
      throwOnError: (_error, query) => query.state.data === undefined,
    },
  },
})

startScanRouter(wedgeSettings)
startShortcuts()
startStationDevices()
await startTranslations()
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  )
}
