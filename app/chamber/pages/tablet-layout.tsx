import { Outlet } from "react-router"
import { Announcer } from "~/chamber/parts/Announcement"

/** What stays on a tablet while its pages come and go: the voice. */
export default function TabletLayout() {
  return (
    <Announcer>
      <Outlet />
    </Announcer>
  )
}
