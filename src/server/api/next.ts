import type { Context } from "hono"

/** Says where the part of an answer behind this one is (RFC 8288). */
export function linkNext(context: Context, cursor: string | undefined): void {
  if (cursor === undefined) return
  const { pathname, searchParams } = new URL(context.req.url)
  searchParams.set("cursor", cursor)
  context.header("link", `<${pathname}?${searchParams}>; rel="next"`)
}
