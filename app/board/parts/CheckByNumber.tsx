import { Form, href } from "react-router"
import { Button } from "~/ui/Button"
import { TextField } from "~/ui/TextField"

/** 核对墙上的纸 by what is printed on it; a plain question, so the answer has an address of its own. */
export function CheckByNumber({ community, typed, error }: { community: string; typed?: string; error?: string }) {
  return (
    <Form method="get" action={href("/c/:community/board/verify", { community })} className="stack">
      <TextField
        name="number"
        label="核验码或编号"
        hint="核验码印在纸的下方，16位，分四组，例如：3f2a 90bc 41d7 e608；编号例如：振社公〔2026〕19号，今年的公示填19就行"
        defaultValue={typed}
        error={error}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
      />
      <Button kind="main">核对</Button>
    </Form>
  )
}
