/**
 * A table as Dutch spreadsheets read it (semicolons, RFC 4180 quotes). A text that begins like a
 * formula gets a quote before it, so that opening the file runs nothing.
 */
export function csvOf(heads: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  const lines = [heads, ...rows].map((row) => row.map(cellOf).join(';'))
  // Excel takes it for UTF-8 by the mark at the beginning.
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}

export function downloadCsv(name: string, csv: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
