import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes"

/** The table of addresses, room by room. */
export default [
  index("people/pages/home.ts"),
  route("first-run", "people/pages/first-run.tsx"),
  route("sign-in", "people/pages/sign-in.tsx"),
  route("sign-out", "people/pages/sign-out.ts"),
  route("scale", "people/pages/scale.ts"),
  route("password", "people/pages/password.tsx"),
  ...prefix("c/:community", [
    layout("people/pages/member-layout.tsx", [
      index("desk/pages/desk.tsx"),
    ]),
  ]),
  route("*", "people/pages/not-found.ts"),
] satisfies RouteConfig
