import { Form, href } from "react-router"
import type { NoticeView } from "~/records/notice-views"
import { Button } from "~/ui/Button"
import { FileField } from "~/ui/FileField"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"

type NoticePhotosProps = { notice: NoticeView; community: string; form?: FormView }

/** Pictures of the board with the notice on it; the house's own until somebody says that they may be shown. */
export function NoticePhotos({ notice, community, form }: NoticePhotosProps) {
  const { photos, can } = notice
  if (photos.length === 0 && !can.post) return null
  return (
    <Sheet title={photos.length > 0 ? `公示栏照片（${photos.length}张）` : "公示栏照片"} id="photos">
      {photos.length > 0 ? (
        <ul className="photo-grid">
          {photos.map((photo, at) => {
            const to = href("/c/:community/notices/:noticeId/photos/:photoId", {
              community,
              noticeId: notice.noticeId,
              photoId: photo.id,
            })
            const name = photo.caption || `第${at + 1}张照片，没有说明`
            return (
              <li key={photo.id}>
                <a href={to}>
                  <img src={to} alt={name} width={photo.width} height={photo.height} loading="lazy" />
                </a>
                <p className="small">
                  {photo.caption}
                  {photo.isPublic ? "（公开）" : "（不公开）"}
                </p>
                {can.post ? (
                  <Form method="post" encType="multipart/form-data" preventScrollReset>
                    <input type="hidden" name="photoId" value={photo.id} />
                    <Button small name="intent" value={photo.isPublic ? "hide" : "show"}>
                      {photo.isPublic ? "不再公开" : "没有人脸和号码，可以公开"}
                      <span className="vh">：{name}</span>
                    </Button>
                  </Form>
                ) : null}
              </li>
            )
          })}
        </ul>
      ) : null}
      {can.post && photos.length < 9 ? (
        // Made anew after each photo: the file just sent must not wait there to be sent once more.
        <Form method="post" encType="multipart/form-data" className="stack" key={photos.length}>
          <input type="hidden" name="intent" value="photo" />
          <FileField
            label="加一张照片"
            name="photo"
            hint="贴好以后拍一张留底。JPG、PNG或WebP，最大15MB，收下时会去掉拍摄地点和时间。"
            accept="image/jpeg,image/png,image/webp,image/gif"
            error={form?.errors.photo}
          />
          <TextField label="照片说明（选填）" maxLength={60} {...field(form, "caption")} />
          <p>
            <Button>上传</Button>
          </p>
        </Form>
      ) : null}
    </Sheet>
  )
}
