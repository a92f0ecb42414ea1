import { defineConfig } from '@playwright/test'

// Electron is launched by the tests themselves: tests/support/launch.ts reads what set-up found (.setup/electron.mjs).
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // One window at a time: the tests type, scan and take pictures.
  workers: 1,
  // On a computer busy with other work a simulated scanner's keys can come too slowly to be a scan: one more try, and
  // the report calls it flaky.
  retries: 1,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
