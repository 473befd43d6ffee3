import { expect, test } from "vitest"
import { renderPart, wordsOf } from "#tests/ui/render-part"
import { aWorld } from "#tests/world"
import { readIssue } from "~/intake/issue-views"
import { supportIssue } from "~/intake/issues"
import { FollowCode } from "~/intake/parts/FollowCode"
import { IssueAside } from "~/intake/parts/IssueAside"
import { anIssue } from "./factories"

test("whoever joined stands beside an issue with a telephone and a day that never break over two lines", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  const support = { name: "午先生", phone: "13900000009", content: "", reportedOn: "2026-10-08" }
  await supportIssue(ctx, { issueId, support })
  const issue = await readIssue(ctx, issueId)
  if (!issue.ok) throw new Error(issue.code)
  const markup = renderPart(<IssueAside issue={issue.value} follow={null} />)
  for (const whole of ["13900000009", "2026年10月8日"]) expect(markup).toContain(`<span class="seg">${whole}</span>`)
})

test("where no other device could open the page, the code is looked up by hand, and no piece of an address is shown", () => {
  const code = "3841 2956 07"
  const near = wordsOf(renderPart(<FollowCode follow={{ code, url: null }} />))
  expect(near).toContain("打开社区公示栏的网页，填上查询码就能查。")
  expect(near).not.toMatch(/网址|\//)
  const url = "https://yishi.example/c/zhenxing/board/follow/3841295607"
  const far = renderPart(<FollowCode follow={{ code, url }} />)
  expect(far).toContain("扫码看这个问题的进展")
  expect(wordsOf(far)).not.toContain("填上查询码")
})
