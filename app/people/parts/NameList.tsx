/** What the register knows already, offered while a name is typed: `list` of the field is this `id`. */
export function NameList({ id, names }: { id: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <datalist id={id}>
      {names.map(name => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
