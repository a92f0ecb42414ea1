import { describe, expect, it } from 'vitest'
import { CarefulTarget } from '../../src/main/edge/backup/targets/careful-target'
import type { Target } from '../../src/main/edge/backup/targets/target'
import { Refusal } from '../../src/shared/errors'

const still = (put: () => Promise<void>): Target => ({
  address: 'memory',
  list: async () => [],
  get: async () => undefined,
  put,
  remove: async () => undefined,
  close: async () => undefined,
})

describe('a slow or broken line', () => {
  it('takes no more of it than it may', async () => {
    const target = new CarefulTarget(
      still(async () => undefined),
      { bytesPerSecond: 100_000, tries: 1, firstPauseMilliseconds: 1 },
    )
    const begun = Date.now()
    for (let at = 0; at < 5; at += 1) await target.put(`packs/${at}`, Buffer.alloc(10_000))
    // The first goes at once, each of the others waits for the one before.
    expect(Date.now() - begun).toBeGreaterThanOrEqual(380)
  })

  it('is tried again with growing pauses, and given up with its reason', async () => {
    const at: number[] = []
    const failing = (times: number): Target =>
      still(async () => {
        at.push(Date.now())
        if (at.length <= times) throw new Refusal('backup.targetUnreachable', { address: 'x', reason: 'test' })
      })
    const care = { bytesPerSecond: 0, tries: 4, firstPauseMilliseconds: 20 }
    await new CarefulTarget(failing(2), care).put('a', Buffer.alloc(1))
    expect(at.length).toBe(3)
    expect((at[2] ?? 0) - (at[1] ?? 0)).toBeGreaterThanOrEqual(55)
    at.length = 0
    await expect(new CarefulTarget(failing(9), care).put('a', Buffer.alloc(1))).rejects.toMatchObject({
      code: 'backup.targetUnreachable',
    })
    expect(at.length).toBe(4)
  })

  it('does not try again what will not pass by waiting', async () => {
    let tries = 0
    const full = still(async () => {
      tries += 1
      throw new Refusal('backup.targetFull', { address: 'x' })
    })
    const care = { bytesPerSecond: 0, tries: 4, firstPauseMilliseconds: 1 }
    await expect(new CarefulTarget(full, care).put('a', Buffer.alloc(1))).rejects.toMatchObject({
      code: 'backup.targetFull',
    })
    expect(tries).toBe(1)
  })
})
