import { describe, expect, it } from 'vitest'
import { ariaKeys, isPlain, matches, parseKeys, ShortcutRegistry } from './shortcuts'

const press = (key: string, code: string, more: object = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('shortcuts', () => {
  it('reads and matches chords', () => {
    const enter = parseKeys('Ctrl+Enter')
    expect(matches(enter, press('Enter', 'Enter', { ctrlKey: true }))).toBe(true)
    expect(matches(enter, press('Enter', 'Enter', { metaKey: true }))).toBe(true)
    expect(matches(enter, press('Enter', 'Enter'))).toBe(false)
    expect(matches(enter, press('Enter', 'Enter', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(matches(parseKeys('?'), press('?', 'Slash', { shiftKey: true }))).toBe(true)
    expect(matches(parseKeys('Alt+1'), press('¡', 'Digit1', { altKey: true }))).toBe(true)
    expect(matches(parseKeys('N'), press('n', 'KeyN'))).toBe(true)
    expect(matches(parseKeys('N'), press('N', 'KeyN', { shiftKey: true }))).toBe(false)
  })

  it('knows the key behind an input method', () => {
    expect(matches(parseKeys('N'), press('Process', 'KeyN'))).toBe(true)
    expect(matches(parseKeys('Ctrl+K'), press('Process', 'KeyK', { ctrlKey: true }))).toBe(true)
    expect(matches(parseKeys('?'), press('？', 'Slash', { shiftKey: true }))).toBe(true)
  })

  it('tells plain characters from chords', () => {
    expect(['N', '/', 'F4', 'Ctrl+K', 'Escape'].map((keys) => isPlain(parseKeys(keys)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
    expect(ariaKeys('Ctrl+Enter')).toBe('Control+Enter')
  })

  it('lets the innermost win, spares fields, and stops at a dialog', () => {
    const registry = new ShortcutRegistry()
    const group = (order: number, title: string, inModal = false) => ({
      order,
      title,
      inModal,
      shortcuts: [{ keys: 'N', label: title, run: () => undefined }],
    })
    registry.add(group(1, 'page'))
    const leave = registry.add(group(2, 'list'))
    const where = { inField: false, modalOpen: false }
    expect(registry.find(press('n', 'KeyN'), where)?.label).toBe('list')
    leave()
    expect(registry.find(press('n', 'KeyN'), where)?.label).toBe('page')
    expect(registry.find(press('n', 'KeyN'), { ...where, inField: true })).toBeUndefined()
    expect(registry.find(press('n', 'KeyN'), { ...where, modalOpen: true })).toBeUndefined()
    registry.add(group(3, 'dialog', true))
    expect(registry.find(press('n', 'KeyN'), { ...where, modalOpen: true })?.label).toBe('dialog')
  })
})
