import { pinyin } from 'pinyin-pro'

const CHINESE = /\p{Script=Han}/u

/**
 * What people may type to find a text, as tokens parted by spaces: its words, each Chinese character by itself (so that
 * any run of characters is a phrase), and for Chinese the pinyin initials and full pinyin from each character on
 * (可口可乐 is found by `kkkl`, `kl`, `kele`).
 */
export function searchTokens(texts: readonly string[]): string {
  const tokens: string[] = []
  for (const text of texts) {
    if (text === '') continue
    tokens.push(separateCharacters(text))
    if (CHINESE.test(text)) tokens.push(...pinyinTokens(text))
  }
  return tokens.join(' ')
}

function separateCharacters(text: string): string {
  return text.replace(/\p{Script=Han}/gu, ' $& ')
}

function pinyinTokens(text: string): string[] {
  const tokens: string[] = []
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    const syllables = pinyin(run, { toneType: 'none', type: 'array' })
    for (let start = 0; start < syllables.length; start += 1) {
      const rest = syllables.slice(start)
      tokens.push(rest.map((syllable) => syllable[0] ?? '').join(''), rest.join(''))
    }
  }
  return tokens
}

/**
 * The FTS5 expression for what was typed: every word must be the beginning of a token; Chinese characters must stand
 * side by side. Undefined where nothing searchable was typed.
 */
export function matchExpression(text: string): string | undefined {
  const words = separateRuns(text).filter((word) => /[\p{L}\p{N}]/u.test(word))
  if (words.length === 0) return undefined
  return words
    .map((word) => {
      const quoted = `"${separateCharacters(word).trim().replaceAll('"', '""')}"`
      return CHINESE.test(word) ? quoted : `${quoted}*`
    })
    .join(' AND ')
}

function separateRuns(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/(\p{Script=Han}+)/gu, ' $1 ')
    .split(/\s+/)
    .filter((word) => word !== '')
}
