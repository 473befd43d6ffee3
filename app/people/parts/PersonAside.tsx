import { href, Link } from "react-router"
import type { Office } from "~/people/register-views"
import type { TimelineEntry } from "~/registry/timeline"
import { ButtonLink } from "~/ui/Button"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"
import { ConsentSheet, type ConsentState } from "./ConsentSheet"

type Params = { community: string; personId: string }

export type PersonAsideProps = {
  params: Params
  namesakes: readonly { id: string; mark: string }[]
  offices: readonly Office[]
  consents: readonly ConsentState[]
  timeline: readonly TimelineEntry[]
  mayEdit: boolean
  managesAccounts: boolean
}

/** What else is known of a person: namesakes, offices, and what was done to the entry. */
export function PersonAside({
  params,
  namesakes,
  offices,
  consents,
  timeline,
  mayEdit,
  managesAccounts,
}: PersonAsideProps) {
  const { community } = params
  const chosen = `?person=${params.personId}`
  const officeAt = (office: Office) =>
    office.kind === "bodyTerm"
      ? href("/c/:community/registers/bodies/:bodyId/terms/:termId", {
          community,
          bodyId: office.bodyId,
          termId: office.id,
        })
      : office.kind === "delegate"
        ? href("/c/:community/registers/delegates/:delegateId", { community, delegateId: office.id })
        : href("/c/:community/registers/representatives/:representativeId", { community, representativeId: office.id })
  return (
    <>
      {namesakes.length > 0 ? (
        <Note kind="warn" title="名册里还有同名的人">
          <ul>
            {namesakes.map(other => (
              <li key={other.id}>
                <Link to={href("/c/:community/registers/persons/:personId", { community, personId: other.id })}>
                  {other.mark}
                </Link>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      <Sheet title="担任">
        {offices.length === 0 ? <p className="soft">还没有担任代表、居民代表或其他职务。</p> : null}
        {offices.length > 0 ? (
          <ul>
            {offices.map(office => (
              <li key={office.id}>
                <Link to={officeAt(office)}>{office.label}</Link>
              </li>
            ))}
          </ul>
        ) : null}
        {mayEdit ? (
          <div className="row">
            <ButtonLink to={href("/c/:community/registers/delegates/new", { community }) + chosen}>
              登记为代表
            </ButtonLink>
            <ButtonLink to={href("/c/:community/registers/representatives/new", { community }) + chosen}>
              登记为居民代表
            </ButtonLink>
            {managesAccounts ? (
              <ButtonLink to={href("/c/:community/accounts/new", { community }) + chosen}>开账号</ButtonLink>
            ) : null}
          </div>
        ) : null}
      </Sheet>
      <ConsentSheet inForce={consents} params={params} />
      <Sheet title="个人信息">
        <p className="soft">本人要看这里存了他的哪些信息，可以打开这一页给他看，也可以打印。</p>
        <div className="row">
          <ButtonLink to={`${href("/c/:community/registers/persons/:personId", params)}/data`}>查看全部信息</ButtonLink>
        </div>
      </Sheet>
      {timeline.length > 0 ? (
        <Sheet title="经过">
          <ul className="stack">
            {timeline.map(entry => (
              <li key={entry.id}>
                {entry.what}
                <span className="hint">
                  {entry.when} {entry.whenNote}　{entry.who}
                </span>
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
    </>
  )
}
