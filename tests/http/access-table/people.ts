import { aGrid } from "#tests/intake/factories"
import { aDelegate, anAccount } from "#tests/people/factories"
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
