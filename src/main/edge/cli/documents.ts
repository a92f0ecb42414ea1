import type { TFunction } from 'i18next'
import { formatCount } from '../../../shared/values/format'

/** How many documents of each kind, one a line. */
export function documentLines(t: TFunction, documents: Readonly<Record<string, number>>): string[] {
  const counts = Object.values(documents).map(formatCount)
  const width = counts.reduce((widest, count) => Math.max(widest, count.length), 0)
  return Object.keys(documents).map((kind, index) => {
    const name = t(`cli.documents.${kind}` as 'cli.documents.reversal')
    return `  ${(counts[index] ?? '').padStart(width)} ${name}`
  })
}
