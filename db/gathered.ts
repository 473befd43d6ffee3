const nextTurn = () => new Promise<void>(done => setImmediate(done))

/**
 * One read for all who ask for the same thing in one turn of the event loop. It begins only after the turn in which it was
 * asked for: whoever joins it reads nothing older than the own question, and nobody joins a read that has begun. A read
 * that fails has failed for all who waited for it; the next one begins anew.
 *
 * The key must name everything that the answer depends on, and never a person: what one is told, all are told. The answer
 * is shared and must not be changed.
 */
export function gatheredRead<Q extends object, T>(
  read: (q: Q, ...key: string[]) => Promise<T>,
): (q: Q, ...key: string[]) => Promise<T> {
  const waiting = new WeakMap<Q, Map<string, Promise<T>>>()
  return (q, ...key) => {
    const known = waiting.get(q) ?? new Map<string, Promise<T>>()
    waiting.set(q, known)
    const name = JSON.stringify(key)
    const joined = known.get(name)
    if (joined) return joined
    const begun = nextTurn().then(() => {
      known.delete(name)
      return read(q, ...key)
    })
    known.set(name, begun)
    return begun
  }
}
