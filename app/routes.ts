import { index, layout, prefix, type RouteConfig, route } from "@react-router/dev/routes"
import { agendaRoutes } from "./agenda/routes"
import { boardRoutes } from "./board/routes"
import { chamberRoutes, hallRoutes, seatRoutes } from "./chamber/routes"
import { conveningRoutes } from "./convening/routes"
import { deskRoutes } from "./desk/routes"
import { estatesRoutes } from "./estates/routes"
import { followupRoutes } from "./followup/routes"
import { intakeRoutes } from "./intake/routes"
import { entryRoutes, peopleRoutes } from "./people/routes"
import { pollingRoutes } from "./polling/routes"
import { recordsRoutes } from "./records/routes"
import { rulebookRoutes } from "./rulebook/routes"

/** Every address of the house; each room lists its own in its `routes.ts`. */
export default [
  ...entryRoutes,
  ...prefix("c/:community", [
    layout("people/pages/member-layout.tsx", [
      index("desk/pages/desk.tsx"),
      ...peopleRoutes,
      ...estatesRoutes,
      ...rulebookRoutes,
      ...intakeRoutes,
      ...agendaRoutes,
      ...conveningRoutes,
      ...chamberRoutes,
      ...pollingRoutes,
      ...recordsRoutes,
      ...followupRoutes,
      ...deskRoutes,
    ]),
    // The chamber's screens have frames of their own: the gate stands there, the letterhead does not.
    layout("people/pages/member-frame.ts", hallRoutes),
    layout("people/pages/seat-layout.ts", [...seatRoutes, ...boardRoutes]),
  ]),
  route("*", "people/pages/not-found.ts"),
] satisfies RouteConfig
