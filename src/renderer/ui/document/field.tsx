import { CloseCircleFilled } from '@ant-design/icons'
import { Button } from 'antd'
import { type ReactNode, useId } from 'react'
import { type Mend, type ShownRefusal, useRefusalText } from '../feedback/refusal-alert'
import './document.css'

export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-required': boolean
}

export interface FieldProps {
  readonly label: string
  readonly isRequired?: boolean
  readonly hint?: string
  /** The refusal that concerns this field, with its way out. */
  readonly refusal?: ShownRefusal | undefined
  readonly mend?: Mend | undefined
  /** Draws the control with the attributes that tie it to its label: `(control) => <Input {...control} />`. */
  readonly children: (control: FieldControl) => ReactNode
}

/** A labelled field of a form or a document's header; what is wrong with it stands below it. */
export function Field(props: FieldProps): ReactNode {
  const { label, isRequired = false, hint, refusal, mend, children } = props
  const id = useId()
  const refusalText = useRefusalText()
  const hasNote = refusal !== undefined || hint !== undefined
  return (
    <div className={`k-field${refusal === undefined ? '' : ' k-field-refused'}`}>
      <label htmlFor={id}>
        {label}
        {isRequired ? <span aria-hidden="true"> *</span> : null}
      </label>
      {children({
        id,
        'aria-describedby': hasNote ? `${id}-note` : undefined,
        'aria-invalid': refusal !== undefined,
        'aria-required': isRequired,
      })}
      {refusal === undefined ? null : (
        <div id={`${id}-note`} className="k-field-refusal" role="alert">
          <CloseCircleFilled aria-hidden="true" />
          <span>{refusalText(refusal)}</span>
          {mend === undefined ? null : (
            <Button size="small" onClick={mend.onMend}>
              {mend.label}
            </Button>
          )}
        </div>
      )}
      {refusal === undefined && hint !== undefined ? (
        <div id={`${id}-note`} className="k-field-hint">
          {hint}
        </div>
      ) : null}
    </div>
  )
}
