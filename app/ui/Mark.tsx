/** The sign of the station: a roof over a table. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="2.5" aria-hidden="true">
      <path d="M1.5 13.5C8 13 13 9.5 16 3c3 6.5 8 10 14.5 10.5" />
      <path d="M7 13.5h18M8 13.5V28M24 13.5V28M3 28.5h26M11.5 22h9M16 22v6" />
    </svg>
  )
}
