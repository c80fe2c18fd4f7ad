import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from '../app/cli/boot/browser.ts';
import { freePort } from '../app/cli/boot/ports.ts';

// Workers read this file again and must see the port that the first reading chose.
process.env.XINQIAO_JOURNEYS_PORT ??= String(await freePort());

const { executablePath, env, args } = findBrowser();
const output = '.output';

export default defineConfig({
  testDir: 'journeys',
  globalSetup: './journeys/server.ts',
  outputDir: `${output}/playwright`,
  reporter: [['list'], ['json', { outputFile: `${output}/journeys.json` }]],
  workers: 2,
  timeout: 60_000,
  forbidOnly: true,
  // A shared machine may stall; what fails twice is broken.
  retries: process.env.CI ? 1 : 0,
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${process.env.XINQIAO_JOURNEYS_PORT}`,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'on-first-retry', // a recording of every page costs as much as opening it
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, env: env as Record<string, string>, args: [...args] },
  },
});
