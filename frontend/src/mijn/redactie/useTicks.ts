import { useState } from 'react'

/** Everything has a tick until somebody takes it away, also what came later. */
export function useTicks() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  return {
    isTicked: (id: string) => !left.has(id),
    setTicked: (id: string, isTicked: boolean) => {
      const without = new Set(left)
      if (isTicked) without.delete(id)
      else without.add(id)
      setLeft(without)
    },
  }
}
