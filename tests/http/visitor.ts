/** A browser without scripts: it keeps cookies and says where its forms come from. */
export type Visitor = {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  post: (
    path: string,
    fields: Record<string, string | string[]> | FormData,
    headers?: Record<string, string>,
  ) => Promise<Response>
  cookies: Map<string, string>
}

export function aVisitor(origin: string, cookies: Record<string, string> = {}): Visitor {
  const jar = new Map(Object.entries(cookies))
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set("Cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "))
    const response = await fetch(new URL(path, origin), { ...init, headers, redirect: "manual" })
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(";")[0]!.split("=") as [string, string]
      if (/Max-Age=0\b/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return response
  }
  return {
    cookies: jar,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, fields, headers = {}) => {
      const isForm = fields instanceof FormData
      const body = isForm ? fields : new URLSearchParams(pairsOf(fields))
      return ask(path, { method: "POST", body, headers: { Origin: origin, ...headers } })
    },
  }
}

const pairsOf = (fields: Record<string, string | string[]>): [string, string][] =>
  Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  )
