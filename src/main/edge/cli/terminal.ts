import { createInstance, type i18n, type TFunction } from 'i18next'
import { Refusal } from '../../../shared/errors'
import { addFormats, preferredLanguage, translationOptions } from '../../../shared/i18n'
import type { Language } from '../../../shared/values/format'

export interface Progress {
  /** Shows that `done` of `total` is reached. Cheap to call often. */
  at(done: number, total: number, note?: string): void
  end(): void
}

/**
 * What a command says: its answer on standard output (text, or with `--json` exactly one object), everything else on
 * standard error. Never asks a question.
 */
export interface Terminal {
  readonly json: boolean
  readonly language: Language
  readonly t: TFunction
  /** Where this program's built files are. */
  readonly programFolder: URL
  answer(value: object, text: () => string): void
  say(text: string): void
  progress(label: string): Progress
  failureOf(error: unknown): Failure
}

export function openTerminal(argv: readonly string[], programFolder: URL): Terminal {
  const json = argv.includes('--json')
  const language = languageOf(argv)
  const translations = createInstance()
  // Answers at once: the texts are in the program (initAsync is off).
  void translations.init(translationOptions(language))
  addFormats(translations)
  const { t } = translations
  return {
    json,
    language,
    t,
    programFolder,
    answer: (value, text) => write(json ? JSON.stringify(value) : text()),
    say: (text) => void process.stderr.write(`${text}\n`),
    progress: (label) => (json ? SILENT : progressOn(process.stderr, label)),
    failureOf: (error) => failureOf(error, translations),
  }
}

/** `--lang`, or what the environment asks for; a variable that is empty counts as not set (POSIX). */
function languageOf(argv: readonly string[]): Language {
  const asked =
    argv.find((_, index) => argv[index - 1] === '--lang') ??
    argv.find((argument) => argument.startsWith('--lang='))?.slice('--lang='.length)
  const { LC_ALL, LC_MESSAGES, LANG } = process.env
  return preferredLanguage([[asked, LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? 'en'])
}

function write(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

const SILENT: Progress = { at: () => undefined, end: () => undefined }
const BAR_WIDTH = 30
const FRAME_MILLISECONDS = 100

/** A bar that redraws itself on a terminal; on anything else one line for each tenth. */
function progressOn(stream: NodeJS.WriteStream, label: string): Progress {
  let shownAt = 0
  let tenth = -1
  const line = (done: number, total: number, note: string): string => {
    const part = total > 0 ? Math.min(1, done / total) : 0
    const filled = Math.round(part * BAR_WIDTH)
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
    return `${label} ${bar} ${String(Math.floor(part * 100)).padStart(3)} % ${note}`.trimEnd()
  }
  return {
    at(done, total, note = '') {
      if (stream.isTTY) {
        const now = Date.now()
        if (now - shownAt < FRAME_MILLISECONDS && done < total) return
        shownAt = now
        stream.write(`\r\u001B[K${line(done, total, note)}`)
        return
      }
      const reached = total > 0 ? Math.floor((done / total) * 10) : 0
      if (reached === tenth) return
      tenth = reached
      stream.write(`${line(done, total, note)}\n`)
    },
    end() {
      if (stream.isTTY) stream.write('\n')
    },
  }
}

export interface Failure {
  readonly code: string
  readonly message: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** What went wrong, in the language of the terminal: a refusal by its text, anything else by what it says itself. */
function failureOf(error: unknown, translations: i18n): Failure {
  if (!(error instanceof Refusal)) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    return { code: typeof code === 'string' ? code : 'app.unexpected', message: String(message ?? error) }
  }
  const { code, params } = error
  const key = `refusals.${code}`
  const message = translations.exists(key, params)
    ? translations.t(key as 'refusals.ui.unknown', params as { code: string })
    : translations.t('refusals.ui.unknown', { code })
  return { code, message, params }
}
