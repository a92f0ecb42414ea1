import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refusal } from '../../../shared/errors'
import { RefusalAlert } from '../../ui'

/** A page that cannot be read or drawn says so in its own tab; the others go on, and it can be tried again. */
export function PageBoundary({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const { reset } = useQueryErrorResetBoundary()
  return (
    <Boundary onRetry={reset} retry={t('app.retry')}>
      {children}
    </Boundary>
  )
}

interface BoundaryProps {
  readonly onRetry: () => void
  readonly retry: string
  readonly children: ReactNode
}

class Boundary extends Component<BoundaryProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {}

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    const refusal = error instanceof Refusal ? error : new Refusal('app.unexpected', { reference: 'page' })
    const retry = (): void => {
      this.props.onRetry()
      this.setState({ error: undefined })
    }
    return (
      <section className="k-page">
        <RefusalAlert refusal={refusal} mend={{ label: this.props.retry, onMend: retry }} />
      </section>
    )
  }
}
