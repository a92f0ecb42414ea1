import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  plugins: [react()],
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/e2e/**', 'tests/support/boundary-fixture/**'],
    // Each file in its own process: native modules and kill -9 tests must not meet in one.
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
