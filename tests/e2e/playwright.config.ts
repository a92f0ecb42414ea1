import { defineConfig } from '@playwright/test'

// Electron is launched by the tests themselves: tests/support/launch.ts reads what set-up found (.setup/electron.mjs).
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // One window at a time: the tests type, scan and take pictures.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
