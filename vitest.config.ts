/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'db/**/*.test.ts',
      'scenarios/**/*.test.ts',
      'tests/*.test.ts',
      'tests/scenarios/*.test.ts',
      'tests/server/**/*.test.ts',
    ],
    // Verbs run on real database files: slower than a pure test, and two run at a time on two cores.
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
