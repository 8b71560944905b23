import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['{src,cards,adapters,prisma,manifest,test}/**/*.test.ts'],
    setupFiles: ['test/temporal-equality.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // One second is not enough on two cores that others use too.
    expect: { poll: { timeout: 20_000 } },
    pool: 'forks',
    maxWorkers: 2,
  },
});
