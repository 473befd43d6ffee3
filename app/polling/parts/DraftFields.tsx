import type { DraftView } from "~/polling/draft-views"
import { CheckGroup } from "~/ui/CheckField"
import { DateField } from "~/ui/DateField"
import { type FormView, field, fieldValues } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { SelectField } from "~/ui/SelectField"
import { TextArea } from "~/ui/TextArea"
import { TextField } from "~/ui/TextField"

export const draftFieldOrder = [
  "title",
  "question",
  "buildings",
  "units",
  "candidates",
  "seats",
  "office",
  "electors",
  "opensOn",
  "closesOn",
  "counters",
  "scrutineers",
]

/** Everything the announcement fixes. What the kind of poll does not ask for is not shown. */
export function DraftFields({ form, draft }: { form?: FormView | null; draft: DraftView }) {
  const { known } = draft
  return (
    <>
      <TextField label="标题" maxLength={100} {...field(form, "title", known.title)} />
      <TextArea
        label="表决事项"
        rows={draft.form === "election" ? 3 : 6}
        hint={
          draft.form === "election"
            ? "印在票上的说明，如：推选321栋楼栋长一名，任期三年。"
            : "印在票上的原话。从议题的方案抄来，要让没参加过讨论的人也看得懂。"
        }
        {...field(form, "question", known.question)}
      />
      <WhoVotes form={form} draft={draft} />
      {draft.form === "election" ? <Candidates form={form} draft={draft} /> : null}
      <DateField
        label="开始收票"
        hint={draft.notice ? `今天公告的，最早${draft.earliest.text}（${draft.notice}）` : "可以从今天开始"}
        {...field(form, "opensOn", known.opensOn)}
      />
      <DateField label="截止" hint="这一天收到的还算" {...field(form, "closesOn", known.closesOn)} />
      <TextField
        label="计票人"
        hint="至少两位，用顿号隔开；候选人不能计票"
        {...field(form, "counters", known.counters)}
      />
      <TextField
        label="监票人"
        hint="不能是候选人、计票人，也不能是经办这件事的人"
        {...field(form, "scrutineers", known.scrutineers)}
      />
    </>
  )
}

function WhoVotes({ form, draft }: { form?: FormView | null; draft: DraftView }) {
  const { known, asks } = draft
  return (
    <>
      {draft.wholeEstate ? (
        <Note title={`${draft.estateName}的全体业主参加表决`}>
          <p>{draft.wholeEstate}</p>
        </Note>
      ) : null}
      {draft.preset === "committeeElectionByRepresentatives" ? (
        <Note title="由在任的居民代表投票">
          <p>票册按居民代表名册生成。</p>
        </Note>
      ) : null}
      {asks.buildings ? (
        <CheckGroup
          label="哪几栋楼参加"
          hint={
            draft.form === "election"
              ? "一户一票，票册按房屋清册生成；只知道户数的不选，填下面的人数"
              : draft.form === "owners"
                ? "一栋都不选，就是全体业主"
                : "住宅改作经营用房的，选所在的这一栋（建筑物区分所有权解释第11条）"
          }
          name="buildings"
          error={form?.errors.buildings}
          defaultValues={fieldValues(form, "buildings", known.buildings)}
          options={draft.buildings}
        />
      ) : null}
      {asks.units ? (
        <TextArea
          label={asks.buildings ? "另外还有哪几处房屋（选填）" : "哪一处房屋"}
          hint="照房屋清册写，一行一处，如：321栋二单元102室"
          rows={2}
          {...field(form, "units", known.units)}
        />
      ) : null}
    </>
  )
}

function Candidates({ form, draft }: { form?: FormView | null; draft: DraftView }) {
  const { known, asks } = draft
  return (
    <>
      {asks.electors ? (
        <TextField
          label={asks.buildings ? "有多少户参加（按房屋清册生成票册的不填）" : "有多少人参加"}
          inputMode="numeric"
          short
          {...field(form, "electors", known.electors)}
        />
      ) : null}
      <TextArea
        label="候选人"
        hint="一行一个，按票上的次序；有同名的，空一格写手机号后四位"
        rows={4}
        {...field(form, "candidates", known.candidates)}
      />
      <TextField label="名额" inputMode="numeric" short {...field(form, "seats", known.seats)} />
      <SelectField
        label="当选以后担任"
        empty="请选择"
        options={draft.offices}
        {...field(form, "office", known.office)}
      />
      <TextField
        label="职务（当选进组织的填）"
        hint="如：委员"
        short
        maxLength={20}
        {...field(form, "post", known.post)}
      />
    </>
  )
}
