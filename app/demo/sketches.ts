import sharp from "sharp"

const [width, height] = [960, 640]
const sky = `<rect width="${width}" height="${height}" fill="#dfe8ee"/><rect y="400" width="${width}" height="240" fill="#b9b4aa"/>`
const block = (x: number, y: number, w: number, h: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}"/>`
const tree = (x: number, y: number, size: number) =>
  `${block(x - 5, y, 10, size, "#6f5a45")}<circle cx="${x}" cy="${y}" r="${size * 0.6}" fill="#5d7d4c"/>`

/** A wall with a gate in it, so many pixels wide; the post moves and the kerb with it. */
const gate = (gap: number) =>
  [
    block(0, 200, 380, 260, "#c9a48a"),
    block(380 + gap, 200, width - 380 - gap, 260, "#c9a48a"),
    block(360, 170, 24, 300, "#8a6b55"),
    block(376 + gap, 170, 24, 300, "#8a6b55"),
    block(384, 460, gap - 8, 180, "#9aa0a3"),
    ...Array.from({ length: 4 }, (_, at) => block(380 + gap / 2 - 4, 480 + at * 42, 8, 22, "#f4f2ec")),
  ].join("")

const house = `${block(120, 90, 720, 330, "#d9cdbb")}${Array.from({ length: 12 }, (_, at) =>
  block(165 + (at % 6) * 115, 130 + Math.floor(at / 6) * 130, 70, 80, "#8fa6b5"),
).join("")}`
const river = (water: string, bank: string) =>
  `${block(0, 300, width, 340, bank)}<path d="M0 380 Q 240 330 480 380 T 960 380 V 560 Q 720 520 480 560 T 0 560 Z" fill="${water}"/>`
const roof = (fill: string) => `<path d="M220 250 L480 110 L740 250 Z" fill="${fill}"/>`
const posts = (fill: string) => [270, 400, 560, 690].map(x => block(x, 250, 26, 220, fill)).join("")
const charger = (x: number) => `${block(x, 330, 70, 150, "#3f6f8f")}${block(x + 16, 350, 38, 40, "#dff0d0")}`
const canopy = `${block(150, 250, 660, 22, "#7c8790")}${block(170, 270, 14, 220, "#7c8790")}${block(776, 270, 14, 220, "#7c8790")}`

/** Four bins on the kerb. */
const bins = (x: number) =>
  ["#3f6f8f", "#5d7d4c", "#7a4a3a", "#5c5c5c"].map((fill, at) => block(x + at * 70, 470, 56, 90, fill)).join("")

/** What stands for the photos of the works: plain sketches, drawn when the demo is loaded. */
const scenes = {
  narrowGate: gate(110),
  wideGate: gate(260),
  openDitch: `${house}${block(0, 470, width, 50, "#5e5a3f")}${block(0, 480, width, 14, "#77714d")}`,
  brokenRoad: `${house}${block(0, 440, width, 200, "#8d8d8d")}${block(300, 470, 360, 120, "#6b5a45")}${block(310, 515, 340, 26, "#d8d8d8")}`,
  mendedRoad: `${house}${block(0, 440, width, 200, "#8d8d8d")}${block(300, 470, 360, 120, "#7f7f7f")}`,
  foulRiver: `${river("#6d6a4a", "#7f8a5c")}${[90, 260, 520, 700, 880].map(x => tree(x, 330, 60)).join("")}`,
  clearRiver: `${river("#7fb0c4", "#9fb584")}${[120, 840].map(x => tree(x, 290, 70)).join("")}`,
  wornPavilion: `${posts("#8c7a63")}${roof("#8a7f74")}<path d="M420 180 L470 250 L520 190 Z" fill="#dfe8ee"/>`,
  mendedPavilion: `${posts("#a0522d")}${roof("#4f6d5c")}`,
  oneCharger: `${canopy}${charger(240)}`,
  noticeBoard: `${block(180, 120, 600, 330, "#7a4a3a")}${block(200, 140, 560, 290, "#efe6d2")}${block(250, 165, 190, 240, "#fff")}${block(500, 165, 190, 240, "#fff")}${block(275, 190, 140, 12, "#b3261e")}${block(525, 190, 140, 12, "#b3261e")}${block(230, 450, 16, 150, "#7a4a3a")}${block(714, 450, 16, 150, "#7a4a3a")}`,
  binsByGreen: `${house}${tree(150, 470, 60)}${tree(250, 480, 50)}${bins(420)}`,
  binsAtCorner: `${block(560, 200, 400, 260, "#d9cdbb")}<path d="M0 640 L0 520 L520 520 L520 400 L700 400 L700 640 Z" fill="#8d8d8d"/>${bins(160)}`,
  binsAtWall: `${block(0, 230, width, 230, "#c9a48a")}${bins(560)}`,
  brokenFloor: `${block(0, 400, width, 240, "#a9584a")}${block(320, 470, 300, 110, "#6b5a45")}<circle cx="470" cy="525" r="30" fill="#3c3c3c"/>`,
} as const
export type SceneName = keyof typeof scenes

/** One scene as the bytes of a picture file. */
export const sketch = async (name: SceneName): Promise<Uint8Array> => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${sky}${scenes[name]}</svg>`
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer())
}
