/** Texts as they may leave the house for support: what happened stays readable, who and how much does not. */

const QUOTED = /'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g
const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
/** Folders tell the name of the person whose computer it is. */
const FOLDER =
  /(?:[A-Za-z]:)?(?:[\\/](?:Users|home|root|tmp|var|private|mnt|media|Volumes|Documents and Settings)[\\/])[^\s:'"]*[\\/]/g
/** Any writing but Latin: names, words of documents. */
const OTHER_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}]+/gu
/** Amounts, quantities, telephone and document numbers; not the lines of a stack, instants and versions. */
const KEPT_FIGURES =
  /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?|(?<=\.(?:m?js|ts|tsx):)\d+(?::\d+)?|(?<=:\d{1,6}:)\d+|\bv?\d+\.\d+\.\d+\b/g
const FIGURES = /\d[\d.,]*\d|\d/g

/** A text of the program (a log line, the detail of a proof) without names, amounts, addresses, folders. */
export function maskText(text: string, names: readonly string[] = []): string {
  let masked = text
  for (const name of names) if (name.length > 1) masked = masked.replaceAll(name, '‹name›')
  masked = masked.replace(ADDRESS, '‹address›').replace(FOLDER, '‹folder›/').replace(OTHER_SCRIPT, '‹text›')
  return maskFigures(masked)
}

/** As `maskText`, and nothing that was quoted: what a message quotes is somebody's data. */
export const maskMessage = (text: string, names: readonly string[] = []): string =>
  maskText(text.replace(QUOTED, '‹text›'), names)

function maskFigures(text: string): string {
  let masked = ''
  let from = 0
  for (const kept of text.matchAll(KEPT_FIGURES)) {
    masked += text.slice(from, kept.index).replace(FIGURES, '#') + kept[0]
    from = kept.index + kept[0].length
  }
  return masked + text.slice(from).replace(FIGURES, '#')
}
