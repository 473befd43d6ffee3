import { createHash } from "node:crypto"
import sharp from "sharp"
import type { Writer } from "#db/client"
import type { SubjectKind } from "#db/schema/registry"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { insertPhoto, listPhotoHashes, type PhotoStage } from "./photo-store"

export const photoMegabytes = 15
export const photosPerSubject = 9
/** The longer side of what is kept: enough for a page and a wall, small enough for a phone. */
const longestSide = 1600
/** A phone takes up to 200 million points; a picture that unpacks to more was made to fill the memory. */
const mostPixels = 210_000_000

/** A photo ready to be kept: turned upright, shrunk, and nothing in it but the picture. */
export type PreparedPhoto = {
  content: Uint8Array
  mediaType: "image/jpeg"
  width: number
  height: number
  fileHash: string
}

/**
 * Reads an upload as a picture, whatever its name says, and writes it anew without place, time or maker.
 * Slow: call it before the transaction. Refusals: photo_missing, photo_too_large, photo_not_image, photo_heic, photo_unreadable.
 */
export async function preparePhoto(bytes: Uint8Array): Promise<Result<PreparedPhoto>> {
  if (bytes.length === 0) return refuse("photo_missing", { field: "photo" })
  if (bytes.length > photoMegabytes * 1024 * 1024)
    return refuse("photo_too_large", { field: "photo", megabytes: photoMegabytes })
  const kind = pictureKindOf(bytes)
  if (!kind) return refuse("photo_not_image", { field: "photo" })
  if (kind === "heic") return refuse("photo_heic", { field: "photo" })
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      // Colours are turned to sRGB; sharp keeps no EXIF, XMP or IPTC unless it is asked to.
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return done({
      content: new Uint8Array(data),
      mediaType: "image/jpeg",
      width: info.width,
      height: info.height,
      fileHash: createHash("sha256").update(data).digest("hex"),
    })
  } catch {
    return refuse("photo_unreadable", { field: "photo" })
  }
}

/**
 * By the first bytes. Only these reach the reader of pictures: an SVG, a PDF or a page named .jpg never does.
 */
function pictureKindOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | "gif" | "heic" | null {
  const head = Buffer.from(bytes.subarray(0, 16))
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return "jpeg"
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return "png"
  const text = head.toString("latin1")
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "webp"
  if (text.startsWith("GIF8")) return "gif"
  return text.slice(4, 8) === "ftyp" ? "heic" : null
}

/**
 * Inner step: keeps a prepared photo. The same picture sent twice is kept once. Of works each stage has its own nine. The
 * caller holds the subject's lock, has asked for permission, and writes the audit row when `isNew`. Refusal: too_many_photos.
 */
export async function storePhotoIn(
  q: Writer,
  ctx: Ctx,
  subject: { kind: SubjectKind; id: string },
  photo: PreparedPhoto,
  caption: string,
  stage: PhotoStage | null = null,
): Promise<Result<{ photoId: string; isNew: boolean }>> {
  const kept = await listPhotoHashes(q, ctx.community.id, subject.kind, subject.id)
  const same = kept.find(one => one.fileHash === photo.fileHash)
  if (same) return done({ photoId: same.id, isNew: false })
  if (kept.filter(one => one.stage === stage).length >= photosPerSubject)
    return refuse("too_many_photos", { field: "photo", most: photosPerSubject })
  const photoId = ctx.newId()
  await insertPhoto(q, {
    communityId: ctx.community.id,
    id: photoId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    ...photo,
    caption,
    stage,
    createdAt: ctx.now(),
    createdBy: ctx.actor.name,
  })
  return done({ photoId, isNew: true })
}
