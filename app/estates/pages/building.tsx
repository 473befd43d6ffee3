import { Plus } from "lucide-react"
import { href } from "react-router"
import { BuildingPageForm } from "~/estates/assignment-forms"
import { assignBuilding, endAssignment } from "~/estates/assignments"
import { readBuilding } from "~/estates/building-views"
import { AssignForm, AssignmentList, assignFieldOrder } from "~/estates/parts/Assignments"
import { UnitTable } from "~/estates/parts/UnitTable"
import { areaInWords } from "~/law/areas"
import { civilDateOf } from "~/law/civil-date"
import { entryOf } from "~/people/form-fields"
import { SavedNote } from "~/people/parts/RegisterActions"
import { may } from "~/people/permissions"
import { ButtonLink } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { ErrorSummary } from "~/ui/ErrorSummary"
import { Facts } from "~/ui/Facts"
import { Icon } from "~/ui/Icon"
import { Columns, Page } from "~/ui/Page"
import { Pager } from "~/ui/Pager"
import { Sheet } from "~/ui/Sheet"
import { appContext } from "~/web/context"
import { invalid, orThrow, readForm, reply } from "~/web/forms"
import type { Route } from "./+types/building"

export async function loader({ params, context, url }: Route.LoaderArgs) {
  const ctx = context.get(appContext)
  const page = Number.parseInt(url.searchParams.get("page") ?? "1", 10) || 1
  return {
    ...orThrow(context, await readBuilding(ctx, params.estateId, params.buildingId, page)),
    mayEdit: may(ctx.actor, "register:edit"),
    today: civilDateOf(ctx.now()),
    isSaved: url.searchParams.has("saved"),
    community: ctx.community.name,
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const read = await readForm(request, BuildingPageForm)
  if (!read.ok) return invalid(context, read)
  const ctx = context.get(appContext)
  const { buildingId } = params
  const to = `${href("/c/:community/registers/estates/:estateId/buildings/:buildingId", params)}?saved`
  if (read.value.intent === "endAssignment") return reply(context, await endAssignment(ctx, read.value), to, read.form)
  const { duty, since, until } = read.value
  const made = await assignBuilding(ctx, { buildingId, duty, since, until, person: entryOf(read.value) })
  return reply(context, made, to, read.form)
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  {
    title: `${loaderData?.estate.name ?? ""}${loaderData?.building.name ?? ""} - ${loaderData?.community ?? ""}议事驿站`,
  },
]

export default function BuildingPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { estate, building, figures, heads, units, from, page, hasNext, mayEdit, isSaved, today } = loaderData
  const form = actionData?.form
  const here = href("/c/:community/registers/estates/:estateId/buildings/:buildingId", params)
  return (
    <Page
      title={`${estate.name}${building.name}`}
      lead={`${figures.units}套，${areaInWords(figures.areaCm2)}，业主${heads}人`}
      crumbs={[
        { label: "名册", to: href("/c/:community/registers", params) },
        { label: "小区和房屋", to: href("/c/:community/registers/estates", params) },
        { label: estate.name, to: href("/c/:community/registers/estates/:estateId", params) },
        { label: building.name },
      ]}
      actions={
        mayEdit ? (
          <>
            <ButtonLink to={`${here}/edit`}>改楼栋资料</ButtonLink>
            <ButtonLink kind="main" to={`${here}/units/new`}>
              <Icon of={Plus} />
              登记房屋
            </ButtonLink>
          </>
        ) : null
      }
      summary={
        form ? <ErrorSummary form={form} order={assignFieldOrder} /> : isSaved ? <SavedNote>已保存。</SavedNote> : null
      }
    >
      <Columns
        aside={
          <>
            {loaderData.grid || loaderData.group || building.note ? (
              <Sheet title="楼栋资料">
                <Facts
                  items={[
                    { label: "网格", value: loaderData.grid },
                    { label: "居民小组", value: loaderData.group },
                    { label: "备注", value: building.note },
                  ]}
                />
              </Sheet>
            ) : null}
            <AssignmentList
              community={params.community}
              assignments={loaderData.assignments}
              mayEdit={mayEdit}
              today={today}
            />
            {mayEdit ? <AssignForm key={loaderData.assignments.length} form={form} today={today} /> : null}
          </>
        }
      >
        <Sheet title="房屋" titleHidden flush>
          {units.length === 0 ? (
            <Empty title="还没有房屋">导入房屋清册，或逐套登记。</Empty>
          ) : (
            <UnitTable
              caption="房屋，按房号排列"
              units={units}
              toUnit={unit => `${href("/c/:community/registers/estates/:estateId", params)}/units/${unit.id}`}
            />
          )}
          {figures.units > units.length ? (
            <Pager
              from={from + 1}
              to={from + units.length}
              total={figures.units}
              unit="套"
              previous={page > 1 ? `${here}?page=${page - 1}` : undefined}
              next={hasNext ? `${here}?page=${page + 1}` : undefined}
            />
          ) : null}
        </Sheet>
      </Columns>
    </Page>
  )
}
