import type { RetentionView } from "~/records/retention-table"
import { Facts } from "~/ui/Facts"
import { Sheet } from "~/ui/Sheet"

/** Which papers are kept how long, and where that comes from. */
export function RetentionTable({ retention }: { retention: RetentionView }) {
  return (
    <Sheet title="保管期限" id="retention">
      <Facts items={retention.classes.map(({ name, papers }) => ({ label: name, value: papers.join("、") }))} />
      <p className="soft">{retention.source}</p>
    </Sheet>
  )
}
