import { Link } from "react-router"
import type { MatterView } from "~/desk/matter"
import { NextStep } from "~/ui/Answers"
import { ButtonLink } from "~/ui/Button"
import { Sheet } from "~/ui/Sheet"
import { Timeline } from "~/ui/Timeline"

/** The one thing to do now; a button for whoever does it, the sentence for everyone. */
export function MatterNext({ next, home }: { next: NonNullable<MatterView["next"]>; home: string }) {
  return (
    <NextStep
      title={`下一步：${next.title}`}
      action={
        next.mayAct ? (
          <ButtonLink kind="main" to={home + next.to}>
            {next.action}
          </ButtonLink>
        ) : null
      }
    >
      <p>
        {next.why}
        {next.due ? <b className={next.isLate ? "red nb" : "nb"}>{next.due}前。</b> : null}
      </p>
    </NextStep>
  )
}

type Shown = { isOldestFirst: boolean; isEverything: boolean }
type MatterLifeProps = { life: MatterView["life"]; said: string; shown: Shown; home: string }

const addressOf = ({ isOldestFirst, isEverything }: Shown) =>
  `?${[isOldestFirst ? "oldest" : "", isEverything ? "all" : ""].filter(Boolean).join("&")}#life`

/** 来龙去脉, newest first and without its small steps, unless asked otherwise. */
export function MatterLife({ life, said, shown, home }: MatterLifeProps) {
  return (
    <Sheet
      title="这件事的来龙去脉"
      id="life"
      more={{
        to: addressOf({ ...shown, isOldestFirst: !shown.isOldestFirst }),
        label: shown.isOldestFirst ? "改为最新在前" : "改为最早在前",
      }}
    >
      <p className="small">
        <Link to={addressOf({ ...shown, isEverything: !shown.isEverything })}>
          {shown.isEverything ? "只看要紧的" : "看每一笔记录"}
        </Link>
      </p>
      <Timeline
        items={life.map(event => ({
          key: event.id,
          when: event.when,
          whenNote: event.whenNote,
          title: event.what,
          state: event.state,
          children: (
            <>
              {event.more.map(line => (
                <p key={line}>{line}</p>
              ))}
              <p className="small soft">
                {event.who}
                {event.about ? "　" : null}
                {event.about?.to ? <Link to={home + event.about.to}>{event.about.label}</Link> : event.about?.label}
              </p>
            </>
          ),
        }))}
      />
      <p className="soft">居民的原话：</p>
      <p className="quote">{said}</p>
    </Sheet>
  )
}
