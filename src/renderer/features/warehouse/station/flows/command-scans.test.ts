import { describe, expect, it } from 'vitest'
import { commandScan, readCommand, stationTasks } from './command-scans'

describe('command scans', () => {
  it('reads every task and button of the sheet', () => {
    for (const task of stationTasks) expect(readCommand(commandScan(task))).toEqual({ kind: 'task', task })
    for (const button of ['confirm', 'short', 'skip', 'undo', 'back', 'signoff'] as const) {
      expect(readCommand(commandScan(button))).toEqual({ kind: 'button', button })
    }
  })

  it('reads quantities and keys of the pad', () => {
    expect(readCommand('KONTOR:QTY:12')).toEqual({ kind: 'quantity', text: '12' })
    expect(readCommand('KONTOR:QTY:0.5')).toEqual({ kind: 'quantity', text: '0.5' })
    expect(readCommand('KONTOR:KEY:7')).toEqual({ kind: 'key', key: '7' })
    expect(readCommand(commandScan('key', 'erase'))).toEqual({ kind: 'key', key: 'erase' })
  })

  it('is not fooled by case and by goods', () => {
    expect(readCommand(' kontor:confirm ')).toEqual({ kind: 'button', button: 'confirm' })
    expect(readCommand('6901234567892')).toBeUndefined()
    expect(readCommand('A01-03-2')).toBeUndefined()
  })

  it.each(['KONTOR:', 'KONTOR:DANCE', 'KONTOR:QTY', 'KONTOR:QTY:-1', 'KONTOR:CONFIRM:2', 'KONTOR:KEY:12'])(
    'says that it does not know %s',
    (scan) => expect(readCommand(scan)).toEqual({ kind: 'unknown' }),
  )
})
