/** What the page asks the shell about backups. In a browser there is no shell: they are kept where the program runs. */
import { useCallback, useState } from 'react'
import type { BackupCalls, BackupState, BackupVerb } from '../../../shared/backups'
import { Refusal, type RefusalData } from '../../../shared/errors'
import { SHELL_CHANNELS } from '../../../shared/shell'
import { shell } from '../engine'
import { useShellState } from './shell-state'

/** Throws a Refusal. */
export async function askBackup<V extends BackupVerb>(
  verb: V,
  input: BackupCalls[V]['input'],
): Promise<BackupCalls[V]['answer']> {
  if (shell === undefined) throw new Refusal('backup.notInBrowser')
  const reply = await shell.backup(verb, input)
  if ('refusal' in reply) throw new Refusal(reply.refusal.code, reply.refusal.params, reply.refusal.field)
  return reply.answer
}

const askState = (): Promise<BackupState> => askBackup('state', null)

/** How the backups of this PC stand. */
export const useBackupState = (): BackupState | undefined => useShellState(SHELL_CHANNELS.backupState, askState)

export interface BackupAction<V extends BackupVerb> {
  run(input: BackupCalls[V]['input']): Promise<BackupCalls[V]['answer'] | undefined>
  readonly isRunning: boolean
  readonly refusal: RefusalData | undefined
}

/** One call for a page: running, refused, or answered. */
export function useBackupAction<V extends BackupVerb>(verb: V): BackupAction<V> {
  const [isRunning, setRunning] = useState(false)
  const [refusal, setRefusal] = useState<RefusalData>()
  const run = useCallback(
    async (input: BackupCalls[V]['input']) => {
      setRunning(true)
      setRefusal(undefined)
      try {
        return await askBackup(verb, input)
      } catch (error) {
        setRefusal(
          error instanceof Refusal ? error.toData() : { code: 'app.unexpected', params: { reference: 'backup' } },
        )
        return undefined
      } finally {
        setRunning(false)
      }
    },
    [verb],
  )
  return { run, isRunning, refusal }
}
