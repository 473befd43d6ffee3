import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { Cell, Row, RowHead, Table } from "~/ui/Table"

/** Passwords shown this one time, to be printed or copied by hand. */
export function GivenPasswords({
  given,
  community,
}: {
  given: readonly { accountId: string; name: string; loginName: string; password: string }[]
  community: string
}) {
  return (
    <div className="stack">
      <Note kind="act" title="临时密码只显示这一次" live>
        <p>
          请现在打印或抄下，当面交给本人。离开本页就看不到了；没记下的，可以再发一次。第一次登录时会要求换成自己的密码。
        </p>
      </Note>
      <Sheet title={`${community}议事驿站临时密码`} flush>
        <Table caption="临时密码" columns={[{ label: "姓名" }, { label: "登录名" }, { label: "临时密码" }]}>
          {given.map(one => (
            <Row key={one.accountId}>
              <RowHead>{one.name}</RowHead>
              <Cell label="登录名">{one.loginName}</Cell>
              <Cell label="临时密码">
                <span className="code">{one.password}</span>
              </Cell>
            </Row>
          ))}
        </Table>
      </Sheet>
      <p className="soft">字母和数字里没有容易看错的0、1、字母o、i和l。</p>
    </div>
  )
}
