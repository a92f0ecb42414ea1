import { resources } from '../../../shared/i18n'

/** The procedures whose name, in the person's language, holds the words that were typed. */
export function proceduresNamed(words: string, language: string): string[] {
  const wanted = words.trim().toLocaleLowerCase()
  if (wanted === '') return []
  const { procedures } = resources[language === 'zh-CN' ? 'zh-CN' : 'en'].translation
  const rooms: Readonly<Record<string, string | Readonly<Record<string, string>>>> = procedures
  return Object.entries(rooms).flatMap(([room, verbs]) =>
    typeof verbs === 'string'
      ? []
      : Object.entries(verbs).flatMap(([verb, text]) =>
          text.toLocaleLowerCase().includes(wanted) ? [`${room}.${verb}`] : [],
        ),
  )
}
