import { useEffect, useRef, useState } from "react"
import type Pad from "signature_pad"
import { Button } from "~/ui/Button"

/** Points are kept in tenths of a CSS pixel. */
const tenths = (length: number) => Math.round(length * 10)

/**
 * The box one writes the name in: what was drawn stands in hidden fields as plain points, `strokes`, `width`, `height`. The pen
 * is fetched here and nowhere else; where it does not come, the page says where paper is.
 */
export function SignaturePad({ name }: { name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pen = useRef<Pad>(null)
  const [drawn, setDrawn] = useState({ strokes: "", width: 0, height: 0 })
  const [isReady, setReady] = useState(false)

  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return
    let stop = () => {}
    let isGone = false
    void import("signature_pad").then(({ default: SignaturePen }) => {
      if (isGone) return
      const pad = new SignaturePen(sheet, { minWidth: 1.5, maxWidth: 4, penColor: "#1a1a1a" })
      pen.current = pad
      const keep = () => setDrawn(drawnOn(pad, sheet))
      const refit = () => {
        fitTo(sheet, pad)
        keep()
      }
      refit()
      setReady(true)
      pad.addEventListener("endStroke", keep)
      const watch = new ResizeObserver(refit)
      watch.observe(sheet)
      stop = () => {
        watch.disconnect()
        pad.off()
      }
    })
    return () => {
      isGone = true
      stop()
    }
  }, [])

  return (
    <div className="sign__pad">
      <canvas ref={canvas} role="img" aria-label={`${name}写名字的框`} />
      {isReady ? null : <p className="sign__wait">正在打开签名框。一直打不开的，请到签到台在纸上签名。</p>}
      {isReady && drawn.strokes === "" ? <p className="sign__wait">用手指或笔在这里写姓名</p> : null}
      {drawn.strokes === "" ? null : (
        <Button
          type="button"
          className="sign__clear"
          onClick={() => {
            pen.current?.clear()
            setDrawn({ strokes: "", width: 0, height: 0 })
          }}
        >
          清除重写
        </Button>
      )}
      <input type="hidden" name="strokes" value={drawn.strokes} />
      <input type="hidden" name="width" value={drawn.width} />
      <input type="hidden" name="height" value={drawn.height} />
    </div>
  )
}

function drawnOn(pad: Pad, sheet: HTMLCanvasElement) {
  const strokes = pad.toData().map(({ points }) => points.flatMap(({ x, y }) => [tenths(x), tenths(y)]))
  if (strokes.length === 0) return { strokes: "", width: 0, height: 0 }
  return { strokes: JSON.stringify(strokes), width: sheet.offsetWidth, height: sheet.offsetHeight }
}

/** The canvas gets as many points as the screen has; what was drawn before a turn of the tablet is kept, in its proportions. */
function fitTo(sheet: HTMLCanvasElement, pad: Pad): void {
  const ratio = Math.max(window.devicePixelRatio, 1)
  const [wide, tall] = [Math.round(sheet.offsetWidth * ratio), Math.round(sheet.offsetHeight * ratio)]
  if (sheet.width === wide && sheet.height === tall) return
  const before = pad.toData()
  const scale = Math.min(wide / sheet.width, tall / sheet.height)
  sheet.width = wide
  sheet.height = tall
  sheet.getContext("2d")?.scale(ratio, ratio)
  pad.clear()
  pad.fromData(
    before.map(stroke => ({
      ...stroke,
      points: stroke.points.map(point => ({ ...point, x: point.x * scale, y: point.y * scale })),
    })),
  )
}
