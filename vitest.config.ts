/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { LongestFirst } from './tests/longest-first.ts';
import { wireProject } from './tests/wire-project.ts';

export default getViteConfig({
  test: {
    // The default leaves a core idle: half the speed on a machine that has two.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/domain/**/*.test.ts', 'tests/*.test.ts', 'tests/scenarios/*.test.ts'],
          // Nothing here keeps state between files: loading everything once for each would cost most of the time.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'service',
          include: ['src/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/server/**/*.test.ts'],
          exclude: ['src/domain/**', 'tests/server/over-the-wire.test.ts'],
          // Whoever tries out many organisations here has a list of them.
          env: { ORGANISATIONS: 'off' },
          // Loaded once a worker: a file puts back what it changes of the environment.
          isolate: false,
          // Verbs run on real database files: slower than a pure test, and two run at a time on two cores.
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      { extends: true, test: wireProject('chosen') },
    ],
  },
});
