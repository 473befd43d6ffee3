import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react"

/** From the ordinary size down to the smallest that is read from the last row; at the last one long texts are cut. */
const steps = ["", "fit-1", "fit-2", "fit-3", "fit-4", "fit-5", "fit-6", "fit-7", "fit-7 is-cut"] as const

type Props = { className: string; live?: boolean; children: ReactNode }

/**
 * The middle of the wall in the largest size that the wall has room for: nothing on it scrolls, and what is clipped is seen by
 * nobody. Measured anew with every change; without scripts it stays at the ordinary size.
 */
export function Fitted({ className, live, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [step, setStep] = useState<string>(steps[0])
  const fit = () => {
    const [middle, wall] = [box.current, box.current?.closest("main")]
    if (!middle || !wall) return
    const found = steps.find(one => {
      middle.className = `${className} ${one}`.trimEnd()
      return wall.scrollHeight <= wall.clientHeight
    })
    setStep(found ?? steps.at(-1)!)
  }
  useLayoutEffect(fit)
  useEffect(() => {
    addEventListener("resize", fit)
    return () => removeEventListener("resize", fit)
  })
  return (
    <div ref={box} className={`${className} ${step}`.trimEnd()} aria-live={live ? "polite" : undefined}>
      {children}
      <p className="wall__more">字多，大屏放不下，全文请看平板。</p>
    </div>
  )
}
