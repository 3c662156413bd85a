import { dutch } from '@/i18n'

/**
 * Dutch text as a voice should get it: figures and signs as people say them, which differs from how
 * they are written. "€ 2,50" is "2 euro 50", "19.30 uur" is "half acht", and a telephone number is its
 * figures.
 */
export function sayable(text: string): string {
  return STEPS.reduce((said, step) => step(said), text)
    .replace(/\s+/g, ' ')
    .trim()
}

/** The figures of a telephone number one by one, with a rest where people rest. */
export function sayPhone(number: string): string {
  const plain = number.trim().replace(/^\+/, 'plus ')
  const groups = plain.split(/[^\dplus]+/).filter(Boolean)
  const whole = groups.length === 1 && groups[0] && groups[0].length > 8 ? groups[0] : null
  const parted = whole?.match(/^\d{3}|\d{1,2}/g) ?? groups
  return parted.map((group) => (group === 'plus' ? group : group.split('').join(' '))).join(', ')
}

/** Sentences one by one: voices stop by themselves in what is very long. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…])\s+/).filter((sentence) => sentence.trim() !== '')
}

/** A heading or a name is a sentence too: without its end the voice would read on. */
export function ended(text: string): string {
  return /[.!?…:]$/.test(text) ? text : `${text}.`
}

type Step = (text: string) => string

const SHORT: [RegExp, string][] = [
  [/\bt\/m\b/g, 'tot en met'],
  [/\bbijv\./g, 'bijvoorbeeld'],
  [/\bo\.a\./g, 'onder andere'],
  [/\bi\.v\.m\./g, 'in verband met'],
  [/\bp\.p\./g, 'per persoon'],
  [/\bevt\./g, 'eventueel'],
  [/\bca\. ?(?=\d)/g, 'ongeveer '],
]

/** An e-mail or web address, as somebody spells it out. */
const ADDRESS =
  /\b(?:https?:\/\/)?(?:www\.)?([\w.+-]+@)?((?:[a-z0-9-]+\.)+[a-z]{2,})\b(?:\/\S*[^\s.,;!?)])?/g

/** Ten figures, or the eight of 0800 and 0900, however they are parted. */
const PHONE = /(?<![\d,.])(?:\+31|0)(?:[ ()-]{0,3}\d){7,10}(?!\d)/g
/** Short numbers, which only the word before them tells from other figures. */
const SHORT_PHONE =
  /\b((?:bel|bellen|nummer|telefoon)(?: naar|:)? )(11[23]|144|116 ?\d{3}|14 ?0\d{2,3})\b/gi

const POSTCODE = /\b([1-9]\d{3}) ?([A-Z]{2})\b/g

const MONEY = /€ ?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}|-+))?|\b(\d+),(\d{2}) euro\b/g

const TIME = String.raw`([01]?\d|2[0-4])[.:]([0-5]\d)`
const HOURS = new RegExp(String.raw`\b${TIME}(?:(?: ?[-–] ?| tot | en )${TIME})? uur\b`, 'g')
const LOOSE_TIME = new RegExp(
  String.raw`\b(om|van|tot|vanaf|rond|voor|na) ${TIME}\b(?!\.?\d)`,
  'gi',
)
const WHOLE_HOURS = /\b(\d{1,2}) ?[-–] ?(\d{1,2}) uur\b/g

const STEPS: Step[] = [
  (text) => SHORT.reduce((said, [short, long]) => said.replace(short, long), text),
  (text) =>
    text.replace(ADDRESS, (_, name: string | undefined, place: string) =>
      [name ? `${dotted(name.slice(0, -1))} apenstaartje` : '', dotted(place)].join(' '),
    ),
  (text) => text.replace(PHONE, (number) => sayPhone(number)),
  (text) =>
    text.replace(SHORT_PHONE, (_, before: string, number: string) => before + sayPhone(number)),
  (text) =>
    text.replace(POSTCODE, (_, figures: string, letters: string) =>
      [figures, letters].map((part) => part.split('').join(' ')).join(' '),
    ),
  (text) =>
    text.replace(
      MONEY,
      (_, euros?: string, cents?: string, otherEuros?: string, otherCents?: string) =>
        sayMoney(euros ?? otherEuros ?? '', cents ?? otherCents ?? ''),
    ),
  (text) =>
    text.replace(
      HOURS,
      (
        _,
        hour: string,
        minute: string,
        toHour: string | undefined,
        toMinute: string | undefined,
      ) =>
        toHour && toMinute
          ? `${sayClock(hour, minute)} tot ${sayClock(toHour, toMinute)}`
          : sayClock(hour, minute),
    ),
  (text) => text.replace(WHOLE_HOURS, '$1 tot $2 uur'),
  (text) =>
    text.replace(
      LOOSE_TIME,
      (_, before: string, hour: string, minute: string) => `${before} ${sayClock(hour, minute)}`,
    ),
]

const dotted = (text: string) => text.replaceAll('.', ' punt ')

function sayMoney(euros: string, cents: string): string {
  const whole = Number(euros.replaceAll('.', ''))
  const rest = Number(cents.replaceAll('-', ''))
  if (rest === 0) return `${whole} euro`
  return whole === 0 ? `${rest} cent` : `${whole} euro ${rest}`
}

/** "half acht", "kwart over tien", "tien voor half drie": the hours of a clock with hands. */
function sayClock(hourText: string, minuteText: string): string {
  const [hour, minute] = [Number(hourText), Number(minuteText)]
  const name = (value: number) => dutch.t(`tijd.uren.${String(((value + 11) % 12) + 1) as '1'}`)
  if (minute === 0) return `${name(hour)} uur`
  if (minute < 15) return `${minute} over ${name(hour)}`
  if (minute === 15) return `kwart over ${name(hour)}`
  if (minute < 30) return `${30 - minute} voor half ${name(hour + 1)}`
  if (minute === 30) return `half ${name(hour + 1)}`
  if (minute < 45) return `${minute - 30} over half ${name(hour + 1)}`
  if (minute === 45) return `kwart voor ${name(hour + 1)}`
  return `${60 - minute} voor ${name(hour + 1)}`
}
