import { useState } from 'react'

/** A row of a list that somebody edits, with a key that stays with it. */
interface Row<T> {
  key: number
  value: T
}

interface Removed<T> {
  at: number
  value: T
}

let latest = 0
const keyed = <T>(value: T): Row<T> => ({ key: ++latest, value })

/**
 * A list from elsewhere as rows that keep their key, so that what somebody has open or typed stays
 * with its row; and the row that was taken away last, to be put back.
 */
export function useRows<T>(values: readonly T[], onChange: (values: T[]) => void) {
  const [rows, setRows] = useState(() => values.map(keyed))
  const [removed, setRemoved] = useState<Removed<T> | null>(null)
  const same = rows.length === values.length && rows.every(({ value }, at) => value === values[at])
  // What came from elsewhere: rows of the same place go on, others begin or end.
  const current = same
    ? rows
    : values.map((value, at) => ({ key: rows[at]?.key ?? keyed(value).key, value }))
  if (!same) setRows(current)
  const set = (next: Row<T>[]) => {
    setRows(next)
    onChange(next.map(({ value }) => value))
  }
  return {
    rows: current,
    removed,
    add: (value: T) => {
      const row = keyed(value)
      set([...current, row])
      return row.key
    },
    change: (key: number, value: T) => {
      set(current.map((row) => (row.key === key ? { key, value } : row)))
    },
    remove: (key: number) => {
      const at = current.findIndex((row) => row.key === key)
      const gone = current[at]
      if (!gone) return
      setRemoved({ at, value: gone.value })
      set(current.filter((row) => row !== gone))
    },
    putBack: () => {
      if (!removed) return
      setRemoved(null)
      set(current.toSpliced(removed.at, 0, keyed(removed.value)))
    },
  }
}
