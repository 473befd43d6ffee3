import { href } from "react-router"

const stageNames = { before: "施工前", during: "施工中", after: "施工后" } as const

type PublicPhoto = {
  id: string
  width: number
  height: number
  caption: string
  stage?: keyof typeof stageNames | null
}

/** Photos the office let onto the board. `otherwise`: what one shows when nobody wrote it. */
export function PublicPhotos(props: { photos: PublicPhoto[]; community: string; otherwise: string }) {
  const { photos, community, otherwise } = props
  if (photos.length === 0) return null
  return (
    <div className="pair">
      {photos.map(({ id, width, height, caption, stage }) => {
        const stageName = stage ? stageNames[stage] : ""
        const words = [stageName, caption].filter(Boolean).join("，") || otherwise
        return (
          <figure key={id}>
            <img
              src={href("/c/:community/board/photos/:photoId", { community, photoId: id })}
              width={width}
              height={height}
              alt={words}
              loading="lazy"
            />
            <figcaption>{words}</figcaption>
          </figure>
        )
      })}
    </div>
  )
}
