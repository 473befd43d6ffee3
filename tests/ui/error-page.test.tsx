import { expect, test } from "vitest"
import { renderPart, wordsOf } from "#tests/ui/render-part"
import { sentenceHtml } from "~/server/sentence-page"
import { ErrorPage } from "~/ui/ErrorPage"
import { errorWordsOf, ownSentence } from "~/ui/error-words"

test.each([400, 403, 404, 405, 413, 418, 429, 500, 503, 507])(
  "an error %i is said in Chinese, with what to do next and the request's number",
  status => {
    const words = wordsOf(renderPart(<ErrorPage status={status} requestId="a1b2c3d4e5f6" />))
    expect(words).toContain(errorWordsOf(status).next)
    expect(words).toContain("请求号：a1b2c3d4e5f6")
    expect(words).toContain("回到首页")
    expect(words.replace("a1b2c3d4e5f6", "")).not.toMatch(/[A-Za-z]{2,}|！/)
  },
)

test("a sentence of our own stands in place of the general one, and leads back to the desk", () => {
  const words = wordsOf(renderPart(<ErrorPage status={403} sentence="请找书记开通。" home="/c/zhenxing" />))
  expect(words).toContain("请找书记开通。")
  expect(words).not.toContain(errorWordsOf(403).next)
  expect(words).toContain("回到工作台")
})

test("what the framework says in English is not shown", () => {
  expect(ownSentence('Error: You made a POST request to "/" but did not provide an action')).toBeUndefined()
  expect(ownSentence(null)).toBeUndefined()
  expect(ownSentence("没有找到这一页。")).toBe("没有找到这一页。")
})

test("a sentence that quotes a person's words cannot write into the page", () => {
  const html = sentenceHtml(403, "没有<script>的权限", "a1b2c3d4e5f6", "nonce")
  expect(html).toContain("没有&lt;script&gt;的权限")
  expect(html).not.toContain("<script>")
})
