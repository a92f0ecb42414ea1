/** Gives the present instant. Replayed and demonstration days bring their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()

/** A clock that stands until it is set; for replays, demonstrations and tests. */
export function settableClock(start: string): Clock & { set(instant: string): void } {
  let now = new Date(start)
  return Object.assign(() => new Date(now), {
    set(instant: string) {
      now = new Date(instant)
    },
  })
}
