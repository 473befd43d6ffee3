/** The fields of a resource in the order of its page: the summary of errors follows it. Apart from the form, which browsers need not load. */
export const resourceFieldNames = ["provider", "content", "contactName", "contactPhone", "until"] as const
