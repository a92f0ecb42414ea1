import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { currencyDecimals } from '../../../../shared/values/money'
import { useSession } from '../../../app/session'
import { Field, MoneyText, ScaledInput } from '../../../ui'

/** Notes and coins in minor units, the largest first; what no list names is counted in a series of 1, 2 and 5. */
const FACES: Readonly<Record<string, readonly number[]>> = {
  CNY: [10_000, 5000, 2000, 1000, 500, 100, 50, 10],
  USD: [10_000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1],
  JPY: [10_000, 5000, 1000, 500, 100, 50, 10, 5, 1],
}
const SERIES = [20_000, 10_000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5]

export interface CashCount {
  readonly countedMinor: number | null
  readonly pieces: readonly { readonly faceMinor: number; readonly pieces: number }[]
}

export const NOTHING_COUNTED: CashCount = { countedMinor: null, pieces: [] }

/** Cash counted note by note, or as one total. */
export function CashCountFields(props: { readonly value: CashCount; onChange(value: CashCount): void }): ReactNode {
  const { value, onChange } = props
  const { t } = useTranslation()
  const { company } = useSession()
  const faces = FACES[company.currency] ?? SERIES
  const decimals = currencyDecimals(company.currency)
  // Side by side, so that the count and its button fit on one screen.
  const half = Math.ceil(faces.length / 2)
  const count = (faceMinor: number, count: number): void => {
    const others = value.pieces.filter((one) => one.faceMinor !== faceMinor)
    const pieces = count > 0 ? [...others, { faceMinor, pieces: count }] : others
    onChange({ pieces, countedMinor: pieces.reduce((sum, one) => sum + one.faceMinor * one.pieces, 0) })
  }
  return (
    <>
      <div className="k-cash-count" role="group" aria-label={t('counter.till.byPieces')}>
        {[faces.slice(0, half), faces.slice(half)].map((column) => (
          <table className="k-table" key={column[0]}>
            <thead>
              <tr>
                <th scope="col" className="k-right">
                  {t('counter.till.face')}
                </th>
                <th scope="col" className="k-right">
                  {t('counter.till.pieces')}
                </th>
                <th scope="col" className="k-right">
                  {t('counter.amount')}
                </th>
              </tr>
            </thead>
            <tbody>
              {column.map((faceMinor) => {
                const pieces = value.pieces.find((one) => one.faceMinor === faceMinor)?.pieces ?? 0
                return (
                  <tr key={faceMinor}>
                    <td className="k-right">
                      <MoneyText amountMinor={faceMinor} />
                    </td>
                    <td className="k-right">
                      <InputNumber
                        aria-label={t('counter.till.piecesOf', { face: faceMinor / 10 ** decimals })}
                        autoFocus={faceMinor === faces[0]}
                        size="small"
                        min={0}
                        max={1_000_000}
                        precision={0}
                        controls={false}
                        style={{ width: 80 }}
                        value={pieces === 0 ? null : pieces}
                        onChange={(typed) => count(faceMinor, typed ?? 0)}
                      />
                    </td>
                    <td className="k-right">
                      <MoneyText amountMinor={faceMinor * pieces} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        ))}
      </div>
      <Field label={t('counter.till.counted')} isRequired>
        {(control) => (
          <ScaledInput
            {...control}
            decimals={decimals}
            minDecimals={decimals}
            value={value.countedMinor}
            onChange={(countedMinor) => {
              // Leaving the field says its value once more: only another one is a count of its own.
              if (countedMinor !== value.countedMinor) onChange({ countedMinor, pieces: [] })
            }}
          />
        )}
      </Field>
    </>
  )
}
