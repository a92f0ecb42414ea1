import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ModalFrame } from './modal-frame'
import { ShortcutKeys } from './shortcut-keys'
import { type PaletteItem, type PaletteSection, usePaletteSearch } from './use-palette-search'
import { useShortcuts } from './use-shortcuts'
import './shell.css'

export type { PaletteItem, PaletteSection } from './use-palette-search'

export interface CommandPaletteProps {
  /** Asked in parallel with each change of the text; shown in this order. With no text they may offer what is recent. */
  readonly sections: readonly PaletteSection[]
}

function Option(props: { id: string; item: PaletteItem; isActive: boolean; onRun: () => void; onPoint: () => void }) {
  const { id, item, isActive, onRun, onPoint } = props
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="k-palette-item"
      ref={isActive ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
      onClick={onRun}
      onPointerMove={onPoint}
    >
      {item.icon}
      <span className="k-palette-title">{item.title}</span>
      {item.detail === undefined ? null : <span className="k-palette-detail">{item.detail}</span>}
      {item.keys === undefined ? null : <ShortcutKeys keys={item.keys} />}
    </div>
  )
}

function PaletteDialog(props: CommandPaletteProps & { readonly onClose: () => void }): ReactNode {
  const { sections, onClose } = props
  const { t } = useTranslation()
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { answers, isSearching } = usePaletteSearch(sections, text)
  const items = answers.flatMap((answer) => answer.items)
  const current = Math.min(active, items.length - 1)

  const run = (item: PaletteItem | undefined): void => {
    if (item === undefined) return
    onClose()
    item.onRun()
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
    const step = steps[event.key]
    if (step !== undefined) setActive(Math.max(0, Math.min(items.length - 1, current + step)))
    else if (event.key === 'Enter') run(items[current])
    else return
    event.preventDefault()
  }

  return (
    <ModalFrame label={t('ui.palette.title')} className="k-palette" onClose={onClose}>
      <input
        className="k-palette-input"
        role="combobox"
        aria-expanded={items.length > 0}
        aria-controls={listId}
        aria-activedescendant={current >= 0 ? `${listId}-${String(current)}` : undefined}
        aria-label={t('ui.palette.placeholder')}
        placeholder={t('ui.palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('ui.palette.title')}
        className="k-palette-list"
        aria-busy={isSearching}
      >
        {answers
          .filter((answer) => answer.items.length > 0 || answer.hasFailed)
          .map((answer) => (
            <div key={answer.key} role="group" aria-label={answer.title}>
              <div className="k-palette-section" aria-hidden="true">
                {answer.title}
              </div>
              {answer.hasFailed ? <div className="k-palette-note">{t('ui.palette.failed')}</div> : null}
              {answer.items.map((item) => {
                const at = items.indexOf(item)
                return (
                  <Option
                    key={item.key}
                    id={`${listId}-${String(at)}`}
                    item={item}
                    isActive={at === current}
                    onRun={() => run(item)}
                    onPoint={() => setActive(at)}
                  />
                )
              })}
            </div>
          ))}
      </div>
      {items.length === 0 && !isSearching ? (
        <p className="k-palette-note" role="status">
          {text.trim() === '' ? t('ui.palette.hint') : t('ui.palette.nothing', { text: text.trim() })}
        </p>
      ) : null}
    </ModalFrame>
  )
}

/** Place once in the shell. Ctrl+K searches documents, items, partners, pages and actions. */
export function CommandPalette(
  props: CommandPaletteProps & { readonly open: boolean; readonly onOpenChange: (open: boolean) => void },
): ReactNode {
  const { sections, open, onOpenChange } = props
  const { t } = useTranslation()
  useShortcuts(t('ui.shortcuts.everywhere'), [
    { keys: 'Ctrl+K', label: t('ui.palette.title'), run: () => onOpenChange(true) },
  ])
  return open ? <PaletteDialog sections={sections} onClose={() => onOpenChange(false)} /> : null
}
