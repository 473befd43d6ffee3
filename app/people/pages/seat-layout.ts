import { Outlet } from "react-router"
import { seatGate } from "~/people/gate"
import { unlessGiven } from "~/web/given-ahead"
import type { Route } from "./+types/seat-layout"

export const middleware: Route.MiddlewareFunction[] = [seatGate]
/** Always there: without a loader a client navigation would pass the gate by. */
export const loader = () => null
export const shouldRevalidate = unlessGiven
export default Outlet
