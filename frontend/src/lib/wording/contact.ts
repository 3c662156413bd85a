/** A link that dials: digits only, with the plus of a country code. */
export function phoneHref(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`
}

/** An address to visit, or null: what people typed is never trusted to be one. */
export function webHref(website: string | null | undefined): string | null {
  if (!website) return null
  const address = /^https?:\/\//i.test(website) ? website : `https://${website}`
  return URL.canParse(address) ? address : null
}

export function readableUrl(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
}
