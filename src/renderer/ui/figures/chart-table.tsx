import type { ReactNode } from 'react'
import type { TrendChartProps } from './trend-chart'

/** The chart's values to be read, copied or heard. */
export function ChartTable(props: { readonly chart: TrendChartProps }): ReactNode {
  const { title, labels, series, format } = props.chart
  return (
    <table className="k-chart-table">
      <caption className="k-sr">{title}</caption>
      <thead>
        <tr>
          <th scope="col" aria-label={title} />
          {series.map((one) => (
            <th key={one.key} scope="col">
              {one.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, index) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {series.map((one) => {
              const value = one.values[index]
              return (
                <td key={one.key} className="k-num">
                  {value === undefined ? '' : format(value)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
