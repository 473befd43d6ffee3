import { z } from "zod"

/** The fields of a venue as they are posted. */
export const venueFields = {
  name: z.string().trim().min(1, "请填名称").max(40, "最多40个字"),
  address: z.string().trim().max(100, "最多100个字"),
  capacity: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,4})?$/, "请填人数，如 30；不知道就空着")
    .transform(text => (text ? Number(text) : null)),
}
