import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"

/** Before there is a draft: nothing has to be typed a second time. */
export function ToDraft({ isOver, mayDraft }: { isOver: boolean; mayDraft: boolean }) {
  return (
    <Sheet title="还没有起草">
      {isOver ? (
        <p>会上的到会、发言和表决都已记下，起草时会自动排好，只要改文字。</p>
      ) : (
        <p>会议还没有散会，散会后才能起草。</p>
      )}
      {isOver && mayDraft ? (
        <Form method="post">
          <Button kind="main" wide name="intent" value="draft">
            起草会议纪要
          </Button>
        </Form>
      ) : null}
    </Sheet>
  )
}
