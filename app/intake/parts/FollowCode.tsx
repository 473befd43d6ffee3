import { Facts } from "~/ui/Facts"
import { QrCode } from "~/ui/QrCode"
import { Sheet } from "~/ui/Sheet"

export type FollowAddress = {
  /** As printed: 3841 2956 07. */
  code: string
  /** Where it leads; null where no other device could open it. */
  url: string | null
}

const told = "告诉提出人，凭它可以看进展、看答复、评满意不满意。只给提出人本人。"

/** 查询码: what the proposer follows the issue by, to be told or shown to him. */
export function FollowCode({ follow }: { follow: FollowAddress }) {
  return (
    <Sheet title="给提出人的查询码">
      <Facts
        items={[
          {
            label: "查询码",
            value: <b>{follow.code}</b>,
            note: follow.url ? told : `${told}打开社区公示栏的网页，填上查询码就能查。`,
          },
        ]}
      />
      {follow.url ? <QrCode text={follow.url} label="扫码看这个问题的进展" /> : null}
    </Sheet>
  )
}
