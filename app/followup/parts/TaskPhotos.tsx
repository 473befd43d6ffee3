import { Form, href } from "react-router"
import { PhotoFields } from "~/followup/parts/WorkForms"
import { photoStageNames } from "~/followup/rules"
import type { TaskView } from "~/followup/task-reading"
import { Button } from "~/ui/Button"
import { type FormView, field } from "~/ui/form-view"
import { Sheet } from "~/ui/Sheet"
import { TextField } from "~/ui/TextField"

type Photo = TaskView["photos"][number]
const stages = ["before", "during", "after"] as const

/** Before, during, after; the office lets single ones onto the public board. */
export function TaskPhotos(props: { task: TaskView; community: string; form?: FormView }) {
  const { task, community, form } = props
  const { photos, can } = task
  // While progress is reported the photos go with the report.
  const mayAdd = can.photograph && !can.report
  if (photos.length === 0 && !mayAdd) return null
  return (
    <Sheet title={photos.length > 0 ? `照片（${photos.length}张）` : "照片"} id="photos">
      {photos.length > 0 ? (
        <ul className="photo-grid">
          {stages
            .flatMap(stage => photos.filter(photo => photo.stage === stage))
            .map(photo => (
              <Picture
                key={photo.id}
                photo={photo}
                address={href("/c/:community/tasks/:taskId/photos/:photoId", {
                  community,
                  taskId: task.taskId,
                  photoId: photo.id,
                })}
                mayPublish={can.publish}
              />
            ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <details open={Boolean(form)}>
          <summary>加照片</summary>
          <Form method="post" encType="multipart/form-data" className="stack" key={photos.length}>
            <PhotoFields form={form} required />
            <TextField label="照片说明（选填）" {...field(form, "caption")} maxLength={60} />
            <Button wide name="intent" value="photo">
              上传
            </Button>
          </Form>
        </details>
      ) : null}
    </Sheet>
  )
}

function Picture({ photo, address, mayPublish }: { photo: Photo; address: string; mayPublish: boolean }) {
  const words = [photo.stage ? photoStageNames[photo.stage] : "", photo.caption].filter(Boolean).join("：")
  return (
    <li>
      <a href={address}>
        <img src={address} alt={words} width={photo.width} height={photo.height} loading="lazy" />
      </a>
      <p className="small">{words}</p>
      {photo.isPublic ? <p className="small soft">已放到公开栏</p> : null}
      {mayPublish ? (
        <Form method="post">
          <input type="hidden" name="photoId" value={photo.id} />
          <Button small name="intent" value={photo.isPublic ? "hide" : "show"}>
            {photo.isPublic ? "从公开栏撤下" : "放到公开栏"}
            <span className="vh">（{words}）</span>
          </Button>
        </Form>
      ) : null}
    </li>
  )
}
