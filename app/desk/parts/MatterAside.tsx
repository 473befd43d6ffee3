import { Link } from "react-router"
import type { MatterView } from "~/desk/matter"
import { claimStateNames } from "~/followup/claims/rules"
import { Facts } from "~/ui/Facts"
import { Segments } from "~/ui/Page"
import { Sheet } from "~/ui/Sheet"

type MatterAsideProps = {
  matter: Pick<MatterView, "facts" | "claims" | "sheets" | "photos" | "topic">
  merged: readonly { id: string; number: string; title: string }[]
  home: string
}

/** Facts, who took it up, papers, photos and merged issues beside the story. */
export function MatterAside({ matter, merged, home }: MatterAsideProps) {
  const { facts, claims, sheets, photos, topic } = matter
  return (
    <>
      <Sheet title="基本情况" more={topic ? { to: `${home}/topics/${topic.id}`, label: "看议题" } : undefined}>
        <Facts items={facts} />
      </Sheet>
      {claims.length > 0 ? (
        <Sheet title="认领" flush>
          <ul className="doclist">
            {claims.map(claim => (
              <li key={claim.claimId}>
                <Link to={`${home}/claims/${claim.claimId}`}>{claim.claimant}</Link>
                <span>
                  <Segments
                    items={[
                      claim.isLate ? "逾期" : claimStateNames[claim.state],
                      claim.isOpen ? `${claim.due}前办好` : claim.done && `${claim.done}完成`,
                      claim.number,
                    ]}
                  />
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {sheets.length > 0 ? (
        <Sheet title="文书" flush>
          <ul className="doclist">
            {sheets.map(sheet => (
              <li key={sheet.id}>
                {sheet.to ? (
                  <Link to={home + sheet.to} reloadDocument>
                    {sheet.title}
                  </Link>
                ) : (
                  sheet.title
                )}
                <span>
                  <Segments items={sheet.facts} />
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {photos.length > 0 ? (
        <Sheet title={`照片${photos.length}张`}>
          <ul className="photo-grid">
            {photos.map(photo => (
              <li key={photo.id}>
                <a href={home + photo.at}>
                  <img
                    src={home + photo.at}
                    alt={photo.caption || "没有说明的照片"}
                    width={photo.width}
                    height={photo.height}
                    loading="lazy"
                  />
                </a>
                {photo.caption ? <p className="small">{photo.caption}</p> : null}
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {merged.length > 0 ? (
        <section className="quiet" aria-labelledby="merged">
          <h2 id="merged">并入的{merged.length}条</h2>
          <ul className="plain">
            {merged.map(issue => (
              <li key={issue.id}>
                <Link to={`${home}/issues/${issue.id}`}>{issue.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
