import { and, asc, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { photos, type SubjectKind } from "#db/schema/registry"

/** Of works: taken before, during or after. */
export const photoStages = photos.stage.enumValues
export type PhotoStage = (typeof photoStages)[number]

/** A photo without its bytes, for lists. */
export type PhotoView = {
  id: string
  subjectId: string
  width: number
  height: number
  caption: string
  stage: PhotoStage | null
  isPublic: boolean
}

const photoView = {
  id: photos.id,
  subjectId: photos.subjectId,
  width: photos.width,
  height: photos.height,
  caption: photos.caption,
  stage: photos.stage,
  isPublic: photos.isPublic,
}

export const insertPhoto = (q: Writer, row: typeof photos.$inferInsert) => q.insert(photos).values(row)

/** Photos of some subjects of one kind, in the order they came. */
export async function listPhotos(
  q: Reader,
  communityId: string,
  kind: SubjectKind,
  subjectIds: readonly string[],
): Promise<PhotoView[]> {
  if (subjectIds.length === 0) return []
  return q
    .select(photoView)
    .from(photos)
    .where(
      and(
        eq(photos.communityId, communityId),
        eq(photos.subjectKind, kind),
        inArray(photos.subjectId, [...subjectIds]),
      ),
    )
    .orderBy(asc(photos.createdAt), asc(photos.id))
}

/** Hashes of a subject's photos, to tell the same picture sent twice. */
export const listPhotoHashes = (q: Reader, communityId: string, kind: SubjectKind, subjectId: string) =>
  q
    .select({ id: photos.id, fileHash: photos.fileHash, stage: photos.stage })
    .from(photos)
    .where(and(eq(photos.communityId, communityId), eq(photos.subjectKind, kind), eq(photos.subjectId, subjectId)))

export async function findPhoto(q: Reader, communityId: string, photoId: string) {
  const [row] = await q
    .select()
    .from(photos)
    .where(and(eq(photos.communityId, communityId), eq(photos.id, photoId)))
  return row ?? null
}

/** False when there is no such photo of this subject. */
export async function updatePhotoCaption(
  q: Writer,
  key: { communityId: string; subjectId: string; photoId: string },
  caption: string,
): Promise<boolean> {
  const changed = await q
    .update(photos)
    .set({ caption })
    .where(
      and(eq(photos.communityId, key.communityId), eq(photos.subjectId, key.subjectId), eq(photos.id, key.photoId)),
    )
    .returning({ id: photos.id })
  return changed.length === 1
}

/** Free to be shown on the public board, or not any more. False when there is no such photo of this subject. */
export async function updatePhotoPublic(
  q: Writer,
  key: { communityId: string; subjectId: string; photoId: string },
  isPublic: boolean,
): Promise<boolean> {
  const changed = await q
    .update(photos)
    .set({ isPublic })
    .where(
      and(eq(photos.communityId, key.communityId), eq(photos.subjectId, key.subjectId), eq(photos.id, key.photoId)),
    )
    .returning({ id: photos.id })
  return changed.length === 1
}
