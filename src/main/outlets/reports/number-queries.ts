import { numbersTaken } from '../../foundation/company'
import type { Check } from '../../kernel/check'
import type { Reader } from '../../kernel/db'

/** Numbers are `SERIES-YEAR-000001`; series have two letters, years four digits. */
const NUMBERS_GIVEN = `
  SELECT substr(number, 1, 7) AS series, count(*) AS documents, count(DISTINCT number) AS numbers,
    min(CAST(substr(number, 9) AS INTEGER)) AS first, max(CAST(substr(number, 9) AS INTEGER)) AS last
  FROM (SELECT number FROM v_document_link WHERE kind <> 'accounting.voucher' AND number IS NOT NULL
        UNION ALL SELECT number FROM v_warehouse_batch)
  GROUP BY 1 ORDER BY 1`

interface Given {
  readonly series: string
  readonly documents: number
  readonly numbers: number
  readonly first: number
  readonly last: number
}

/** Each series and year: documents carry 1 to the last number taken, each once. */
export const documentNumbers: Check = {
  name: 'company.documentNumbersGapless',
  run(reader: Reader) {
    const given = new Map(reader.all<Given>(NUMBERS_GIVEN).map((row) => [row.series, row]))
    const taken = new Map(numbersTaken(reader).map((row) => [`${row.series}-${row.year}`, row.taken]))
    let examined = 0
    for (const series of new Set([...given.keys(), ...taken.keys()])) {
      const { documents = 0, numbers = 0, first = 1, last = 0 } = given.get(series) ?? {}
      const count = taken.get(series) ?? 0
      examined += documents
      if (documents !== count || numbers !== count || last !== count || first !== 1) {
        const detail = `${series}: ${count} numbers taken, ${documents} documents numbered ${first} to ${last}`
        return { ok: false, examined, detail }
      }
    }
    return { ok: true, examined, detail: `${examined} numbers in ${taken.size} series hold` }
  },
}
