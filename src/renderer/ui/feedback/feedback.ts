/**
 * Tones and speech for the station: a short high tone for right, a low one for wrong, the reason spoken in the
 * person's language where the computer has a voice for it. Never throws: a computer without sound still works.
 */
import type { Language } from '../../../shared/values/format'

export interface Feedback {
  right(): void
  /** Low tone, then the reason spoken. */
  wrong(reason?: string, language?: Language): void
  /** A step or task is complete: two rising tones. */
  done(): void
  say(text: string, language: Language): void
  setMuted(muted: boolean): void
}

export interface FeedbackDevices {
  readonly audio: () => AudioContext | undefined
  readonly speech: () => SpeechSynthesis | undefined
}

interface Tone {
  readonly hertz: number
  readonly atMs: number
  readonly lengthMs: number
  readonly shape: OscillatorType
}

const tones = {
  right: [{ hertz: 1760, atMs: 0, lengthMs: 90, shape: 'sine' }],
  wrong: [
    { hertz: 196, atMs: 0, lengthMs: 180, shape: 'square' },
    { hertz: 165, atMs: 200, lengthMs: 260, shape: 'square' },
  ],
  done: [
    { hertz: 1319, atMs: 0, lengthMs: 80, shape: 'sine' },
    { hertz: 1976, atMs: 100, lengthMs: 140, shape: 'sine' },
  ],
} as const satisfies Record<string, readonly Tone[]>

function play(context: AudioContext, tone: Tone): void {
  const oscillator = context.createOscillator()
  const gain = context.createGain()
  const start = context.currentTime + tone.atMs / 1000
  const end = start + tone.lengthMs / 1000
  const loudness = tone.shape === 'square' ? 0.25 : 0.5
  oscillator.type = tone.shape
  oscillator.frequency.value = tone.hertz
  // Soft edges: a tone that is cut off clicks.
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(loudness, start + 0.008)
  gain.gain.setValueAtTime(loudness, end - 0.02)
  gain.gain.linearRampToValueAtTime(0, end)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(start)
  oscillator.stop(end)
}

/** Whatever happens in the sound system stays there. */
function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // No audio device, a refused context, a voice that is gone: the screen shows the same answer.
  }
}

export function createFeedback(devices: FeedbackDevices): Feedback {
  let muted = false
  const sound = (list: readonly Tone[]): void => {
    if (muted) return
    quietly(() => {
      const context = devices.audio()
      if (context === undefined) return
      if (context.state === 'suspended') void context.resume().catch(() => undefined)
      for (const tone of list) play(context, tone)
    })
  }
  const say = (text: string, language: Language): void => {
    if (muted || text === '') return
    quietly(() => {
      const speech = devices.speech()
      const voices = speech?.getVoices() ?? []
      const voice = voices.find((one) => one.lang.replace('_', '-').toLowerCase().startsWith(language.slice(0, 2)))
      // Chinese read by an English voice is noise: without a voice of the language there is the tone only.
      if (speech === undefined || voice === undefined) return
      const utterance = new SpeechSynthesisUtterance(text)
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = 1.1
      speech.cancel()
      speech.speak(utterance)
    })
  }
  return {
    right: () => sound(tones.right),
    done: () => sound(tones.done),
    wrong: (reason = '', language = 'en') => {
      sound(tones.wrong)
      say(reason, language)
    },
    say,
    setMuted: (next) => {
      muted = next
    },
  }
}

let context: AudioContext | undefined

/** The window's own sound. The context is made at the first tone, after the person has touched something. */
export const feedback: Feedback = createFeedback({
  audio: () => {
    if (context === undefined && typeof AudioContext === 'function') context = new AudioContext()
    return context
  },
  speech: () => (typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis),
})
