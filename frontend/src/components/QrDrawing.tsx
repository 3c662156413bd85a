import qrcode from 'qrcode-generator'

/** As ISO/IEC 18004 asks around it, in modules. */
const QUIET = 4

export default function QrDrawing({ address, label }: { address: string; label?: string }) {
  const code = qrcode(0, 'L')
  code.addData(address)
  code.make()
  const count = code.getModuleCount()
  const size = count + 2 * QUIET
  return (
    <svg
      className="sk-qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path className="sk-qr__paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path d={darkRuns(count, (row, column) => code.isDark(row, column))} />
    </svg>
  )
}

/** One path for all: each run of dark modules in a row is a bar. */
function darkRuns(count: number, isDark: (row: number, column: number) => boolean): string {
  let path = ''
  for (let row = 0; row < count; row++) {
    let run = 0
    for (let column = 0; column <= count; column++) {
      if (column < count && isDark(row, column)) run++
      else if (run > 0) {
        path += `M${column - run + QUIET} ${row + QUIET}h${run}v1h-${run}z`
        run = 0
      }
    }
  }
  return path
}
