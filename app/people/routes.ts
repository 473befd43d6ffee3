import { index, type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Outside every community. */
export const entryRoutes: RouteConfigEntry[] = [
  index("people/pages/home.ts"),
  route("first-run", "people/pages/first-run.tsx"),
  route("sign-in", "people/pages/sign-in.tsx"),
  route("sign-out", "people/pages/sign-out.ts"),
  route("scale", "people/pages/scale.ts"),
  route("password", "people/pages/password.tsx"),
]

/** Below `/c/:community`, behind the members' gate. */
export const peopleRoutes: RouteConfigEntry[] = []
