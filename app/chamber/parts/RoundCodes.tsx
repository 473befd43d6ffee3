import type { ListedCode } from "~/chamber/rounds/round-view"

/** 核验码 by choice: whoever kept a code finds in it what the own ballot says. Sorted, so that no place tells anything. */
export function RoundCodes({ codes }: { codes: readonly ListedCode[] }) {
  const choiceNames = [...new Set(codes.map(code => code.choiceName))]
  return (
    <div className="ballot-codes">
      {choiceNames.map(choiceName => (
        <Listed key={choiceName} choiceName={choiceName} codes={codes.filter(one => one.choiceName === choiceName)} />
      ))}
    </div>
  )
}

function Listed({ choiceName, codes }: { choiceName: string; codes: readonly ListedCode[] }) {
  return (
    <section aria-label={`${choiceName}的核验码`}>
      <h3>
        {choiceName}
        <span className="soft">{codes.length}票</span>
      </h3>
      <ul>
        {codes.map(({ code }, at) => (
          <li key={`${code} ${at}`}>{codeWords(code)}</li>
        ))}
      </ul>
    </section>
  )
}

/** In two halves, which is easier to compare: 1234 5678. */
export const codeWords = (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`
