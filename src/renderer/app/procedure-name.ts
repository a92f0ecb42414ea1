import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What people call a procedure; a question that was refused is named by its room. */
export function useProcedureName(): (procedure: string) => string {
  const { t, i18n } = useTranslation()
  return useCallback(
    (procedure) => {
      const key = `procedures.${procedure}`
      if (i18n.exists(key)) return t(key)
      const [room = ''] = procedure.split('.')
      return t('procedures.asked', { room: i18n.exists(`app.rooms.${room}`) ? t(`app.rooms.${room}`) : room })
    },
    [t, i18n],
  )
}
