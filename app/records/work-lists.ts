const enumerators = [
  /^\d{1,2}[.．、)）](?!\d)\s*/,
  /^[（(]\d{1,2}[)）]\s*/,
  /^[一二三四五六七八九十]{1,3}[、.．]\s*/,
  /^[（(][一二三四五六七八九十]{1,3}[)）]\s*/,
  /^[①-⑳]\s*/,
]

/**
 * The works a proposal lists, one entry for each, without their numbers: only where at least two lines begin with the same
 * kind of number (1. ／（一）／一、). A line without one belongs to the work above it; a heading before the first (整治内容：) goes,
 * any other sentence there is an entry of its own. Everything else is one entry.
 */
export function splitWorks(content: string): string[] {
  const lines = content
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(Boolean)
  const kind = enumerators.find(
    one => lines.filter(line => one.test(line)).length > 1 && one.test(firstNumbered(lines)),
  )
  if (!kind) return [content]
  const works: string[] = []
  const before: string[] = []
  for (const line of lines) {
    if (kind.test(line)) works.push(line.replace(kind, ""))
    else if (works.length === 0) before.push(line)
    else works.push(joined([works.pop()!, line]))
  }
  const said = joined(before.filter(line => !/[：:]$/.test(line)))
  return said ? [said, ...works] : works
}

/** Lines as one paragraph. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) => (text === "" || /[，。；：]$/.test(text) ? text + line : `${text}，${line}`), "")

/** The outermost numbering is the one that comes first. */
const firstNumbered = (lines: readonly string[]): string =>
  lines.find(line => enumerators.some(one => one.test(line))) ?? ""
