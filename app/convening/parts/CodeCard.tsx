import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { QrCode } from "~/ui/QrCode"

export type CodePerson = {
  id: string
  name: string
  standing: "entitled" | "observer"
  capacity: string
  organization: string
  notified: boolean
  codeVersion: number
  code: string | null
  url: string | null
}

/** One person with the code that opens their seat. The box belongs to the page's own form, so it saves with the others. */
export function CodeCard({ person }: { person: CodePerson }) {
  return (
    <li className="codes__one" id={person.id}>
      <div>
        <b>{person.name}</b>
        <span className="small soft">
          {[person.standing === "observer" ? "列席" : "", person.capacity, person.organization]
            .filter(Boolean)
            .join("，")}
        </span>
        {person.code ? <span className="codes__code">{person.code}</span> : null}
        <label className="check">
          <input type="checkbox" name="notified" value={person.id} form="notified" defaultChecked={person.notified} />
          <span>
            <span className="vh">{person.name}</span>已通知
          </span>
        </label>
        {person.code ? (
          <Form method="post">
            <input type="hidden" name="intent" value="replace" />
            <input type="hidden" name="participantId" value={person.id} />
            <input type="hidden" name="codeVersion" value={person.codeVersion} />
            <Button small>
              换一个码<span className="vh">给{person.name}</span>
            </Button>
          </Form>
        ) : (
          <span className="small soft">列席的人由签到台登记，不用码</span>
        )}
      </div>
      {person.url ? <QrCode text={person.url} label={`${person.name}的签到二维码`} /> : null}
    </li>
  )
}
