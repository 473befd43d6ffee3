import type { ChecklistLine } from "~/convening/checklist"
import { Button, ButtonLink } from "~/ui/Button"
import { fieldId } from "~/ui/form-view"
import { Checks } from "~/ui/Lamp"
import { Sheet } from "~/ui/Sheet"

/** The checklist beside the form, as the draft stands saved, with the two ways on. */
export function ConveneChecks({ items, cancel }: { items: ChecklistLine[]; cancel: string }) {
  return (
    <div className="sticky">
      <Sheet title="发出前的核对" flush>
        <Checks
          items={items.map(item => ({
            key: item.key,
            state: item.state,
            title: item.title,
            children: (
              <p className="small">
                {item.text}
                {item.to ? (
                  <>
                    {" "}
                    <a href={`#${fieldId(item.to)}`}>去处理</a>
                  </>
                ) : null}
              </p>
            ),
          }))}
        />
        <div className="sheet__body stack">
          <Button kind="main" wide name="intent" value="check">
            检查并准备发出
          </Button>
          <Button wide name="intent" value="save">
            存为草稿
          </Button>
          <ButtonLink wide to={cancel}>
            不开了
          </ButtonLink>
        </div>
      </Sheet>
    </div>
  )
}
