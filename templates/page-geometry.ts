export const millimetre = 72 / 25.4

/** 版头 red of a 公文, and black. */
export const red = "#E60012"
export const black = "#000000"

/** Type sizes by their Chinese names, in points. */
export const typeSize = { second: 22, third: 16, fourth: 14, smallFourth: 12, fifth: 10.5, smallFifth: 9 } as const

/** Rules in points: the red one under a 版头, table lines, first and last rule of a 版记. */
export const ruleWidth = { masthead: 0.5 * millimetre, table: 0.25 * millimetre, imprint: 0.35 * millimetre } as const

export type Paper = "a4" | "a4Landscape" | "a3" | "a3Landscape"

/** A sheet of paper and the grid its text stands on, in points. */
export type Geometry = {
  width: number
  height: number
  /** 天头 and 订口: the upper left corner of the type area (版心). */
  top: number
  left: number
  measure: number
  depth: number
  /** How many characters a line holds. */
  columns: number
  /** Distance of two characters. */
  pitch: number
  /** Distance of two lines. */
  lead: number
  /** Type size of the body. */
  body: number
  /** The body's size against 3号: what else stands on the sheet is enlarged with it. */
  scale: number
}

/** Paper size and the upper left corner and size of its type area, in millimetres. */
export type TypeArea = { width: number; height: number; top: number; left: number; measure: number; depth: number }

/** A grid of `columns` characters by `lines` lines over a type area, for a body of `body` points. */
export function gridOf(area: TypeArea, columns: number, lines: number, body: number): Geometry {
  return {
    width: area.width * millimetre,
    height: area.height * millimetre,
    top: area.top * millimetre,
    left: area.left * millimetre,
    measure: area.measure * millimetre,
    depth: area.depth * millimetre,
    columns,
    pitch: (area.measure * millimetre) / columns,
    lead: (area.depth * millimetre) / lines,
    body,
    scale: body / typeSize.third,
  }
}

/** GB/T 9704-2012 5.2: A4, 天头 37 mm, 订口 28 mm, 版心 156×225 mm. */
const a4Area: TypeArea = { width: 210, height: 297, top: 37, left: 28, measure: 156, depth: 225 }
/** The same sheet turned, 订口 at its head, as tables lie in a 公文. */
const a4LandscapeArea: TypeArea = { width: 297, height: 210, top: 28, left: 35, measure: 225, depth: 156 }
/** A3 with the margins of A4. */
const a3Area: TypeArea = { width: 297, height: 420, top: 37, left: 28, measure: 243, depth: 348 }
const a3LandscapeArea: TypeArea = { width: 420, height: 297, top: 28, left: 37, measure: 348, depth: 243 }
/** A4 enlarged by the root of two. */
const a3Enlarged: TypeArea = { width: 297, height: 420, top: 52.3, left: 39.6, measure: 220.6, depth: 318.2 }

/** 22 lines of 28 characters. */
export const a4 = gridOf(a4Area, 28, 22, typeSize.third)

const enlarged = typeSize.third * Math.SQRT2

const geometries: Record<Paper, { ordinary: Geometry; large: Geometry }> = {
  // Large print for the elderly is 2号.
  a4: { ordinary: a4, large: gridOf(a4Area, 20, 16, typeSize.second) },
  a4Landscape: {
    ordinary: gridOf(a4LandscapeArea, 40, 15, typeSize.third),
    large: gridOf(a4LandscapeArea, 28, 11, typeSize.second),
  },
  a3: { ordinary: gridOf(a3Area, 43, 34, typeSize.third), large: gridOf(a3Enlarged, 28, 22, enlarged) },
  a3Landscape: {
    ordinary: gridOf(a3LandscapeArea, 62, 23, typeSize.third),
    large: gridOf(a3LandscapeArea, 43, 17, enlarged),
  },
}

/** The grid of a paper; large print enlarges the type, and whatever stands beside it. */
export function geometryOf(paper: Paper = "a4", largePrint = false): Geometry {
  const { ordinary, large } = geometries[paper]
  return largePrint ? large : ordinary
}

/** Baseline of a line of type of `size` in a row of `lead`, from the row's upper edge. */
export function baselineInRow(size: number, lead: number = a4.lead): number {
  return (lead - size) / 2 + size * 0.88
}
