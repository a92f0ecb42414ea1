import { retailLines } from './retail-file'

/** What is known of a code from the whole file, before the first day is played. */
export interface CodeKnowledge {
  readonly name: string
  /** The price most lines sell it at, the higher one of two that are as frequent; 0 where it was never sold. */
  readonly usualPriceMicro: number
}

export interface Survey {
  readonly lines: number
  readonly firstDay: string
  readonly codes: ReadonlyMap<string, CodeKnowledge>
}

/** Most different texts and prices that are counted for one code: memory stays bounded whatever the file holds. */
const MOST_VARIANTS = 200

class Tally<Key> {
  readonly #counts = new Map<Key, number>()

  add(key: Key): void {
    const count = this.#counts.get(key)
    if (count === undefined && this.#counts.size >= MOST_VARIANTS) return
    this.#counts.set(key, (count ?? 0) + 1)
  }

  mostFrequent(isBetter: (a: Key, b: Key) => boolean): Key | undefined {
    let best: Key | undefined
    let most = 0
    for (const [key, count] of this.#counts) {
      if (count > most || (count === most && best !== undefined && isBetter(key, best))) {
        best = key
        most = count
      }
    }
    return best
  }
}

/** Reads the file once for names and usual prices: an item is bought at a cost before its first sale is seen. */
export async function surveyFile(path: string, until: string | undefined): Promise<Survey> {
  const seen = new Map<string, { names: Tally<string>; prices: Tally<number> }>()
  let lines = 0
  let firstDay = ''
  for await (const line of retailLines(path)) {
    const isReject = 'reason' in line
    if (!isReject && until !== undefined && line.date > until) break
    lines += 1
    if (isReject) continue
    if (firstDay === '') firstDay = line.date
    let code = seen.get(line.code)
    if (code === undefined) seen.set(line.code, (code = { names: new Tally(), prices: new Tally() }))
    if (line.description !== '') code.names.add(line.description)
    if (line.kind === 'sale' && line.priceMicro > 0) code.prices.add(line.priceMicro)
  }
  const codes = new Map(
    [...seen].map(([code, { names, prices }]) => [
      code,
      {
        name: names.mostFrequent((a, b) => a < b) ?? code,
        usualPriceMicro: prices.mostFrequent((a, b) => a > b) ?? 0,
      },
    ]),
  )
  return { lines, firstDay, codes }
}
