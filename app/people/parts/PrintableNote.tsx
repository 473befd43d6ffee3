import { Note } from "~/ui/Note"

/** Said at entry, so that nobody learns it only from the printed sheet. Nothing when every character can be printed. */
export function PrintableNote({ missing }: { missing: readonly string[] }) {
  if (missing.length === 0) return null
  return (
    <Note kind="warn" title={`“${missing.join("”“")}”现在印不出来`}>
      <p>
        资料已经保存，屏幕上照常显示。印文书前，请把含有这个字的字体文件放进字体文件夹，或在征得本人同意后换用通行的写法。
      </p>
    </Note>
  )
}
