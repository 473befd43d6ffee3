import { minutesTemplate } from "../minutes"
import { wordTemplateOf } from "./write-word"

export const minutesWordTemplate = wordTemplateOf(minutesTemplate)
