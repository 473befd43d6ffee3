import type { CountingView } from "~/polling/ballot-views"
import { type FormView, field } from "~/ui/form-view"
import { TextField } from "~/ui/TextField"

type Props = {
  form?: FormView | null
  next: NonNullable<CountingView["next"]>
  entitled: number
  handedOut: number | null
}

/** The counting sheet, number by number. Nothing is reckoned here: what does not add up is told. */
export function CountFields({ form, next, entitled, handedOut }: Props) {
  const number = (name: string, label: string, hint?: string) => (
    <TextField label={label} hint={hint} inputMode="numeric" short autoComplete="off" {...field(form, name)} />
  )
  return (
    <>
      {number(
        "issued",
        "发出多少张",
        handedOut === null ? `最多${entitled}张` : `票册上登记送达${handedOut}张，两个数要一样`,
      )}
      {number("returned", "收回多少张")}
      {number("notReturned", "没有收回多少张")}
      {number("invalid", "其中无效票")}
      {next.candidates.map(candidate => (
        <div key={candidate.key}>{number(`votes-${candidate.key}`, `${candidate.label}得票`)}</div>
      ))}
      {number("none", "均不同意")}
      {number("abstain", "弃权")}
    </>
  )
}
