import { Announcement } from "~/chamber/parts/Announcement"
import { ButtonLink } from "~/ui/Button"
import { TabletFrame } from "~/ui/TabletFrame"

/** The round closed, or one may not vote in it: said on the page that was open, and nothing was cast. */
export function BallotGone({ sentence, seat }: { sentence: string; seat: string }) {
  return (
    <TabletFrame subject="表决" airy>
      <Announcement>{`这一票没有投出。${sentence}`}</Announcement>
      <div className="stack">
        <h1>这一票没有投出</h1>
        <p className="lead">{sentence}</p>
        <ButtonLink kind="big" to={seat}>
          回到会场页
        </ButtonLink>
      </div>
    </TabletFrame>
  )
}
