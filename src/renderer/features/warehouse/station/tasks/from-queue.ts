import { useEffect } from 'react'
import { useStation } from '../station-control'
import type { StationTask } from '../flows/flow'

/** The task that the queue sent somebody to comes first. */
export function beginningWith(tasks: readonly StationTask[], taskId: number | undefined): readonly StationTask[] {
  const first = tasks.find((task) => task.id === taskId)
  return first === undefined ? tasks : [first, ...tasks.filter((task) => task !== first)]
}

/** Once it is done, the queue says what is next from there: often something on the way back. */
export function useBackToQueue(tasks: readonly StationTask[], taskId: number | undefined): void {
  const { go } = useStation()
  const isDone = taskId !== undefined && tasks.some((task) => task.id === taskId && task.state !== 'open')
  useEffect(() => {
    if (isDone) go({ task: 'work' })
  }, [isDone, go])
}
