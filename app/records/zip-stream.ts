import { unzipSync, Zip, ZipDeflate, zipSync } from "fflate"

export type ZipFile = {
  name: string
  content: Uint8Array
  /** Packed in itself already (PDF, docx, xlsx): is only wrapped. */
  isPacked?: boolean
}

/** A zip as it is being made: one file after the other, so that memory holds one at a time. The same files give the same bytes. */
export async function* zipOf(files: AsyncIterable<ZipFile>, year: number): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, bytes) => {
    failure ??= error
    made.push(bytes)
  })
  for await (const { name, content, isPacked } of files) {
    // Deflate even where nothing is to be won: readers that take a stream refuse stored files whose size comes after them.
    const entry = new ZipDeflate(name, { level: isPacked ? 0 : 6 })
    entry.mtime = lastDayOf(year)
    zip.add(entry)
    entry.push(content, true)
    if (failure) throw failure
    yield* made.splice(0)
  }
  zip.end()
  yield* made.splice(0)
}

/** The times in a zip are local ones: a fixed day of the year, whatever clock and zone it is made in. */
const lastDayOf = (year: number) => new Date(year, 11, 31, 12)

/** A workbook whose zip tells no time of its making. */
export const timeless = (workbook: Uint8Array, year: number): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(workbook)).map(([name, content]) => [name, [content, { mtime: lastDayOf(year) }]]),
    ),
  )
