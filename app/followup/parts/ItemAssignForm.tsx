import { Form, href, Link } from "react-router"
import type { ItemToAssign, ResolutionToAssign } from "~/followup/assign-reading"
import { HandlerFields } from "~/followup/parts/HandlerFields"
import { TaskBadge } from "~/followup/parts/TaskBadge"
import { Button } from "~/ui/Button"
import { type FormView, fieldValues } from "~/ui/form-view"
import { Note } from "~/ui/Note"
import { Sheet } from "~/ui/Sheet"

type ItemAssignProps = { resolution: ResolutionToAssign; form?: FormView; community: string }

/** The items of a resolution, each with its handler and its day; all that are ticked go out at once. */
export function ItemAssignForm({ resolution, form, community }: ItemAssignProps) {
  const open = resolution.items.filter(item => !item.task)
  const ticked = fieldValues(
    form,
    "item",
    open.map(item => String(item.itemOrdinal)),
  )
  return (
    <Form method="post" className="stack-l">
      <input type="hidden" name="resolution" value={resolution.resolutionId} />
      {resolution.items.map(item => (
        <Sheet title={`第${item.itemOrdinal}项`} key={item.itemOrdinal}>
          <p className="prewrap">{item.content}</p>
          {item.task ? (
            <Assigned task={item.task} community={community} />
          ) : (
            <>
              <label className="check">
                <input
                  type="checkbox"
                  name="item"
                  value={item.itemOrdinal}
                  defaultChecked={ticked.includes(String(item.itemOrdinal))}
                />
                <span>
                  交办<span className="vh">第{item.itemOrdinal}项</span>
                </span>
              </label>
              <HandlerFields
                form={form}
                row={String(item.itemOrdinal)}
                known={item}
                choices={resolution.choices}
                today={resolution.today}
              />
            </>
          )}
        </Sheet>
      ))}
      {open.length > 0 ? (
        <p>
          <Button kind="main">交办勾选的事项</Button>
        </p>
      ) : (
        <Note kind="ok" title="这份决议的各项都已交办">
          <p>
            <Link to={href("/c/:community/tasks", { community })}>看办理情况</Link>
          </p>
        </Note>
      )}
    </Form>
  )
}

function Assigned({ task, community }: { task: NonNullable<ItemToAssign["task"]>; community: string }) {
  return (
    <p>
      <Link to={href("/c/:community/tasks/:taskId", { community, taskId: task.taskId })}>{task.number}</Link> 已交办给
      {task.handler}，{task.due}前完成 <TaskBadge task={task} />
    </p>
  )
}
