/** What a page's head says to search engines; `tellRobots` says the same of every answer. */
export const robotsMeta = (isIndexable: boolean | undefined) =>
  isIndexable ? [] : [{ name: "robots", content: "noindex, nofollow" }]
