import { Form } from "react-router"
import type { SubstitutedCharacter } from "~/records/substituted-characters"
import { Button, ButtonLink } from "~/ui/Button"
import { Checks } from "~/ui/Lamp"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { SubstitutedCharacters } from "./SubstitutedCharacters"

export type ApprovalCheckProps = {
  version: number
  /** 会议纪要, 决议. */
  paper: string
  problems: { key: string; sentence: string }[]
  substituted: readonly SubstitutedCharacter[]
  previewTo: string
  back: string
}

/** Before something that cannot be undone: what is approved stands above, this says what approving does. */
export function ApprovalCheck({ version, paper, problems, substituted, previewTo, back }: ApprovalCheckProps) {
  return (
    <Sheet title="核准并编号">
      {problems.length > 0 ? (
        <Checks items={problems.map(problem => ({ key: problem.key, state: "mend", title: problem.sentence }))} />
      ) : (
        <Note title={`核准后，${paper}的文字不能再改，编号随即给出。`}>
          <p>请先看一遍上面的内容，或者打开PDF样稿。</p>
        </Note>
      )}
      <SubstitutedCharacters characters={substituted} />
      <Form method="post" className="row" reloadDocument>
        <input type="hidden" name="version" value={version} />
        <Button kind="main">核准并编号</Button>
        <ButtonLink document to={previewTo}>
          看PDF样稿
        </ButtonLink>
        <ButtonLink to={back}>先不核准</ButtonLink>
      </Form>
    </Sheet>
  )
}
