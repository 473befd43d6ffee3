import { Form } from "react-router"
import { Button, type ButtonKind } from "~/ui/Button"

type Props = {
  intent: "printBallotPapers" | "printCountSheet"
  /** Some of the papers by their serials, 4,5; all that are out when left out. */
  serials?: string
  kind?: ButtonKind
  children: string | (string | number)[]
}

/** Files a paper of the round and opens it as it was filed. The browser sends it itself: the answer is a file. */
export const PrintPaper = ({ intent, serials, kind = "plain", children }: Props) => (
  <Form method="post" reloadDocument>
    {serials ? <input type="hidden" name="serials" value={serials} /> : null}
    <Button kind={kind} name="intent" value={intent}>
      {children}
    </Button>
  </Form>
)
