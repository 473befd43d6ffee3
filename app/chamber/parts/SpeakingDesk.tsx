import { Form, Link } from "react-router"
import { ClockPresses, Interrupt, noteOf, Press, PutBack } from "~/chamber/parts/ConsoleSpeaking"
import { SpeakerClock } from "~/chamber/parts/SpeakerClock"
import { StanceSign } from "~/chamber/parts/StanceSign"
import { afterwardsWords, limitSecondsOf, nthWords, whoInterrupts } from "~/chamber/speaking/rules"
import type { SpeakingPage } from "~/chamber/speaking/speaking-page"
import type { SpeakingView } from "~/chamber/speaking/speaking-view"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { type FormView, field } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { RadioGroup } from "~/ui/RadioGroup"
import { SelectField } from "~/ui/SelectField"
import { Sheet } from "~/ui/Sheet"

type Props = {
  page: SpeakingPage
  speaking: SpeakingView
  form: FormView | undefined
  /** 记录台. */
  record: string
  /** Who was entered last from here: with it the form begins afresh. */
  entered: string | null
}

/** Who speaks with the clock, who waits in the order of calling, whoever raised a hand, who has spoken. */
export function SpeakingDesk({ page, speaking, form, record, entered }: Props) {
  return (
    <>
      {page.isInSession ? null : <Note>会议现在没有在进行，不能登记和安排发言。</Note>}
      <Now speaking={speaking} />
      <Queue speaking={speaking} mayCall={page.isInSession && !speaking.now} />
      {page.isInSession ? <Enter page={page} form={form} entered={entered} /> : null}
      <Spoken page={page} record={record} />
    </>
  )
}

function Now({ speaking: { now, next, queue } }: Pick<Props, "speaking">) {
  const interrupting = whoInterrupts(now, queue)
  if (!now)
    return (
      <Sheet title="现在没有人发言">
        {next ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="intent" value="beginTurn" />
            <Button kind="big" wide name="requestId" value={next.requestId}>
              请{next.name}发言
            </Button>
          </Form>
        ) : (
          <p>还没有人登记。代表在平板上按“我要发言”，或者举手由您在下面登记。</p>
        )}
      </Sheet>
    )
  return (
    <Sheet title={`${now.name}正在${now.kind === "pointOfOrder" ? "提程序问题" : "发言"}`}>
      <div className="spknow">
        <p className="spknow__who">
          <StanceSign {...now} />
          {now.organization || now.capacityName}
          {now.kind === "speech" ? <small>{nthWords(now)}</small> : null}
        </p>
        <SpeakerClock speaker={now} size="desk" />
        <div className="spknow__press">
          <ClockPresses now={now} />
          <PutBack requestId={now.requestId} name={now.name} />
        </div>
        {now.holds ? <p>{afterwardsWords(now.holds)}</p> : null}
        {interrupting ? <Interrupt now={now} interrupting={interrupting} /> : null}
      </div>
    </Sheet>
  )
}

function Queue({ speaking: { queue, limit }, mayCall }: Pick<Props, "speaking"> & { mayCall: boolean }) {
  return (
    <Sheet title={`等候发言${queue.length}人`} flush>
      <p className="spkrule">
        每人对每件表决事项{limit.times}次，每次{limit.minutes}分钟。程序问题先说，别人发言的时候也可以提，每次
        {limitSecondsOf("pointOfOrder", limit) / 60}分钟。没发过言的先说，赞成和不赞成轮流。
      </p>
      <ol className="spkqueue">
        {queue.map(one => (
          <li key={one.requestId}>
            <b>{one.place}</b>
            <p>
              {one.name}
              <small>{noteOf(one)}</small>
            </p>
            <StanceSign {...one} />
            <div className="row">
              {mayCall && one.isHere ? (
                <Press intent="beginTurn" requestId={one.requestId} go={one.place === 1}>
                  请发言
                </Press>
              ) : null}
              <Press intent="withdrawRequest" requestId={one.requestId}>
                去掉
              </Press>
            </div>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** A hand was raised. */
function Enter({ page, form, entered }: Pick<Props, "page" | "form" | "entered">) {
  const mine = form?.values.intent === "askForSomeone" ? form : undefined
  return (
    <Sheet title="举手的，在这里登记">
      <Form method="post" className="stack" key={entered}>
        <input type="hidden" name="intent" value="askForSomeone" />
        <SelectField label="谁要发言" empty="请选择" options={page.people} {...field(mine, "participantId")} />
        <RadioGroup label="态度" options={page.says} {...field(mine, "say")} />
        <Button>登记</Button>
      </Form>
    </Sheet>
  )
}

function Spoken({ page, record }: Pick<Props, "page" | "record">) {
  return (
    <Sheet title={`本项已发言${page.spoken.length}次`} flush>
      {page.spoken.length === 0 ? <Empty title="本项还没有人发言" /> : null}
      <ol className="spkqueue spkqueue--said">
        {page.spoken.map(turn => (
          <li key={turn.requestId}>
            <b>{turn.at}</b>
            <p>
              {turn.name}
              <small>
                {turn.as}　{turn.stanceName}
                {turn.mayTakeDown ? <Link to={`${record}?gist=${turn.requestId}`}>记要点</Link> : null}
              </small>
            </p>
            <span>{turn.lasted}</span>
            {turn.mayGrant ? (
              <Press intent="grantAnother" requestId={turn.requestId}>
                再给一次
              </Press>
            ) : null}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
