import { runCommandLine } from './edge/cli'

process.exitCode = await runCommandLine(process.argv.slice(2), new URL('./', import.meta.url))
