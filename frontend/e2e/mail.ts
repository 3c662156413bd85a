/** The text part of a mail as it came over the line, without the line breaks of quoted-printable. */
export function plainTextOf(mail: string): string {
  const [, part = ''] = mail.split(/Content-Type: text\/plain[^]*?\r?\n\r?\n/)
  // Two dashes and a space, before small print, are "--=20" in quoted-printable.
  const [body = ''] = part.split(/\r?\n--==/)
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
