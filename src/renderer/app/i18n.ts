/** The texts of the renderer. Changing the language is live: every screen follows, with nothing to restart. */
import { createInstance } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { addFormats, preferredLanguage, translationOptions } from '../../shared/i18n'
import type { Language } from '../../shared/values/format'

const storageKey = 'kontor.language'

/** The language chosen on this computer, else the first of the system's that the program speaks. */
export function startLanguage(): Language {
  try {
    const chosen = localStorage.getItem(storageKey)
    if (chosen === 'en' || chosen === 'zh-CN') return chosen
  } catch {
    // Storage may be switched off in a browser; the system's language is good enough then.
  }
  return preferredLanguage(navigator.languages)
}

export const translations = createInstance()

function markDocument(language: Language): void {
  document.documentElement.lang = language
}

/** Call once before the first render. Resources are part of the program, so this settles at once. */
export async function startTranslations(language: Language = startLanguage()): Promise<void> {
  await translations.use(initReactI18next).init(translationOptions(language))
  addFormats(translations)
  markDocument(language)
}

export async function changeLanguage(language: Language): Promise<void> {
  await translations.changeLanguage(language)
  markDocument(language)
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Not remembered, but in force until the window closes.
  }
}
