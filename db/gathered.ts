const nextTurn = () => new Promise<void>(done => setImmediate(done))

/** Longer than this nobody waits for others to join. */
const longestGatheringMs = 5

/**
 * To the end of a turn in which nobody joined. A server that is asked by many takes their requests in one or two a turn: a
 * read that began after the first of these turns would be for few, and nearly each would have its own.
 */
async function untilNobodyJoins(countJoined: () => number): Promise<void> {
  const startedAt = performance.now()
  for (let before = -1; countJoined() > before; ) {
    if (performance.now() - startedAt > longestGatheringMs) return
    before = countJoined()
    await nextTurn()
  }
}

/**
 * One read for all who ask for the same thing together. It begins only after the turn in which it was asked for: whoever
 * joins it reads nothing older than the own question, and nobody joins a read that has begun. A read that fails has failed
 * for all who waited for it; the next one begins anew. Nothing is kept when it is done.
 *
 * The key must name everything that the answer depends on, and never a person: what one is told, all are told. The answer
 * is shared and must not be changed.
 */
export function gatheredRead<Q extends object, T>(
  read: (q: Q, ...key: string[]) => Promise<T>,
): (q: Q, ...key: string[]) => Promise<T> {
  const readFor = gatheredEach(async (q: Q, key: string[]) => new Map([["all", await read(q, ...key)]]))
  return (q, ...key) => readFor(q, key, "all") as Promise<T>
}

/**
 * One read for all who ask together, where each asks for something of their own: `read` is given everything that was asked
 * for and answers by it, and each is told the answer to the own question only.
 */
export function gatheredEach<Q extends object, K extends string[], T>(
  read: (q: Q, key: K, asked: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): (q: Q, key: K, asked: string) => Promise<T | undefined> {
  type Gathering = { asked: Set<string>; joined: number; answers: Promise<ReadonlyMap<string, T>> }
  const waiting = new WeakMap<Q, Map<string, Gathering>>()

  function begin(q: Q, key: K, name: string, known: Map<string, Gathering>): Gathering {
    const gathering: Gathering = { asked: new Set(), joined: 0, answers: Promise.resolve(new Map()) }
    gathering.answers = untilNobodyJoins(() => gathering.joined).then(() => {
      known.delete(name)
      return read(q, key, [...gathering.asked])
    })
    known.set(name, gathering)
    return gathering
  }

  return async (q, key, asked) => {
    const known = waiting.get(q) ?? new Map<string, Gathering>()
    waiting.set(q, known)
    const name = JSON.stringify(key)
    const gathering = known.get(name) ?? begin(q, key, name, known)
    gathering.asked.add(asked)
    gathering.joined += 1
    return (await gathering.answers).get(asked)
  }
}
