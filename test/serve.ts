import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"

/** A server on loopback for a test. Only a program that names it in `allow` can reach it. */
export async function serve(answer: RequestListener) {
  let visits = 0
  const asked: string[] = []
  const server = createServer((request, response) => {
    visits += 1
    asked.push(request.url ?? "")
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    asked,
    visits: () => visits,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
