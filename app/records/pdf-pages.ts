/** How many pages a PDF of our own has: its page objects stand in the file unpacked. */
export function countPdfPages(content: Uint8Array): number {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1")
  return text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
}
