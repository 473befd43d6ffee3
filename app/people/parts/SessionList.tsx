import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { Empty } from "~/ui/Empty"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

export type SessionView = { id: string; device: string; since: string; lastSeen: string; isThis: boolean }

/** Where an account is signed in, each to be ended. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  if (sessions.length === 0) return <Empty title="现在没有登录" />
  const columns = [{ label: "设备" }, { label: "登录时间" }, { label: "最近使用" }, { label: "操作", hidden: true }]
  return (
    <Table caption="登录，最近使用的在前" columns={columns}>
      {sessions.map(session => (
        <Row key={session.id}>
          <RowHead sub={session.isThis ? "就是您现在用的这一个" : undefined}>{session.device}</RowHead>
          <Cell label="登录时间">{session.since}</Cell>
          <Cell label="最近使用">{session.lastSeen}</Cell>
          <Cell>
            {session.isThis ? null : (
              <Form method="post">
                <input type="hidden" name="sessionId" value={session.id} />
                <Button small name="intent" value="endSession" aria-label={`结束${session.device}的登录`}>
                  结束
                </Button>
              </Form>
            )}
          </Cell>
        </Row>
      ))}
    </Table>
  )
}
