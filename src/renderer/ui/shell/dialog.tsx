import { Modal, type ModalProps } from 'antd'
import type { ReactNode } from 'react'

/**
 * A dialog with a form in it. Draw it only while it is open.
 * Hung into an element of its own: beside the body itself Ant Design locks scrolling with style tags that carry no
 * nonce, and the page's policy refuses them. The page does not scroll anyway.
 */
export function Dialog(props: Omit<ModalProps, 'open' | 'getContainer'>): ReactNode {
  return <Modal {...props} open getContainer={dialogRoot} />
}

function dialogRoot(): HTMLElement {
  const known = document.querySelector<HTMLElement>('#dialogs')
  if (known !== null) return known
  const root = document.createElement('div')
  root.id = 'dialogs'
  document.body.append(root)
  return root
}
