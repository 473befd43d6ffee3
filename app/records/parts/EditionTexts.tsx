import type { EditionPiece } from "~/records/edition-rules"
import type { EditionLine, SpotView } from "~/records/edition-views"
import { Sheet } from "~/ui/Sheet"

/** The inner text and the public one, line by line; below each other where there is no room for two. */
export function EditionTexts({ lines, spots }: { lines: EditionLine[]; spots: SpotView[] }) {
  return (
    <Sheet title="对照核对">
      <p className="soft">
        左边是内部原文，右边是居民看到的公示文字，屏幕窄时上下排列。改动的地方带编号和下划线，编号在下面逐处说明。
      </p>
      <div className="edition">
        {lines.map(line => (
          <section
            className={isSame(line) ? "edition__line edition__line--same" : "edition__line"}
            key={line.key}
            aria-label={line.label}
          >
            <h3>{line.label}</h3>
            <div className="edition__side">
              <span>内部原文</span>
              <Pieces pieces={line.inner} spots={spots} side="inner" />
            </div>
            <div className="edition__side edition__side--public">
              <span>{isSame(line) ? "公示文字（与原文相同）" : "公示文字"}</span>
              <Pieces pieces={line.shown} spots={spots} side="public" />
            </div>
          </section>
        ))}
      </div>
    </Sheet>
  )
}

const isSame = (line: EditionLine) => line.shown.every(piece => piece.mark === null)

function Pieces({ pieces, spots, side }: { pieces: EditionPiece[]; spots: SpotView[]; side: "inner" | "public" }) {
  return pieces.map((piece, at) => {
    const spot = piece.mark === null ? undefined : spots[piece.mark]
    if (!spot) return <span key={at}>{piece.text}</span>
    return (
      <mark key={at} className={spot.isKept ? "spot spot--kept" : "spot"} id={`${side}-${spot.index}`}>
        <a href={`#spot-${spot.index}`}>
          {piece.text}
          <sup>
            <span className="vh">{spot.isKept ? "保留原文，第" : "已遮盖，第"}</span>
            {spot.index + 1}
            <span className="vh">处</span>
          </sup>
        </a>
      </mark>
    )
  })
}
