import { defineConfig } from "vitest/config"

export default defineConfig({
  test: {
    include: [
      "src/**/*.test.ts",
      "test/**/*.test.ts",
      "spec/**/*.test.ts",
      "bench/**/*.test.ts",
      "training/**/*.test.ts",
    ],
    isolate: false,
    testTimeout: 60_000,
  },
})
