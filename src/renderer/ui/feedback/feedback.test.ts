import { describe, expect, it } from 'vitest'
import { createFeedback, feedback } from './feedback'

describe('feedback', () => {
  it('is silent, not broken, without a sound system', () => {
    expect(() => {
      feedback.right()
      feedback.done()
      feedback.wrong('wrong bin', 'en')
    }).not.toThrow()
  })

  it('survives a sound system that throws', () => {
    const broken = createFeedback({
      audio: () => {
        throw new Error('no device')
      },
      speech: () => {
        throw new Error('no voices')
      },
    })
    expect(() => {
      broken.right()
      broken.wrong('reason', 'zh-CN')
      broken.say('text', 'en')
    }).not.toThrow()
  })

  it('asks for no sound when muted', () => {
    let asked = 0
    const quiet = createFeedback({
      audio: () => {
        asked += 1
        return undefined
      },
      speech: () => undefined,
    })
    quiet.right()
    quiet.setMuted(true)
    quiet.right()
    quiet.wrong('x')
    expect(asked).toBe(1)
  })
})
