import type { ReactNode } from 'react'

const isMac = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)
const macNames: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }
const signs: Readonly<Record<string, string>> = {
  Enter: '↵',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
}

/** Keys as they stand on the keyboard: `<ShortcutKeys keys="Ctrl+Enter" />`. Decoration: the control itself carries `aria-keyshortcuts`. */
export function ShortcutKeys(props: { readonly keys: string }): ReactNode {
  const parts = props.keys.split('+')
  return (
    <span className="k-kbd" aria-hidden="true">
      {parts.map((part) => (
        <kbd key={part}>{(isMac ? macNames[part] : undefined) ?? signs[part] ?? part}</kbd>
      ))}
    </span>
  )
}
