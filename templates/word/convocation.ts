import { convocationTemplate } from "../convocation"
import { wordTemplateOf } from "./write-word"

export const convocationWordTemplate = wordTemplateOf(convocationTemplate)
