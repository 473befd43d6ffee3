import { setImmediate as nextTurn } from "node:timers/promises"
import { Unzip, UnzipInflate, UnzipPassThrough } from "fflate"
import { done, type Result, refuse } from "~/law/result"
import type { SpreadsheetLimits } from "./spreadsheet-limits"

// Small steps: deflate can swell a thousandfold, and one step's output is held in memory before it can be counted.
const STEP_BYTES = 16 * 1024

/**
 * The named entries of a zip archive, inflated piece by piece and stopped as soon as the budget is spent: what the
 * archive says of its own sizes is not believed. Entries that `wanted` turns down are never inflated.
 */
export async function unpackArchive(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: SpreadsheetLimits,
): Promise<Result<Map<string, Uint8Array>>> {
  if (!hasEndRecord(bytes)) return refuse("spreadsheet_damaged")
  const entries = new Map<string, Uint8Array>()
  let unpacked = 0
  let pushed = 0
  let seen = 0
  let tooLarge = false
  let damaged = false
  const archive = new Unzip(entry => {
    seen += 1
    if (seen > limits.entries) tooLarge = true
    if (tooLarge || !wanted(entry.name)) return
    if (entries.has(entry.name)) damaged = true
    const pieces: Uint8Array[] = []
    entry.ondata = (error, piece, final) => {
      if (error) damaged = true
      if (error || tooLarge) return
      unpacked += piece.length
      if (unpacked > limits.unpackedBytes) tooLarge = true
      if (unpacked > limits.ratioFromBytes && unpacked > pushed * limits.ratio) tooLarge = true
      pieces.push(piece)
      if (final) entries.set(entry.name, tooLarge ? new Uint8Array() : Buffer.concat(pieces))
    }
    entry.start()
  })
  archive.register(UnzipInflate)
  archive.register(UnzipPassThrough)
  try {
    for (let at = 0; at < bytes.length; at += STEP_BYTES) {
      const step = bytes.subarray(at, at + STEP_BYTES)
      pushed += step.length
      archive.push(step, at + STEP_BYTES >= bytes.length)
      if (tooLarge) return refuse("spreadsheet_too_large_when_unpacked")
      if (damaged) return refuse("spreadsheet_damaged")
      // Other people's requests are served between the steps.
      if ((at / STEP_BYTES) % 16 === 15) await nextTurn()
    }
  } catch {
    return refuse("spreadsheet_damaged")
  }
  return done(entries)
}

/** A zip ends with its directory's end record (PK 5 6); a download that broke off lacks it. */
function hasEndRecord(bytes: Uint8Array) {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-(22 + 0xffff))
  return tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
}
