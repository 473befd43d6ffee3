import { Link } from "react-router"
import { Mark } from "~/ui/Mark"
import { SkipLink } from "~/ui/SkipLink"

export type NavItem = { to: string; label: string; current?: boolean }

export type LetterheadProps = {
  /** Who issues this page: the community's name. Without one (first run) the station's own name stands alone. */
  community?: string
  /** What the page belongs to; 议事驿站 unless said otherwise (公示栏). */
  place?: string
  /** Where the sign leads. */
  home: string
  nav?: NavItem[]
  /** Who is signed in, and where their own sign-ins are listed; without one there is no 退出. */
  person?: { name: string; role?: string; to?: string }
  /** Whether the page is shown in 长辈版 now. */
  elder?: boolean
  /** The path the switch comes back to: this page. */
  back: string
  /** Lower head for phones. */
  slim?: boolean
}

/** The head of a page, with the skip link before it. Both of its forms work without JavaScript. */
export function Letterhead({ community, place = "议事驿站", home, nav, person, elder, back, slim }: LetterheadProps) {
  return (
    <>
      <SkipLink />
      <header className={slim ? "head head--slim" : "head"}>
        <div className="head__in">
          <Link className="mark" to={home}>
            <Mark />
            <b>{community ?? place}</b>
            {community ? <span>{place}</span> : null}
          </Link>
          {nav?.length ? <MainNav items={nav} /> : null}
          <div className="who">
            <ScaleSwitch elder={elder} back={back} />
            {person ? (
              <>
                <span className="hide">
                  {person.to ? (
                    <Link to={person.to} aria-label={`${person.name}，我的登录`}>
                      {person.name}
                    </Link>
                  ) : (
                    person.name
                  )}
                  {person.role ? `　${person.role}` : null}
                </span>
                <form method="post" action="/sign-out">
                  <button className="link" type="submit">
                    退出
                  </button>
                </form>
              </>
            ) : null}
          </div>
        </div>
      </header>
    </>
  )
}

function MainNav({ items }: { items: NavItem[] }) {
  return (
    <nav className="nav" aria-label="主要栏目">
      {items.map(item => (
        <Link key={item.to} to={item.to} aria-current={item.current ? "page" : undefined}>
          {item.label}
        </Link>
      ))}
    </nav>
  )
}

/** Posts `scale` (`elder` or `standard`) and `back` to /scale, which sets the cookie that the root reads. */
export function ScaleSwitch({ elder, back }: { elder?: boolean; back: string }) {
  return (
    <form method="post" action="/scale">
      <input type="hidden" name="back" value={back} />
      <button className="link" type="submit" name="scale" value={elder ? "standard" : "elder"}>
        {elder ? "标准版" : "长辈版"}
      </button>
    </form>
  )
}
