import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { addTopicPhoto, captionTopicPhoto, readTopicPhoto } from "~/agenda/topic-photos"
import { readTopic } from "~/agenda/topic-reading"
import { preparePhoto } from "~/registry/photos"
import { aReadyTopic } from "./factories"

/** A JPEG of one colour, with a place, a maker and a turn in its EXIF. */
const aPhoto = async (width = 40, height = 30, colour = "#884422") =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: colour } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: "SECRETMAKER" },
        IFD3: { GPSLatitude: "33/1 30/1 0/1", GPSLatitudeRef: "N" },
      })
      .toBuffer(),
  )

/** A PNG of a few bytes that claims to be as large as it likes. */
function aBomb(side: number): Uint8Array {
  const crcTable = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data])
    let crc = 0xffffffff
    for (const byte of body) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0)
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const lines = deflateSync(Buffer.alloc(1000))
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", lines), chunk("IEND", Buffer.alloc(0))])
}

test("a photo is turned upright and shrunk, and keeps nothing of where and with what it was taken", async () => {
  const original = await aPhoto(2400, 1200)
  expect(Buffer.from(original).includes("SECRETMAKER")).toBe(true)
  const prepared = await preparePhoto(original)
  if (!prepared.ok) throw new Error(prepared.code)
  // Orientation 6 lies on its side: 2400 × 1200 stands 1200 × 2400, shrunk to 1600 at most.
  expect([prepared.value.width, prepared.value.height]).toEqual([800, 1600])
  const kept = await sharp(prepared.value.content).metadata()
  expect([kept.format, kept.exif, kept.xmp, kept.iptc, kept.orientation]).toEqual([
    "jpeg",
    undefined,
    undefined,
    undefined,
    undefined,
  ])
  expect(Buffer.from(prepared.value.content).includes("SECRETMAKER")).toBe(false)
})

test("a small photo is not blown up", async () => {
  const prepared = await preparePhoto(await aPhoto(40, 30))
  expect(prepared).toMatchObject({ value: { width: 30, height: 40 } })
})

test.each([
  ["a page named .jpg", Buffer.from("<html><script>alert(1)</script></html>"), "photo_not_image"],
  ["an SVG", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), "photo_not_image"],
  ["nothing at all", Buffer.alloc(0), "photo_missing"],
  ["a HEIC of an iPhone", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), "photo_heic"],
  ["a JPEG cut short", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]), "photo_unreadable"],
  ["a bomb of 30000 × 30000", aBomb(30_000), "photo_unreadable"],
  ["more than 15 MB", Buffer.alloc(15 * 1024 * 1024 + 1, 0xff), "photo_too_large"],
])("%s is refused", async (_, bytes, code) => {
  expect(await preparePhoto(bytes)).toMatchObject({ ok: false, code, detail: { field: "photo" } })
})

test("a photo belongs to its topic, has a caption, and the same one sent twice is kept once", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  const photo = { topicId, bytes: await aPhoto(), caption: "楼道" }
  const added = await addTopicPhoto(ctx, photo)
  expect(await addTopicPhoto(ctx, photo)).toEqual(added)
  if (!added.ok) throw new Error(added.code)
  const { photoId } = added.value
  expect((await captionTopicPhoto(ctx, { topicId, photoId, caption: "3栋楼道" })).ok).toBe(true)
  const topic = await readTopic(ctx, topicId)
  expect(topic.ok && topic.value.photos.map(one => one.caption)).toEqual(["3栋楼道"])
  const viewer = await world.as("viewer")
  const read = await readTopicPhoto(viewer, photoId)
  expect(read.ok && (await sharp(read.value.content).metadata()).format).toBe("jpeg")
})

test("the tenth photo is refused", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  for (let n = 1; n <= 9; n++) {
    const added = await addTopicPhoto(ctx, { topicId, bytes: await aPhoto(20 + n, 20), caption: "" })
    expect(added.ok).toBe(true)
  }
  const tenth = await addTopicPhoto(ctx, { topicId, bytes: await aPhoto(50, 20), caption: "" })
  expect(tenth).toMatchObject({ code: "too_many_photos", detail: { most: 9 } })
})

test("a photo is seen and captioned by nobody of another community, nor added to by one who only reads", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  const added = await addTopicPhoto(ctx, { topicId, bytes: await aPhoto(), caption: "" })
  if (!added.ok) throw new Error(added.code)
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const foreign = { ...ctx, community, actor: await aMember(world.installation, community, ["secretary"]) }
  const { photoId } = added.value
  expect(await readTopicPhoto(foreign, photoId)).toMatchObject({ code: "not_found" })
  expect(await captionTopicPhoto(foreign, { topicId, photoId, caption: "" })).toMatchObject({ code: "not_found" })
  const viewer = await world.as("viewer")
  expect(await addTopicPhoto(viewer, { topicId, bytes: await aPhoto(), caption: "" })).toMatchObject({
    code: "forbidden",
  })
  expect(await readTopicPhoto(world.asStranger(), photoId)).toMatchObject({ code: "forbidden" })
})
