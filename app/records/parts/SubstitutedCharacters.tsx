import type { SubstitutedCharacter } from "~/records/substituted-characters"
import { Note } from "~/ui/Note"

/** As many as are told one by one. */
const most = 8

/** Before a paper is printed: which characters look a little different, because its font has not got them. */
export function SubstitutedCharacters({ characters }: { characters: readonly SubstitutedCharacter[] }) {
  if (characters.length === 0) return null
  const more = characters.length - most
  return (
    <Note title={`有${characters.length}个字换用别的字库印`}>
      <p>
        {characters
          .slice(0, most)
          .map(({ character, printedIn, where }) => `“${character}”用${printedIn}（在“${where}”处）`)
          .join("，")}
        {more > 0 ? `，另有${more}个` : ""}。能印出来，样子略有不同，请在预览里看一眼。
      </p>
    </Note>
  )
}
