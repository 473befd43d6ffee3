import { type FormView, field } from "~/ui/form-view"
import { type Option, SelectField } from "~/ui/SelectField"
import { TextField } from "~/ui/TextField"

export type KnownOwner = {
  personId: string | null
  organizationId: string | null
  name: string
  phone: string
  share: string
}

export const ownerFieldOrder = (lines: number): string[] =>
  Array.from({ length: lines }, (_, at) => at + 1).flatMap(at => [
    `owner${at}Name`,
    `owner${at}Phone`,
    `owner${at}OrganizationId`,
    `owner${at}Share`,
  ])

/** The owners of a unit, a few lines with two empty ones at the end; an emptied line is an owner less. */
export function OwnerFields({
  form,
  owners,
  lines,
  organizations,
}: {
  form?: FormView | null
  owners: readonly KnownOwner[]
  lines: number
  organizations: readonly Option[]
}) {
  return (
    <>
      {Array.from({ length: lines }, (_, at) => at + 1).map(at => {
        const known = owners[at - 1]
        const name = `owner${at}`
        return (
          <fieldset className="field" key={at}>
            <legend className="label">{at === 1 ? "第1位业主" : `第${at}位业主（选填）`}</legend>
            <input type="hidden" name={`${name}PersonId`} value={known?.personId ?? ""} readOnly />
            <input type="hidden" name={`${name}KnownName`} value={known?.personId ? known.name : ""} readOnly />
            <div className="stack">
              <TextField
                label="姓名"
                autoComplete="off"
                {...field(form, `${name}Name`, known?.organizationId ? "" : known?.name)}
              />
              <TextField
                label="手机（选填）"
                hint={at === 1 ? "有同名的人时要填，靠它分清是哪一位。" : undefined}
                type="tel"
                autoComplete="off"
                short
                {...field(form, `${name}Phone`, known?.phone)}
              />
              {organizations.length > 0 ? (
                <SelectField
                  label="业主是单位的，在这里选"
                  empty="不是单位"
                  options={organizations}
                  {...field(form, `${name}OrganizationId`, known?.organizationId)}
                />
              ) : null}
              <TextField
                label="份额（选填）"
                hint={at === 1 ? "按份共有才填，如1/2、50%；每人都填，加起来是全部。" : undefined}
                autoComplete="off"
                short
                {...field(form, `${name}Share`, known?.share)}
              />
            </div>
          </fieldset>
        )
      })}
    </>
  )
}
