import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** A preset is named by the language, a role of the company by itself. */
export function useRoleName(): (role: { readonly code: string; readonly name: string }) => string {
  const { t } = useTranslation()
  return useCallback(({ code, name }) => (name === '' ? t(`access.roles.${code}`) : name), [t])
}
