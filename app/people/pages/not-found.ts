import { notHere } from "~/people/gate"

/** Every address no one knows comes here, so that it too passes the first door (headers, log). */
export function loader() {
  throw notHere()
}
export const action = loader
export default function NotFound() {
  return null
}
