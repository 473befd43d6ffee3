import { createCommunity } from "~/people/founding"
import { hashPassword } from "~/people/passwords"
import { countCommunities } from "~/people/store"
import type { Installation } from "~/web/context"

export type DemoSignIn = { loginName: string; what: string }

const signIns: DemoSignIn[] = [{ loginName: "甲一", what: "管理员、社区书记" }]

/** Makes the demo community once; a database that already has one stays as it is. */
export async function buildDemoCommunity(installation: Installation, password: string): Promise<DemoSignIn[]> {
  if ((await countCommunities(installation.db.read)) > 0) return signIns
  const passwordHash = await hashPassword(password)
  await installation.db.tx("founding", q =>
    createCommunity(
      q,
      installation,
      {
        communityName: "振兴社区",
        shortName: "振社",
        subdistrict: "云上街道",
        contactPhone: "0500-0000001",
        administratorName: "甲一",
        loginName: "甲一",
        password,
        device: "演示",
      },
      passwordHash,
    ),
  )
  return signIns
}
