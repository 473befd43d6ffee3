/** The picture itself. Its bytes never change, so the browser of whoever may see it keeps them. */
export const photoResponse = ({ content, mediaType }: { content: Uint8Array; mediaType: string }): Response =>
  new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": mediaType,
      "Cache-Control": "private, max-age=604800, immutable",
      "X-Content-Type-Options": "nosniff",
      "Content-Disposition": "inline",
    },
  })
