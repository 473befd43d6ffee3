// A cell that begins like this is run as a formula by spreadsheet programs that open a text file (CSV injection).
const ACTIVE = /^'*[=+\-@＝＋－＠\t\r\n]/

/**
 * The same text, made inert for a CSV cell by an apostrophe in front. Workbooks need none of this: there a cell says
 * itself that it is text. Texts that already begin with apostrophes before such a sign get one more, so that
 * `restoreText` gives every text back as it was.
 */
export const inertText = (text: string) => (ACTIVE.test(text) ? `'${text}` : text)

/** Takes off what `inertText` put on; any other text stays as it is. */
export const restoreText = (text: string) => (text.startsWith("'") && ACTIVE.test(text) ? text.slice(1) : text)
