import { resolutionTemplate } from "../resolution"
import { wordTemplateOf } from "./write-word"

export const resolutionWordTemplate = wordTemplateOf(resolutionTemplate)
