import {
  CheckCircleFilled,
  ClockCircleOutlined,
  CloseCircleFilled,
  ExclamationCircleFilled,
  MinusCircleOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Tone } from '../theme/tokens'
import './feedback.css'

const shapes: Readonly<Record<Tone, ReactNode>> = {
  neutral: <MinusCircleOutlined />,
  info: <ClockCircleOutlined />,
  good: <CheckCircleFilled />,
  warning: <ExclamationCircleFilled />,
  bad: <CloseCircleFilled />,
}

export interface StateTagProps {
  readonly tone: Tone
  /** The state in words: the colour only repeats it. */
  readonly label: string
}

/** The state of a document or a thing: colour, shape and word. */
export function StateTag(props: StateTagProps): ReactNode {
  const { tone, label } = props
  return (
    <span className={`k-state k-tone-${tone}`}>
      <span className="k-state-shape" aria-hidden="true">
        {shapes[tone]}
      </span>
      {label}
    </span>
  )
}
