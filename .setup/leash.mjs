// Loaded into the command line before its own code (see process.mjs). npm hands a signal to the shell it started, and
// some shells die of it without telling the program behind them: losing the parent then counts as the signal.
import { isMainThread } from 'node:worker_threads'

if (isMainThread && process.platform !== 'win32' && process.env.npm_lifecycle_event) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 250)
  watch.unref()
}
