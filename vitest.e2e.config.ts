import { defineConfig } from "vitest/config"

// What a person does in a browser, against the built command: npm run test:e2e
export default defineConfig({
  test: { include: ["test/e2e/**/*.e2e.ts"], testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false },
})
