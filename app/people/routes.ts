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
export const peopleRoutes: RouteConfigEntry[] = [
  route("registers", "people/pages/registers.tsx"),
  route("registers/template.xlsx", "people/pages/template.ts"),
  route("registers/grids", "people/pages/grids.tsx"),
  route("registers/grids/:gridId", "people/pages/grid.tsx"),
  route("registers/persons", "people/pages/persons.tsx"),
  route("registers/persons/new", "people/pages/person-new.tsx"),
  route("registers/persons/:personId", "people/pages/person.tsx"),
  route("registers/persons/:personId/consents", "people/pages/person-consents.tsx"),
  route("registers/delegates", "people/pages/delegates.tsx"),
  route("registers/delegates/new", "people/pages/delegate-new.tsx"),
  route("registers/delegates/:delegateId", "people/pages/delegate.tsx"),
  route("registers/representatives", "people/pages/representatives.tsx"),
  route("registers/representatives/new", "people/pages/representative-new.tsx"),
  route("registers/representatives/:representativeId", "people/pages/representative.tsx"),
  route("registers/organizations", "people/pages/organizations.tsx"),
  route("registers/organizations/:organizationId", "people/pages/organization.tsx"),
  route("registers/resident-groups", "people/pages/resident-groups.tsx"),
  route("registers/resident-groups/:groupId", "people/pages/resident-group.tsx"),
  route("registers/bodies", "people/pages/bodies.tsx"),
  route("registers/bodies/new", "people/pages/body-new.tsx"),
  route("registers/bodies/:bodyId", "people/pages/body.tsx"),
  route("registers/bodies/:bodyId/edit", "people/pages/body-edit.tsx"),
  route("registers/bodies/:bodyId/seat", "people/pages/body-seat.tsx"),
  route("registers/bodies/:bodyId/terms/:termId", "people/pages/body-term.tsx"),
  route("accounts", "people/pages/accounts.tsx"),
  route("accounts/new", "people/pages/account-new.tsx"),
  route("accounts/own", "people/pages/own-sessions.tsx"),
  route("accounts/passwords", "people/pages/account-passwords.tsx"),
  route("accounts/:accountId", "people/pages/account.tsx"),
  route("settings", "people/pages/settings.tsx"),
]
