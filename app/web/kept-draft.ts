import { useCallback, useRef } from "react"
import { type Draft, draftOf, fieldsToFill, isOver, type Typed } from "./draft-text"

const keyOf = (name: string) => `draft ${name}`

function read(name: string): Draft | null {
  try {
    return draftOf(sessionStorage.getItem(keyOf(name)))
  } catch {
    return null
  }
}

function write(name: string, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(name), JSON.stringify(draft))
    else sessionStorage.removeItem(keyOf(name))
  } catch {
    // Refused or full: then what is typed lives as long as the page.
  }
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a person fills in; what the page itself carries along, and what is secret, is none of it. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLTextAreaElement ||
        one instanceof HTMLSelectElement ||
        (one instanceof HTMLInputElement && !["hidden", "password", "file", "submit", "button"].includes(one.type))) &&
      one.name !== "",
  )

const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")

const typedIn = (form: HTMLFormElement): Typed =>
  controlsOf(form).map(control => ({
    name: control.name,
    value: control.value,
    ...(isTicked(control) ? { ticked: control.checked } : {}),
  }))

/**
 * Keeps what is half filled in: hang the answer on a form as its `ref`, and a reload, or another page in between, finds
 * the fields as they were. `name` is the form's own in this browser tab; `saved` names what it saved last, so that it
 * begins afresh once that has changed. Only in this tab, and gone with it.
 */
export function useKeptDraft(name: string, saved: string | null = null): (form: HTMLFormElement | null) => void {
  const leave = useRef(() => {})
  return useCallback(
    (form: HTMLFormElement | null) => {
      leave.current()
      leave.current = () => {}
      if (!form) return
      const kept = read(name)
      if (kept && isOver(kept, saved)) write(name, null)
      else if (kept) fill(form, kept.typed)
      const keep = () => write(name, { saved, typed: typedIn(form) })
      const drop = () => write(name, null)
      for (const event of ["input", "change"]) form.addEventListener(event, keep)
      form.addEventListener("reset", drop)
      leave.current = () => {
        for (const event of ["input", "change"]) form.removeEventListener(event, keep)
        form.removeEventListener("reset", drop)
      }
    },
    [name, saved],
  )
}

function fill(form: HTMLFormElement, typed: Typed): void {
  const controls = controlsOf(form)
  for (const [at, field] of fieldsToFill(
    controls.map(({ name, value }) => ({ name, value })),
    typed,
  )) {
    const control = controls[at]!
    if (isTicked(control)) {
      // Pressed as by hand; of a group only the one that was chosen can be.
      if (control.checked !== field.ticked && (field.ticked || control.type === "checkbox")) control.click()
    } else if (control.value !== field.value) {
      // By the setter of the element itself, and told aloud: a field that React leads hears of it too.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value")?.set?.call(control, field.value)
      control.dispatchEvent(new Event("input", { bubbles: true }))
    }
  }
}
