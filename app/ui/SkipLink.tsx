/** The first thing the Tab key meets. Its target is the `main` of Page, TabletFrame and ConsoleFrame. */
export function SkipLink() {
  return (
    <a className="skip" href="#main">
      跳到主要内容
    </a>
  )
}
