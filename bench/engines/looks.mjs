// The same fonts and sizes for everybody.
export const faces = {
  fang: { family: "FandolFang", file: "templates/fonts/fang.otf" },
  title: { family: "Noto Serif SC", file: "templates/fonts/song-bold.ttf" },
  hei: { family: "Noto Sans SC", file: "templates/fonts/hei.ttf" },
}
export const sizes = { title: 22, body: 16, lead: 28.99, table: 10.5 }
