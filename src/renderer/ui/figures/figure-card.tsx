import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sparkPath } from './chart-geometry'
import './figures.css'

export interface FigureComparison {
  /** "+4.2 % on last month". */
  readonly text: string
  readonly direction: 'up' | 'down' | 'same'
  /** Whether that is good news; undefined where it is neither. */
  readonly isGood?: boolean
}

export interface FigureCardProps {
  readonly title: string
  /** The figure, already written: `<MoneyText .../>` or text. */
  readonly value: ReactNode
  /** A second line: "of it overdue ...". */
  readonly detail?: ReactNode
  readonly comparison?: FigureComparison
  /** The last periods, oldest first, for the small line. */
  readonly trend?: readonly number[]
  /** Opens what the figure is made of. */
  readonly onOpen?: () => void
}

const sparkWidth = 120
const sparkHeight = 32
const arrows = { up: <ArrowUpOutlined />, down: <ArrowDownOutlined />, same: <MinusOutlined /> }

function Comparison(props: { readonly comparison: FigureComparison }): ReactNode {
  const { text, direction, isGood } = props.comparison
  const { t } = useTranslation()
  const words = { up: t('ui.figure.up'), down: t('ui.figure.down'), same: t('ui.figure.same') }
  const tone = isGood === undefined ? '' : isGood ? ' k-figure-good' : ' k-figure-bad'
  return (
    <span className={`k-figure-comparison${tone}`}>
      <span aria-hidden="true">{arrows[direction]}</span>
      <span className="k-sr">{words[direction]}</span> {text}
    </span>
  )
}

/** One of the owner's figures: value, comparison, trend. A click opens what it is made of. */
export function FigureCard(props: FigureCardProps): ReactNode {
  const { title, value, detail, comparison, trend = [], onOpen } = props
  const { t } = useTranslation()
  const content = (
    <>
      <span className="k-figure-title">{title}</span>
      <span className="k-figure-value k-num">{value}</span>
      {detail === undefined ? null : <span className="k-figure-detail">{detail}</span>}
      <span className="k-figure-foot">
        {comparison === undefined ? <span /> : <Comparison comparison={comparison} />}
        {trend.length < 2 ? null : (
          <svg
            className="k-figure-spark"
            width={sparkWidth}
            height={sparkHeight}
            viewBox={`0 0 ${String(sparkWidth)} ${String(sparkHeight)}`}
            aria-hidden="true"
          >
            <path d={sparkPath(trend, sparkWidth, sparkHeight)} />
          </svg>
        )}
      </span>
    </>
  )
  if (onOpen === undefined) return <div className="k-figure">{content}</div>
  return (
    <button type="button" className="k-plain k-figure" title={t('ui.figure.open', { title })} onClick={onOpen}>
      {content}
    </button>
  )
}
