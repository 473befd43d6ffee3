import type { Page } from "playwright-core"
import { expect } from "vitest"
import {
  arriveByCode,
  arriveByQr,
  checkInAtDesk,
  excuse,
  handOn,
  openSeatFor,
  scanWall,
  seeNoted,
  seePresent,
  signByHand,
  signOnPaper,
} from "./hall-check-in"
import { arriveAt, press, see } from "./hands"
import { inspect } from "./inspection"
import type { MeetingHall } from "./meeting-hall"

/** Eleven devices for twelve delegates: 壬九 and 癸十 take turns at one. */
export type Tablets = Record<
  "丙三" | "己六" | "庚七" | "辛八" | "壬九" | "子一" | "丑二" | "寅三" | "辰五" | "巳六" | "午七",
  Page
>

/** By QR code, code and desk, on a shared tablet, without scripts, with a helper, and late; with a quorum the chair opens. */
export async function gather(hall: MeetingHall): Promise<Tablets> {
  const { chair, desk, wall } = hall
  await Promise.all([chair.goto(`${hall.meeting}/console`), desk.goto(`${hall.meeting}/desk`)])
  await press(chair, "开始签到")
  await wall.goto(`${hall.meeting}/screen`)
  await arriveAt(wall, "请签到")
  expect(await scanWall(wall)).toBe(hall.publicDoor)
  const [丙三, 己六, 庚七, 辛八, 壬九, 子一, 丑二, 寅三, 辰五, 巳六, 午七] = await Promise.all([
    hall.tablet(),
    hall.tablet(),
    hall.tablet({ javaScriptEnabled: false }),
    hall.tablet({ size: "phone" }),
    hall.tablet(),
    hall.helpersTablet(),
    hall.tablet(),
    hall.tablet(),
    hall.tablet(),
    hall.tablet(),
    hall.tablet(),
  ])
  await Promise.all([
    arriveByCode(hall, 丙三, "丙三").then(() => signByHand(丙三)),
    arriveByCode(hall, 庚七, "庚七").then(() => signOnPaper(庚七)),
    arriveByQr(hall, 己六, "己六"),
    arriveByQr(hall, 辛八, "辛八"),
    arriveByCode(hall, 壬九, "壬九", true)
      .then(() => signByHand(壬九))
      .then(() => handOn(hall, 壬九, "癸十"))
      .then(() => signByHand(壬九)),
    arriveByQr(hall, 丑二, "丑二"),
    excuse(desk, "申九", "出差").then(() => checkInAtDesk(desk, "未八")),
  ])
  await openSeatFor(hall, 子一, "子一")
  await seePresent(chair, 9)
  await see(chair, "法定人数未到")
  await Promise.all([arriveByQr(hall, 寅三, "寅三"), arriveByQr(hall, 辰五, "辰五"), arriveByQr(hall, 巳六, "巳六")])
  await see(chair, "法定人数已到")
  await press(chair, "宣布开会")
  await see(chair, "会议进行中")
  await arriveByQr(hall, 午七, "午七")
  await Promise.all([
    seePresent(chair, 13),
    seeNoted(desk, "午七", /迟到/),
    desk.getByRole("img", { name: /丙三/ }).waitFor(),
  ])
  await inspect(desk, "desk with comings, goings and signatures")
  return { 丙三, 己六, 庚七, 辛八, 壬九, 子一, 丑二, 寅三, 辰五, 巳六, 午七 }
}
