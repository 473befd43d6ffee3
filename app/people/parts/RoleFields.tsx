import type { Role } from "#db/schema/people-accounts"
import { roleDuties, roleNames } from "~/people/permissions"
import { CheckGroup } from "~/ui/CheckField"
import { type FormView, fieldValues } from "~/ui/form-view"

// The names stand in the order of the roles.
const roles = Object.keys(roleNames) as Role[]

/** Which roles an account has, each with what it may do. */
export function RoleFields({ form, given }: { form?: FormView | null; given?: readonly string[] }) {
  return (
    <CheckGroup
      name="roles"
      label="岗位"
      hint="可以勾选多个。主持人和记录人不在这里设，召集会议时再定。"
      error={form?.errors.roles}
      defaultValues={fieldValues(form, "roles", given ? [...given] : [])}
      stacked
      options={roles.map(role => ({ value: role, label: roleNames[role], hint: roleDuties[role] }))}
    />
  )
}
