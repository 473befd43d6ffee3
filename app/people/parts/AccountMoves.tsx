import { Form } from "react-router"
import { formatDate } from "~/law/civil-date"
import { Button, ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** For whoever forgot the password; one's own is changed by knowing the old one. */
export function PasswordReset({ isOwn }: { isOwn: boolean }) {
  return (
    <Sheet title="密码">
      {isOwn ? (
        <>
          <p>这是您自己的账号，凭现在的密码就能换。</p>
          <ButtonLink to="/password">改密码</ButtonLink>
        </>
      ) : (
        <>
          <p>忘了密码，可以重设。会生成一个临时密码，显示一次；原来的登录都会结束。</p>
          <Form method="post">
            <Button name="intent" value="reset">
              重设密码
            </Button>
          </Form>
        </>
      )}
    </Sheet>
  )
}

/** Stops an account or lets it in again; nothing of what it did is lost. */
export function AccountState({ disabledOn }: { disabledOn: string | null }) {
  return (
    <Sheet title={disabledOn ? "已停用" : "停用"}>
      <p>
        {disabledOn
          ? `${formatDate(disabledOn)}起不能登录。办过的事都还在。`
          : "不再担任工作的人，停用账号。马上不能再登录，办过的事都还在，以后可以恢复。"}
      </p>
      <Form method="post">
        <Button name="intent" value={disabledOn ? "enable" : "disable"}>
          {disabledOn ? "恢复使用" : "停用账号"}
        </Button>
      </Form>
    </Sheet>
  )
}
