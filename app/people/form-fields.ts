import { z } from "zod"
import { roles } from "#db/schema/people-accounts"
import { isRealDate } from "~/law/civil-date"
import { speak } from "~/web/refusals"
import { chosenHows } from "./choosing"
import { type PersonEntry, readPhone } from "./person-matching"
import { peopleRefusals } from "./refusals"

/** A line that may stay empty. */
export const line = (longest: number) => z.string().trim().max(longest, `最多${longest}个字`).default("")

export const neededLine = (longest: number, sentence: string) =>
  z.string().trim().min(1, sentence).max(longest, `最多${longest}个字`)

/** A telephone as people write it; null when empty. */
export const phone = z
  .string()
  .default("")
  .transform((text, context) => {
    const read = readPhone(text)
    if (read.ok) return read.value
    context.addIssue({ code: "custom", message: speak(peopleRefusals, read) })
    return z.NEVER
  })

/** One of a list that may stay unchosen; null then. */
export const choice = z
  .string()
  .default("")
  .transform(id => id || null)

/** 推选, 委派 or 邀请; null while it is not said. */
export const chosenHow = z
  .enum([...chosenHows, ""])
  .default("")
  .transform(how => how || null)

export const version = z.coerce.number().int().min(1)

const wrongDate = "这一天不存在或看不明白，请写成2026-10-09的样子"
export const date = z.string().trim().min(1, "请填日期").refine(isRealDate, wrongDate)
export const laterDate = z
  .string()
  .trim()
  .default("")
  .refine(text => text === "" || isRealDate(text), wrongDate)
  .transform(text => text || null)

/** Boxes under one name: none, one or several were posted. */
const boxes = <T extends z.ZodType>(each: T) =>
  z.preprocess(posted => (posted === undefined ? [] : Array.isArray(posted) ? posted : [posted]), z.array(each))

export const roleBoxes = boxes(z.enum(roles)).refine(given => given.length > 0, "请至少勾选一个岗位")
export const idBoxes = boxes(z.string().max(60))

/** Who is meant: someone chosen before (`personId`), or a name and perhaps a phone. */
export const who = z
  .object({ personId: z.string().max(60).optional(), name: line(30), phone })
  .refine(typed => typed.personId || typed.name, { path: ["name"], message: "请填姓名" })

export const entryOf = (typed: { personId?: string | undefined; name: string; phone: string | null }): PersonEntry =>
  typed.personId ? { personId: typed.personId } : { name: typed.name, phone: typed.phone }
