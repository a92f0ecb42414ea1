import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaletteSection } from '../../ui'
import { engine } from '../engine'
import { features } from './features'
import type { Navigation } from '../pages'

/** What Ctrl+K looks through: everything the engine finds, then the pages. */
export function usePaletteSections(navigation: Navigation): readonly PaletteSection[] {
  const { t } = useTranslation()
  return useMemo(
    () => [
      {
        key: 'found',
        title: t('app.palette.found'),
        search: async (text, signal) => {
          if (text.trim() === '') return []
          const { hits } = await engine.search.find({ text, limit: 12 }, { signal })
          return hits
            .filter((hit) => navigation.canOpen(hit.kind))
            .map((hit) => ({
              key: `${hit.kind}-${hit.id}`,
              title: hit.title,
              detail: `${t(`app.kinds.${hit.kind}`)} · ${hit.subtitle}`,
              onRun: () => navigation.open(hit.kind, { id: hit.id }),
            }))
        },
      },
      {
        key: 'pages',
        title: t('app.palette.pages'),
        search: (text) => {
          const wanted = text.trim().toLowerCase()
          return features
            .flatMap((feature) => feature.menu.map((entry) => ({ ...entry, room: t(`app.rooms.${feature.room}`) })))
            .filter((entry) => navigation.canOpen(entry.kind))
            .map((entry) => ({ ...entry, label: t(entry.labelKey) }))
            .filter((entry) => `${entry.label} ${entry.room}`.toLowerCase().includes(wanted))
            .map((entry) => ({
              key: `page-${entry.labelKey}`,
              title: entry.label,
              detail: entry.room,
              onRun: () => navigation.open(entry.kind, entry.params),
            }))
        },
      },
    ],
    [t, navigation],
  )
}
