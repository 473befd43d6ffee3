import { type RouteConfigEntry, route } from "@react-router/dev/routes"

/** Below `/c/:community`, behind the members' gate. */
export const pollingRoutes: RouteConfigEntry[] = [
  route("polls", "polling/pages/polls.tsx"),
  route("polls/new", "polling/pages/poll-new.tsx"),
  route("polls/:pollId", "polling/pages/poll.tsx"),
  route("polls/:pollId/edit", "polling/pages/poll-edit.tsx"),
  route("polls/:pollId/announce", "polling/pages/poll-announce.tsx"),
  route("polls/:pollId/roll", "polling/pages/poll-roll.tsx"),
  route("polls/:pollId/papers", "polling/pages/poll-papers.tsx"),
  route("polls/:pollId/papers/:paper", "polling/pages/poll-paper.tsx"),
  route("polls/:pollId/papers/:paper/preview.pdf", "polling/pages/poll-paper-preview.ts"),
  route("polls/:pollId/ballots", "polling/pages/poll-ballots.tsx"),
  route("polls/:pollId/check", "polling/pages/poll-check.tsx"),
  route("polls/:pollId/count", "polling/pages/poll-count.tsx"),
  route("polls/:pollId/close", "polling/pages/poll-close.tsx"),
  route("polls/:pollId/proclaim", "polling/pages/poll-proclaim.tsx"),
  route("polls/:pollId/result", "polling/pages/poll-result.tsx"),
  route("polls/:pollId/cancel", "polling/pages/poll-cancel.tsx"),
]
