import { type ReactNode, useEffect, useRef } from 'react'
import { InModalContext } from './use-shortcuts'

export interface ModalFrameProps {
  readonly label: string
  readonly className?: string
  readonly onClose: () => void
  /** Stays until it is no longer drawn: a second Escape closes any other dialog of the browser. */
  readonly isHeld?: boolean
  readonly children: ReactNode
}

/**
 * A dialog in the browser's own top layer: it traps the focus, closes with Escape or a click beside it, and gives the
 * focus back. Draw it only while it is open.
 */
export function ModalFrame(props: ModalFrameProps): ReactNode {
  const { label, className = '', onClose, isHeld = false, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const element = dialog.current
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // The keyboard's way to close is Escape (`onCancel`); the click is a convenience for the mouse.
    <dialog
      ref={dialog}
      className={`k-modal ${className}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={(event) => {
        if (isHeld && event.currentTarget.isConnected && !event.currentTarget.open) event.currentTarget.showModal()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <InModalContext value={true}>
        <div className="k-modal-body">{children}</div>
      </InModalContext>
    </dialog>
  )
}
