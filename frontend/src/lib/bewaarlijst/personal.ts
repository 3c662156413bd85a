/** What in a text may lead to a person, so that it does not travel with a list. */
export type Personal = 'telefoon' | 'email' | 'bsn' | 'geboortedatum'

const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]/
const BSN = /\b(\d{8,9}|\d{4}[ .]\d{2}[ .]\d{3}|\d{3}[ .]\d{3}[ .]\d{3})\b/g
/** As people write telephone numbers: with blanks, dots, dashes and brackets between the digits. */
const PHONE = /(\+|\b0)\d?(?:[\s().-]{0,2}\d){8,13}\b/
const MONTH = '(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*'
const DATE = new RegExp(
  [
    String.raw`\b[0-3]?\d([-/. ])[01]?\d\1(?<numeric>\d{4}|\d{2})\b`,
    String.raw`\b[0-3]?\d[-. ]+${MONTH}[-. ]+(?<named>\d{4}|\d{2})\b`,
    String.raw`\b(?<first>\d{4})-[01]\d-[0-3]\d\b`,
  ].join('|'),
  'gi',
)

/** The first kind of personal data in it, or null. A day of this year or later is an appointment. */
export function personalIn(text: string, now: Date): Personal | null {
  if (EMAIL.test(text)) return 'email'
  if (matches(text, BSN).some(([number]) => passesElevenTest(number))) return 'bsn'
  if (PHONE.test(text)) return 'telefoon'
  const years = matches(text, DATE).map(({ groups }) => {
    return groups?.numeric ?? groups?.named ?? groups?.first ?? ''
  })
  return years.some((year) => isPast(year, now)) ? 'geboortedatum' : null
}

const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)]

function isPast(year: string, now: Date): boolean {
  const present = now.getFullYear()
  if (year.length === 4) return Number(year) < present
  return ![0, 1].includes(Number(year) - (present % 100))
}

/** As every burgerservicenummer does. */
function passesElevenTest(number: string): boolean {
  const nine = number.replace(/\D/g, '').padStart(9, '0')
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(nine[i]), 0)
  return sum % 11 === 0 && Number(nine) > 0
}
