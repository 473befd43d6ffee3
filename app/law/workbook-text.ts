/**
 * A text as a cell of a workbook holds it (ECMA-376 22.9.2.19, ST_Xstring): control signs are written _x000D_, and a text
 * that looks like one is escaped itself. Whoever writes the cell says that it is text, so that none is run as a formula.
 */
export const escapeText = (text: string) =>
  text
    // Half a pair of surrogates is no character of XML.
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      sign => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    // The writing library looks texts up in a plain object, where "constructor" is found without having been put.
    .replace(/^(?=[a-z_])\w+$/i, word =>
      word in {} ? `_x${word.charCodeAt(0).toString(16).padStart(4, "0")}_${word.slice(1)}` : word,
    )

/** Excel takes at most 31 characters, and none of these signs. */
export const safeSheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\]/g, " ")
    .slice(0, 31)
    .trim() || "表1"
