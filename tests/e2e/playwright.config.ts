import { defineConfig } from '@playwright/test'

// Electron is launched by the tests themselves: tests/support/launch.ts reads what set-up found (.setup/electron.mjs).
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // One window at a time: the tests type, scan and take pictures.
  workers: 1,
  // On a very busy machine a simulated scanner's keys come too slowly to be a scan; a second try tells that from a fault.
  retries: 2,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
