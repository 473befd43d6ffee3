import { Form } from "react-router"
import { leaveNothingBehind } from "~/chamber/attendance/leave-nothing-behind"
import { Button, ButtonLink } from "~/ui/Button"

/** A ballot that is still on this tablet would be left to the next one. */
export const BallotWaits = ({ person, back }: { person: string; back: string }) => (
  <div className="tab__form tab__form--check">
    <h1>{person}有一票没有送达，先不换人</h1>
    <p>请{person}在这台平板上用自己的签到码签到，这一票会自己送到。送到以后再换下一位。</p>
    <div className="tab__go">
      <span />
      <ButtonLink to={back} tall>
        去签到
      </ButtonLink>
    </div>
  </div>
)

/** 结束代操作: the seat is given up, its delegate stays present. */
export function EndHelp({ holder, line, back }: { holder: string | null; line: string; back: string }) {
  return (
    <Form method="post" reloadDocument className="tab__form tab__form--check" onSubmit={leaveNothingBehind}>
      <h1>不再为{holder}代操作</h1>
      <p className="lead">{line}</p>
      <p>{holder}仍算在场，要自己用平板的，请用签到码签到。</p>
      <div className="tab__go">
        <ButtonLink to={back} tall>
          继续代操作
        </ButtonLink>
        <Button kind="big" name="intent" value="endHelp">
          结束代操作，回签到台
        </Button>
      </div>
    </Form>
  )
}
