import { test } from "vitest"
import { aServer } from "#tests/http/running-server"
import { aDatabase } from "#tests/test-database"
import { aBrowser, aWindow } from "./browser"
import { conveneMeeting, makeTopic, readCodes } from "./conveners"
import { fillRegisters, foundCommunity, makeAccounts, signInFirst } from "./founders"
import { enterPastedIssue, importIssues, sortIssues } from "./issue-sheets"

test("one matter goes from the grid's sheet to minutes and resolution, on a database that was empty", async () => {
  const database = await aDatabase()
  await database.db.close()
  const server = await aServer(database)
  const browser = await aBrowser()
  const openWindow = async (size: Parameters<typeof aWindow>[2]) => {
    const { page } = await aWindow(browser, server.origin, size)
    page.setDefaultTimeout(10_000)
    return page
  }

  const administrator = await openWindow("desk")
  await foundCommunity(administrator)
  await fillRegisters(administrator)
  const given = await makeAccounts(administrator)

  const secretary = await openWindow("desk")
  await signInFirst(secretary, "yier", given.yier!)
  await enterPastedIssue(secretary)
  await importIssues(secretary)
  await sortIssues(secretary)
  await makeTopic(secretary)
  await conveneMeeting(secretary)
  await readCodes(secretary)
})
