/**
 * Before a tablet is handed on: what its pages kept in this browser for whoever sat here goes. The seat itself is in a
 * cookie no script reads; the answer to the form replaces it.
 */
export function leaveNothingBehind(): void {
  try {
    window.sessionStorage.clear()
  } catch {
    // A browser that keeps nothing has nothing to leave behind.
  }
}
