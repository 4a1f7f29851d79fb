import type { Fetcher, WebOptions } from "../../input/web/fetcher.js"

/** One fetcher for all who add, because it knows when it was where; nothing of it is loaded before it is needed. */
export function openedOnce(options: WebOptions = {}): () => Promise<Fetcher> {
  let fetcher: Promise<Fetcher> | undefined
  return () => {
    fetcher ??= import("../../input/web/fetcher.js").then(({ openFetcher }) => openFetcher(options))
    return fetcher
  }
}
