import type { DrawingView } from "~/chamber/attendance/signature-view"

/** What someone wrote on the pad, as lines. */
export function SignatureDrawing({ drawing, name }: { drawing: DrawingView; name: string }) {
  return (
    <svg className="signature" viewBox={`0 0 ${drawing.wide} ${drawing.tall}`} role="img" aria-label={`${name}的签名`}>
      {drawing.paths.map((path, at) => (
        <path key={at} d={path} />
      ))}
    </svg>
  )
}
