import { Done } from "~/ui/Done"
import { QrCode } from "~/ui/QrCode"

/** Right after something was sent in: the number to keep, and this page's address to take along. */
export function FollowReceipt({ title, code, url }: { title: string; code: string; url: string | null }) {
  return (
    <Done title={title}>
      <p>请记下查询码，凭它随时查办得怎样，答复也在这里看：</p>
      <p className="follow-code">{code}</p>
      {url ? (
        <>
          <QrCode text={url} label="办理情况的地址" />
          <p className="small soft">也可以拍下这个二维码，或者收藏本页。</p>
        </>
      ) : (
        <p className="small soft">也可以收藏本页。知道查询码的人都能看到这件事，请不要随便给别人。</p>
      )}
    </Done>
  )
}
