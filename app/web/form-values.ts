import { z } from "zod"

/** Every value posted under one name: none, one or several ticked boxes. */
export const severalTexts = z.preprocess(
  value => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()),
)
