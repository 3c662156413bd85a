import qrcode from 'qrcode-generator'

/** Light around the code, which a camera needs to find it, in modules (ISO/IEC 18004: four). */
const QUIET = 4

/** A QR code as the path of an SVG whose window has `size` modules on each side. */
export function qrPath(text: string): { size: number; path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const squares: string[] = []
  for (let y = 0; y < count; y++) {
    for (let x = 0; x < count; x++) {
      if (code.isDark(y, x)) squares.push(`M${x + QUIET} ${y + QUIET}h1v1h-1z`)
    }
  }
  return { size: count + 2 * QUIET, path: squares.join('') }
}
