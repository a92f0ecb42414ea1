import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'electron-vite'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

// The oldest runtime the program must run on is the fallback Electron 33 (docs/decisions/0006): the output is lowered
// to what it knows, so that the fallback and the released Electron run the very same files.
const OLDEST_NODE = 'node20.18'
const OLDEST_CHROME = 'chrome130'

// One entry a process or worker thread; each becomes out/main/<name>.js. One that is not there yet is left out.
const MAIN_ENTRIES: Record<string, string> = {
  index: 'src/main/index.ts',
  engine: 'src/main/engine.ts',
  devices: 'src/main/devices.ts',
  cli: 'src/main/cli.ts',
  reader: 'src/main/reader.ts',
  backup: 'src/main/backup.ts',
}
const PRELOAD = 'src/main/edge/window/preload.ts'

const present = (entries: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(entries)
      .filter(([, path]) => existsSync(resolve(import.meta.dirname, path)))
      .map(([name, path]) => [name, resolve(import.meta.dirname, path)]),
  )

const everything: Required<UserConfig> = {
  main: {
    build: {
      target: OLDEST_NODE,
      sourcemap: true,
      // A program that is running may still load a chunk of its build: set-up removes what is old afterwards.
      emptyOutDir: false,
      rolldownOptions: {
        input: present(MAIN_ENTRIES),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: OLDEST_NODE,
      // A sandboxed preload can require nothing but 'electron', and only as CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: present({ index: PRELOAD }),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, 'src/renderer'),
    plugins: [react()],
    build: {
      target: OLDEST_CHROME,
      minify: true,
      chunkSizeWarningLimit: 4096,
      rolldownOptions: { input: resolve(import.meta.dirname, 'src/renderer/index.html') },
    },
  },
}

// KONTOR_BUILD=main,preload builds these parts only: the command line needs no renderer and starts sooner without.
const wanted = new Set((process.env['KONTOR_BUILD'] ?? 'main,preload,renderer').split(','))
const config: UserConfig = {}
if (wanted.has('main')) config.main = everything.main
if (wanted.has('preload') && existsSync(resolve(import.meta.dirname, PRELOAD))) config.preload = everything.preload
if (wanted.has('renderer')) config.renderer = everything.renderer

export default defineConfig(config)
