/** Commands as scans: what the printed sheet beside the screen says instead of a key. */

/** The tasks of a station, in the order of their keys on its first page. */
export const stationTasks = [
  'work',
  'receive',
  'putaway',
  'wave',
  'pick',
  'pack',
  'ship',
  'count',
  'move',
  'sort',
  'load',
  'unit',
  'inspect',
  'make',
] as const
export type StationTaskName = (typeof stationTasks)[number]

const buttons = ['confirm', 'short', 'skip', 'undo', 'back', 'signoff'] as const
export type StationButton = (typeof buttons)[number]

export type StationCommand =
  | { readonly kind: 'task'; readonly task: StationTaskName }
  | { readonly kind: 'button'; readonly button: StationButton }
  | { readonly kind: 'quantity'; readonly text: string }
  /** one key of the pad on the screen, or the number of a choice */
  | { readonly kind: 'key'; readonly key: string }
  /** printed on a sheet of another version */
  | { readonly kind: 'unknown' }

export const COMMAND_PREFIX = 'KONTOR:'

/** A command, or undefined for any other scan. */
export function readCommand(scan: string): StationCommand | undefined {
  const text = scan.trim().toUpperCase()
  if (!text.startsWith(COMMAND_PREFIX)) return undefined
  const [word = '', value] = text.slice(COMMAND_PREFIX.length).split(':')
  const name = word.toLowerCase()
  const task = stationTasks.find((known) => known === name)
  if (task !== undefined && value === undefined) return { kind: 'task', task }
  const button = buttons.find((known) => known === name)
  if (button !== undefined && value === undefined) return { kind: 'button', button }
  if (name === 'qty' && /^\d{1,9}(\.\d{1,6})?$/.test(value ?? '')) return { kind: 'quantity', text: value ?? '' }
  if (name === 'key' && /^([0-9.]|ERASE)$/.test(value ?? '')) return { kind: 'key', key: (value ?? '').toLowerCase() }
  return { kind: 'unknown' }
}

export function commandScan(word: string, value?: string | number): string {
  return `${COMMAND_PREFIX}${word.toUpperCase()}${value === undefined ? '' : `:${String(value).toUpperCase()}`}`
}
