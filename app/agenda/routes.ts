import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const agendaRoutes: RouteConfigEntry[] = [
  route("topics", "agenda/pages/topics.tsx"),
  route("topics/new", "agenda/pages/topic-new.tsx"),
  route("topics/:topicId", "agenda/pages/topic.tsx"),
  route("topics/:topicId/proposal", "agenda/pages/proposal.tsx"),
  route("topics/:topicId/next", "agenda/pages/next-proposal.tsx"),
  route("topics/:topicId/edit", "agenda/pages/topic-edit.tsx"),
  route("topics/:topicId/procedure", "agenda/pages/procedure.tsx"),
  route("topics/:topicId/study", "agenda/pages/study.tsx"),
  route("topics/:topicId/chain", "agenda/pages/chain.tsx"),
  route("photos/:photoId", "agenda/pages/photo.ts"),
]
