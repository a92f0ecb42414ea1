/** What the page asks the shell about backups. In a browser there is no shell: they are kept where the program runs. */
import { useCallback, useEffect, useState } from 'react'
import type { BackupCalls, BackupState, BackupVerb } from '../../../shared/backups'
import { Refusal, type RefusalData } from '../../../shared/errors'
import { SHELL_CHANNELS } from '../../../shared/shell'
import { shell } from '../engine'

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

/** How the backups of this PC stand, now and at each change; undefined until it is known, and in a browser. */
export function useBackupState(): BackupState | undefined {
  const [state, setState] = useState<BackupState>()
  useEffect(() => {
    if (shell === undefined) return undefined
    const onMessage = (event: MessageEvent<{ channel?: string; payload?: unknown }>): void => {
      if (event.source === window && event.data.channel === SHELL_CHANNELS.backupState) {
        setState(event.data.payload as BackupState)
      }
    }
    window.addEventListener('message', onMessage)
    askBackup('state', null).then(setState, () => undefined)
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return state
}

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
