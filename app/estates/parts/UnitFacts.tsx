import { href, Link } from "react-router"
import type { AreaSource, UnitHolding, UnitKind } from "#db/schema/estates"
import { areaSourceNames, unitHoldingNames, unitKindNames } from "~/estates/rules"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"
import type { KnownOwner } from "./OwnerFields"

type Unit = { kind: UnitKind; area: string; areaSource: AreaSource; holding: UnitHolding; note: string }

/** A 专有部分 at a glance: how large, whose. */
export function UnitFacts({
  community,
  unit,
  owners,
}: {
  community: string
  unit: Unit
  owners: readonly KnownOwner[]
}) {
  return (
    <Sheet title="房屋资料">
      <Facts
        items={[
          {
            label: "业主",
            value:
              owners.length === 0 ? (
                "还没有登记"
              ) : (
                <ul>
                  {owners.map(owner => (
                    <li key={owner.personId ?? owner.organizationId}>
                      {owner.personId ? (
                        <Link
                          to={href("/c/:community/registers/persons/:personId", {
                            community,
                            personId: owner.personId,
                          })}
                        >
                          {owner.name}
                        </Link>
                      ) : (
                        owner.name
                      )}
                      {owner.share ? `，份额${owner.share}` : ""}
                      {owner.phone ? <span className="hint">{owner.phone}</span> : null}
                    </li>
                  ))}
                </ul>
              ),
            note: owners.length > 1 ? "共有人合算一人，一起投一票。" : undefined,
          },
          { label: "建筑面积", value: `${unit.area}平方米`, note: `依据${areaSourceNames[unit.areaSource]}` },
          { label: "用途", value: unitKindNames[unit.kind] },
          {
            label: "交付状态",
            value: unitHoldingNames[unit.holding],
            note: unit.holding === "owned" ? undefined : "表决时算在建设单位名下。",
          },
          { label: "备注", value: unit.note },
        ]}
      />
    </Sheet>
  )
}
