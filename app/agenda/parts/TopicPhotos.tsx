import { Form } from "react-router"
import { Button } from "~/ui/Button"
import { FileField } from "~/ui/FileField"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"

type Photo = { id: string; width: number; height: number; caption: string }

/** The photos of a topic, each with its caption, and a form for one more. */
export function TopicPhotos(props: { photos: Photo[]; community: string; mayEdit: boolean; form?: FormView }) {
  const { photos, community, mayEdit, form } = props
  const addressOf = (photo: Photo) => `/c/${community}/photos/${photo.id}`
  if (photos.length === 0 && !mayEdit) return null
  return (
    <Sheet title={photos.length > 0 ? `照片（${photos.length}张）` : "照片"} id="photos">
      {photos.length > 0 ? (
        <ul className="photo-grid">
          {photos.map((photo, at) => (
            <li key={photo.id}>
              <a href={addressOf(photo)}>
                <img
                  src={addressOf(photo)}
                  alt={photo.caption || `第${at + 1}张照片，没有说明`}
                  width={photo.width}
                  height={photo.height}
                  loading="lazy"
                />
              </a>
              {mayEdit ? <CaptionForm photo={photo} at={at} /> : <p className="small">{photo.caption}</p>}
            </li>
          ))}
        </ul>
      ) : null}
      {mayEdit && photos.length < 9 ? (
        // Made anew after each photo: the file just sent must not wait there to be sent once more.
        <Form method="post" encType="multipart/form-data" className="stack" key={photos.length}>
          <input type="hidden" name="intent" value="add" />
          <FileField
            label="加一张照片"
            name="photo"
            hint="JPG、PNG或WebP，最大15MB。收下时会缩小，并去掉拍摄地点和时间。"
            accept="image/jpeg,image/png,image/webp,image/gif"
            error={form?.errors.photo}
          />
          <TextField label="照片说明（选填）" {...field(form, "caption")} error={form?.errors.caption} />
          <p>
            <Button>上传</Button>
          </p>
        </Form>
      ) : null}
    </Sheet>
  )
}

function CaptionForm({ photo, at }: { photo: Photo; at: number }) {
  return (
    <details>
      <summary className="small">{photo.caption || "写说明"}</summary>
      <Form method="post" encType="multipart/form-data" className="row">
        <input type="hidden" name="intent" value="caption" />
        <input type="hidden" name="photoId" value={photo.id} />
        <input
          className="input"
          name="caption"
          defaultValue={photo.caption}
          maxLength={60}
          aria-label={`第${at + 1}张照片的说明`}
        />
        <Button small>存</Button>
      </Form>
    </details>
  )
}
