import { existsSync, mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../..')

/**
 * One file that plain Node runs, made of a program (`tests/support/busy-engine.ts`) and the sources it imports: to be
 * started as a process of its own and ended in any way. Returns its path.
 */
export async function bundle(program: string): Promise<string> {
  const name = basename(program, '.ts')
  const outDir = join(root, 'node_modules/.cache/kontor-tests', `${name}-${process.pid}`)
  mkdirSync(outDir, { recursive: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node22',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: join(root, program),
        output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  })
  const path = join(outDir, `${name}.mjs`)
  if (!existsSync(path)) throw new Error(`the bundle ${path} was not made`)
  return path
}
