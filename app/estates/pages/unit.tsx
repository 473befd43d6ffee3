import { Form, href } from "react-router"
import { OwnerFields, ownerFieldOrder } from "~/estates/parts/OwnerFields"
import { UnitFacts } from "~/estates/parts/UnitFacts"
import { UnitFields, unitFieldOrder } from "~/estates/parts/UnitFields"
import { unitFactsOf } from "~/estates/unit-form"
import { setUnitOwners } from "~/estates/unit-owners"
import { ownerLines, ownersOf, UnitPageForm } from "~/estates/unit-page-forms"
import { readUnit } from "~/estates/unit-views"
import { editUnit } from "~/estates/units"
import type { Result } from "~/law/result"
import { PrintableNote } from "~/people/parts/PrintableNote"
import { SavedNote } from "~/people/parts/RegisterActions"
import { VersionField } from "~/people/parts/VersionField"
import { may } from "~/people/permissions"
import { Button } from "~/ui/Button"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Columns, FormColumn, Page } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/unit"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const view = orThrow(context, await readUnit(ctx, params.estateId, params.unitId))
  return {
    ...view,
    lines: ownerLines(view.owners.length),
    mayEdit: may(ctx.actor, "register:edit"),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, UnitPageForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  const { unitId } = params
  const { version } = read.value
  const to = `${href("/c/:community/registers/estates/:estateId/units/:unitId", params)}?saved`
  if (read.value.intent === "edit")
    return reply(context, await editUnit(ctx, { unitId, version, ...unitFactsOf(read.value) }), to, read.form)
  const { owners, lines } = ownersOf(read.value)
  return reply(context, besideLine(await setUnitOwners(ctx, { unitId, version, owners }), lines), to, read.form)
}

/** A refusal about one owner stands beside that owner's line. */
function besideLine<T>(result: Result<T>, lines: readonly number[]): Result<T> {
  if (result.ok || typeof result.detail.row !== "number") return result
  const field = `owner${lines[result.detail.row - 1]}${result.detail.field === "phone" ? "Phone" : "Name"}`
  return { ...result, detail: { ...result.detail, field } }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData?.building.name ?? ""}${loaderData?.unit.label ?? ""} - ${loaderData?.community ?? ""}议事驿站`,
  },
]

export default function UnitPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { unit, building, estate, owners, organizations, lines, missing, mayEdit, isSaved } = loaderData
  const form = actionData?.form
  const ofOwners = form?.values.intent === "owners" ? form : null
  const ofUnit = form && !ofOwners ? form : null
  const order = ofOwners ? ownerFieldOrder(lines) : unitFieldOrder
  const buildingAt = { ...params, buildingId: building.id }
  return (
    <Page
      title={`${estate.name}${building.name}${unit.label}`}
      crumbs={[
        { label: "小区和房屋", to: href("/c/:community/registers/estates", params) },
        { label: estate.name, to: href("/c/:community/registers/estates/:estateId", params) },
        {
          label: building.name,
          to: href("/c/:community/registers/estates/:estateId/buildings/:buildingId", buildingAt),
        },
        { label: unit.label },
      ]}
      summary={
        form ? (
          <ErrorSummary form={form} order={order} />
        ) : isSaved || missing.length > 0 ? (
          <div className="stack">
            {isSaved ? <SavedNote /> : null}
            <PrintableNote missing={missing} />
          </div>
        ) : null
      }
    >
      {mayEdit ? (
        <Columns
          aside={
            <Sheet title="改房屋资料">
              <Form method="post">
                <VersionField form={ofUnit} version={unit.version} />
                <FormColumn>
                  <UnitFields form={ofUnit} known={unit} />
                  <Button name="intent" value="edit">
                    保存房屋资料
                  </Button>
                </FormColumn>
              </Form>
            </Sheet>
          }
        >
          <UnitFacts community={params.community} unit={unit} owners={owners} />
          <Sheet title="改业主">
            <p className="soft">没登记过的人，会一并登记到人员名册。清空姓名就是去掉这一位。</p>
            {/* A new key after each saving: the lines begin from what stands now. */}
            <Form method="post" key={unit.version}>
              <VersionField form={ofOwners} version={unit.version} />
              <FormColumn>
                <OwnerFields form={ofOwners} owners={owners} lines={lines} organizations={organizations} />
                <Button kind="main" name="intent" value="owners">
                  保存业主
                </Button>
              </FormColumn>
            </Form>
          </Sheet>
        </Columns>
      ) : (
        <UnitFacts community={params.community} unit={unit} owners={owners} />
      )}
    </Page>
  )
}
