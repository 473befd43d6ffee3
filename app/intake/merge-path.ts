/** One row of an issue's log, oldest first. */
export type MergeEvent = { action: string; detail: Record<string, unknown> }

/**
 * Through which heads an issue came to where it is merged now, the first one first: merged into A, which was then merged
 * into B, it came through A and B. Empty once it stands alone.
 */
export function mergePathOf(events: readonly MergeEvent[]): string[] {
  let path: string[] = []
  for (const { action, detail } of events) {
    if (action === "issue.merged") path.push(String(detail.intoId))
    else if (action === "issue.reopened") path = []
    else if (action === "issue.unmerged") {
      // Back under the head it had come along with, it is there as it was before.
      const { backToId } = detail
      path = typeof backToId === "string" ? path.slice(0, path.lastIndexOf(backToId) + 1) : []
    }
  }
  return path
}
