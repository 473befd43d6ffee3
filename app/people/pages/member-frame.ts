import { Outlet } from "react-router"
import { memberGate } from "~/people/gate"
import type { Route } from "./+types/member-frame"

export const middleware: Route.MiddlewareFunction[] = [memberGate]
/** Always there: without a loader a client navigation would pass the gate by. */
export const loader = () => null
export default Outlet
