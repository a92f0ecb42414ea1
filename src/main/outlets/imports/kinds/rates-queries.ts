import { figure, type Column } from '../cells'
import type { Kind } from '../kind'

const rate: Column = { name: 'rate', type: 'price', isNeeded: true }

/** Rates of foreign currencies by day, as they are quoted. */
export const rates: Kind = {
  columns: [
    { name: 'currency', type: 'text', isKey: true, isNeeded: true },
    { name: 'validFrom', type: 'date', isKey: true, isNeeded: true },
    rate,
  ],
  rows: `
    SELECT r.id, 1 AS active, r.currency, r.valid_from AS validFrom, r.rate_micro AS rate FROM v_currencies_rate r`,
  byKey: 'r.currency = ?1 COLLATE NOCASE AND r.valid_from = ?2',
  shown: '1 = 1',
  order: 'r.currency, r.valid_from',
  give: (_context, cells) => [
    {
      name: 'currencies.setRates',
      input: {
        rates: [
          {
            currency: (cells['currency'] ?? '').toUpperCase(),
            validFrom: cells['validFrom'],
            rateMicro: figure(cells, rate, 0),
          },
        ],
      },
    },
  ],
  takeBack: (_context, _cells, kept) => [{ name: 'currencies.deleteRate', input: { id: kept.id } }],
}
