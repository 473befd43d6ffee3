import { aGrid } from "#tests/intake/factories"
import { aBody, aBodyTerm, aDelegate, anAccount, anOrganization, aResidentGroup } from "#tests/people/factories"
import { aMember } from "#tests/world"
import { setAccountDisabled } from "~/people/accounts"
import { sessionIdOf } from "~/people/sessions"
import { members } from "../access-people"
import { type Act, administrator, type Row, staff } from "../access-row"
import { aPersonApart, aRepresentative } from "../access-things"
import { type House, signIn } from "../access-world"

const base = "/c/:community"
const once = () => crypto.randomUUID()
const anybodys = async ({ world }: House) => (await aMember(world.installation, world.community, ["viewer"])).accountId!

const seat = { post: "委员", chosenHow: "elected", basis: "", since: "2026-01-01", until: "" }

const onAccount = (intent: string): Act => ({
  intent,
  by: administrator,
  press: async house => {
    const accountId = await anybodys(house)
    if (intent === "enable") await setAccountDisabled(house.ctx.administrator, { accountId, disabled: true })
    return { at: `/accounts/${accountId}`, form: { intent } }
  },
})

export const peopleRows: Row[] = [
  { pattern: `${base}/registers`, at: () => "/registers", read: staff },
  { pattern: `${base}/registers/template.xlsx`, at: () => "/registers/template.xlsx?kind=persons", read: staff },
  {
    pattern: `${base}/registers/template.xlsx`,
    at: () => "/registers/template.xlsx?kind=accounts",
    read: administrator,
  },
  {
    pattern: `${base}/registers/grids`,
    at: () => "/registers/grids",
    read: staff,
    acts: [
      {
        by: staff,
        press: async () => ({
          at: "/registers/grids",
          form: { name: once().slice(0, 20), parentId: "", leaderName: "", phone: "", scope: "" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/grids/:gridId`,
    at: ({ things }) => `/registers/grids/${things.gridId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/grids/${await aGrid(ctx.secretary, once())}`,
          form: { version: "1", name: once().slice(0, 20), parentId: "", leaderName: "", phone: "", scope: "" },
        }),
      },
    ],
  },
  { pattern: `${base}/registers/persons`, at: () => "/registers/persons", read: staff },
  {
    pattern: `${base}/registers/persons/new`,
    at: () => "/registers/persons/new",
    read: staff,
    acts: [{ by: staff, press: async () => ({ at: "/registers/persons/new", form: { name: "午七", note: once() } }) }],
  },
  {
    pattern: `${base}/registers/persons/:personId`,
    at: ({ things }) => `/registers/persons/${things.personId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/persons/${await aPersonApart(ctx.secretary)}`,
          form: { version: "1", name: "未八", note: once() },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/persons/:personId/consents`,
    at: ({ things }) => `/registers/persons/${things.personId}/consents`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/persons/${await aPersonApart(ctx.secretary)}/consents`,
          form: { kind: "eSigning", given: "yes", means: "paper", saidOn: "2026-10-01", note: "" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/persons/:personId/data`,
    at: ({ things }) => `/registers/persons/${things.personId}/data`,
    read: staff,
  },
  {
    pattern: `${base}/registers/persons/:personId/blotting`,
    at: ({ things }) => `/registers/persons/${things.personId}/blotting`,
    read: administrator,
    acts: [
      {
        by: administrator,
        press: async ({ ctx }) => ({
          at: `/registers/persons/${await aPersonApart(ctx.secretary)}/blotting`,
          form: { reason: "本人已迁出，书面申请删除", isSure: "yes" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/organizations`,
    at: () => "/registers/organizations",
    read: staff,
    acts: [
      { by: staff, press: async () => ({ at: "/registers/organizations", form: { name: once(), kind: "partner" } }) },
    ],
  },
  {
    pattern: `${base}/registers/organizations/:organizationId`,
    at: ({ things }) => `/registers/organizations/${things.organizationId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/organizations/${await anOrganization(ctx.secretary, once())}`,
          form: { version: "1", name: once(), kind: "partner" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/resident-groups`,
    at: () => "/registers/resident-groups",
    read: staff,
    acts: [
      {
        by: staff,
        press: async () => ({
          at: "/registers/resident-groups",
          form: { name: once().slice(0, 20), households: "86" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/resident-groups/:groupId`,
    at: ({ things }) => `/registers/resident-groups/${things.groupId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/resident-groups/${await aResidentGroup(ctx.secretary, once().slice(0, 20))}`,
          form: { version: "1", name: once().slice(0, 20), households: "" },
        }),
      },
    ],
  },
  { pattern: `${base}/registers/bodies`, at: () => "/registers/bodies", read: staff },
  {
    pattern: `${base}/registers/bodies/new`,
    at: () => "/registers/bodies/new",
    read: staff,
    acts: [{ by: staff, press: async () => ({ at: "/registers/bodies/new", form: { kind: "other", name: once() } }) }],
  },
  {
    pattern: `${base}/registers/bodies/:bodyId`,
    at: ({ things }) => `/registers/bodies/${things.bodyId}`,
    read: staff,
  },
  {
    pattern: `${base}/registers/bodies/:bodyId/edit`,
    at: ({ things }) => `/registers/bodies/${things.bodyId}/edit`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/bodies/${await aBody(ctx.secretary, once())}/edit`,
          form: { version: "1", kind: "other", name: once() },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/bodies/:bodyId/seat`,
    at: ({ things }) => `/registers/bodies/${things.bodyId}/seat`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/bodies/${await aBody(ctx.secretary, once())}/seat`,
          form: { personId: await aPersonApart(ctx.secretary), ...seat },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/bodies/:bodyId/terms/:termId`,
    at: ({ things }) => `/registers/bodies/${things.bodyId}/terms/${things.termId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => {
          const { bodyId, termId } = await aBodyTerm(ctx.secretary, await aPersonApart(ctx.secretary))
          return { at: `/registers/bodies/${bodyId}/terms/${termId}`, form: { version: "1", ...seat } }
        },
      },
    ],
  },
  { pattern: `${base}/registers/delegates`, at: () => "/registers/delegates", read: staff },
  {
    pattern: `${base}/registers/delegates/new`,
    at: () => "/registers/delegates/new",
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: "/registers/delegates/new",
          form: { personId: await aPersonApart(ctx.secretary), delegation: "resident", since: "2026-01-01" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/delegates/:delegateId`,
    at: ({ things }) => `/registers/delegates/${things.delegateId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => {
          const person = { personId: await aPersonApart(ctx.secretary) }
          return {
            at: `/registers/delegates/${await aDelegate(ctx.secretary, { person })}`,
            form: { version: "1", organization: "悦园物业", since: "2026-01-01", until: "" },
          }
        },
      },
    ],
  },
  { pattern: `${base}/registers/representatives`, at: () => "/registers/representatives", read: staff },
  {
    pattern: `${base}/registers/representatives/new`,
    at: () => "/registers/representatives/new",
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: "/registers/representatives/new",
          form: { personId: await aPersonApart(ctx.secretary), kind: "residentRepresentative", since: "2026-01-01" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/registers/representatives/:representativeId`,
    at: ({ things }) => `/registers/representatives/${things.representativeId}`,
    read: staff,
    acts: [
      {
        by: staff,
        press: async ({ ctx }) => ({
          at: `/registers/representatives/${await aRepresentative(ctx.secretary, `申九${once().slice(0, 8)}`)}`,
          form: { version: "1", kind: "committeeMember", residentGroup: "", since: "2026-01-01", until: "" },
        }),
      },
    ],
  },
  { pattern: `${base}/accounts`, at: () => "/accounts", read: administrator },
  {
    pattern: `${base}/accounts/new`,
    at: () => "/accounts/new",
    read: administrator,
    acts: [
      {
        by: administrator,
        press: async ({ ctx }) => ({
          at: "/accounts/new",
          form: { personId: await aPersonApart(ctx.secretary), loginName: `a${once().slice(0, 8)}`, roles: "viewer" },
        }),
      },
    ],
  },
  {
    pattern: `${base}/accounts/own`,
    at: () => "/accounts/own",
    read: members,
    acts: [
      {
        intent: "endSession",
        by: members,
        press: async (house, who, access) => ({
          at: "/accounts/own",
          form: { intent: "endSession", sessionId: sessionIdOf(await access.signInAgain(house, who)) },
        }),
      },
      { intent: "endOthers", by: members, press: async () => ({ at: "/accounts/own", form: { intent: "endOthers" } }) },
    ],
  },
  {
    pattern: `${base}/accounts/passwords`,
    at: () => "/accounts/passwords",
    read: administrator,
    acts: [
      {
        by: administrator,
        press: async ({ ctx }) => {
          const made = await anAccount(ctx.administrator, {
            person: { personId: await aPersonApart(ctx.secretary) },
            loginName: `b${once().slice(0, 8)}`,
          })
          return { at: "/accounts/passwords", form: { accounts: made.accountId } }
        },
      },
    ],
  },
  {
    pattern: `${base}/accounts/:accountId`,
    at: ({ things }) => `/accounts/${things.accountId}`,
    read: administrator,
    acts: [
      {
        intent: "change",
        by: administrator,
        press: async house => ({
          at: `/accounts/${await anybodys(house)}`,
          form: { intent: "change", version: "1", loginName: `c${once().slice(0, 8)}`, phone: "", roles: "handler" },
        }),
      },
      ...["disable", "enable", "reset", "endAll"].map(onAccount),
      {
        intent: "endSession",
        by: administrator,
        press: async house => {
          const someone = await aMember(house.world.installation, house.world.community, ["viewer"])
          return {
            at: `/accounts/${someone.accountId}`,
            form: { intent: "endSession", sessionId: sessionIdOf(await signIn(house, someone)) },
          }
        },
      },
    ],
  },
  {
    pattern: `${base}/settings`,
    at: () => "/settings",
    read: administrator,
    acts: [
      {
        by: administrator,
        press: async ({ world }) => ({
          at: "/settings",
          form: {
            version: "1",
            name: world.community.name,
            shortName: world.community.shortName,
            subdistrict: "云上街道",
            // The office keeps its number: editions drawn up before would print a telephone that is nobody's.
            contactPhone: world.community.contactPhone,
          },
        }),
      },
    ],
  },
]
