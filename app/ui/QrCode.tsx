import { encode } from "uqr"

/** A QR code as one path. `label` says where it leads, for those who do not see it: 扫码签到. `large` is for a wall. */
export function QrCode({ text, label, large }: { text: string; label: string; large?: boolean }) {
  // Four empty modules around it are part of the code: cameras need them (ISO/IEC 18004).
  const { data, size } = encode(text, { ecc: "M", border: 4 })
  const path = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join("")
  return (
    <div className={large ? "qr qr--large" : "qr"}>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
        <path d={path} fill="#000" />
      </svg>
    </div>
  )
}

function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = []
  row.forEach((dark, x) => {
    const last = found.at(-1)
    if (!dark) return
    if (last && last[0] + last[1] === x) last[1] += 1
    else found.push([x, 1])
  })
  return found
}
