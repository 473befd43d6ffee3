/** A file for anyone; asked anew each time, because a sheet may be withdrawn and a photo taken down. */
export function publicFile(file: {
  content: Uint8Array
  mediaType: string
  fileHash: string
  fileName?: string
}): Response {
  const name = file.fileName ? `; filename*=UTF-8''${encodeURIComponent(file.fileName)}` : ""
  return new Response(new Uint8Array(file.content), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": `inline${name}`,
      "Cache-Control": "no-cache",
      ETag: `"${file.fileHash}"`,
    },
  })
}
