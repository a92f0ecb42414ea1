import { describe, expect, it } from 'vitest'
import { readScan, ScanRouter } from './scan-router'

const scan = (text: string) => readScan(text, 'device')

describe('scan router', () => {
  it('splits the symbology from the code', () => {
    expect(readScan(']C10106901234567892', 'device')).toEqual({
      text: '0106901234567892',
      symbology: ']C1',
      source: 'device',
    })
    expect(readScan(']C1', 'device')).toMatchObject({ text: ']C1', symbology: undefined })
    expect(readScan('A-03-2', 'keyboard')).toMatchObject({ text: 'A-03-2', symbology: undefined })
  })

  it('asks the topmost first, and the next where it declines', () => {
    const router = new ScanRouter(() => 0)
    const got: string[] = []
    router.take(1, ({ text }) => void got.push(`page ${text}`))
    const leave = router.take(5, ({ text }) => {
      got.push(`dialog ${text}`)
      return text !== 'other'
    })
    router.deliver(scan('mine'))
    router.deliver(scan('other'))
    leave()
    router.deliver(scan('again'))
    expect(got).toEqual(['dialog mine', 'dialog other', 'page other', 'page again'])
  })

  it('says so when nobody takes a scan', () => {
    const router = new ScanRouter(() => 0)
    const lost: string[] = []
    router.onUnclaimed = ({ text }) => void lost.push(text)
    expect(router.isWanted).toBe(false)
    router.deliver(scan('x'))
    expect(lost).toEqual(['x'])
  })

  it('counts one trigger pull once, and the next one again', () => {
    let now = 0
    const router = new ScanRouter(() => now)
    let count = 0
    router.take(1, () => {
      count += 1
    })
    for (const at of [0, 100, 300, 900]) {
      now = at
      router.deliver(scan('6901234567892'))
    }
    expect(count).toBe(2)
  })
})
