import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { StateTagProps } from '../../../ui'

const TONES: Readonly<Record<string, StateTagProps['tone']>> = {
  held: 'info',
  issued: 'info',
  dishonoured: 'bad',
  reversed: 'bad',
}

/** The tag of a note's state. */
export function useNoteTag(): (state: string) => StateTagProps {
  const { t } = useTranslation()
  return useMemo(() => (state) => ({ tone: TONES[state] ?? 'good', label: t(`treasury.noteStates.${state}`) }), [t])
}
