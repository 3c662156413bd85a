import type { Moment, SpokenTerm, SpokenVocabularia, Vocabularia } from '@/lib/api/types'
import { addDays, formatDay } from '@/lib/dates/localTime'
import { digits } from '@/lib/dates/speakTime'
import { inSentence } from '@/lib/wording/inSentence'
import { directionOf, type LanguageCode } from './languages'
import { createTranslator, type Texts, type TextValues, type Translator } from './translator'

type Spoken = Pick<Moment, 'rrule' | 'begin' | 'eind' | 'van' | 'tot'>

/**
 * Speaks a language other than Dutch. What only those need is here, so that the Dutch pages do
 * not carry it.
 */
export function createForeignTranslator(
  code: LanguageCode,
  texts: Texts,
  fallback: Translator,
): Translator {
  const own = createTranslator(code, texts, fallback)
  const translator: Translator = {
    ...own,
    t: directionOf(code) === 'rtl' ? (key, values) => own.t(key, isolated(values)) : own.t,
    terms: (vocabularia) => inLanguage(vocabularia, own.label),
    moment: (moment) => momentText(moment, translator),
  }
  return translator
}

/** Dutch names inside a line from right to left keep their signs and numbers on their own side. */
function isolated(values: TextValues = {}): TextValues {
  const around = Object.entries(values).map(([name, value]) =>
    typeof value === 'string' && /\p{Script=Latin}/u.test(value)
      ? [name, `\u2068${value}\u2069`]
      : [name, value],
  )
  return Object.fromEntries(around) as TextValues
}

/** The API speaks Dutch; the words of another language stand with its other texts. */
function inLanguage(vocabularia: Vocabularia, labelOf: Translator['label']): SpokenVocabularia {
  const lists = Object.entries(vocabularia).map(([list, terms]) => [
    list,
    terms.map(({ code, label, ouder }): SpokenTerm => {
      const words = labelOf(list, code)
      return {
        code,
        ...(ouder != null && { ouder }),
        ...(words ? { label: words } : { label, lang: 'nl' }),
      }
    }),
  ])
  return Object.fromEntries(lists) as SpokenVocabularia
}

/**
 * When it usually is. The server says every rule in Dutch; in another language the common ones are
 * put together from what that language has ("every week: Tuesday, 19:00 to 21:00"). Null for the
 * rare ones: Dutch is better than nearly right.
 */
function momentText(moment: Spoken, translator: Translator): string | null {
  const { rrule, van, tot } = moment
  const days = rrule ? ruleText(rrule, translator) : dateText(moment, translator)
  const isDayAndNight = van != null && van === tot
  if (days === null || isDayAndNight) return null
  const words = [days, hoursText(moment, translator)]
    .filter(Boolean)
    .join(translator.t('site.komma'))
  const season = rrule ? seasonText(moment, translator) : ''
  return season ? `${words} (${season})` : words
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const WORKDAYS = 'MO,TU,WE,TH,FR'
const SAID = ['FREQ', 'INTERVAL', 'BYDAY', 'WKST']

function ruleText(rrule: string, translator: Translator): string | null {
  const rule = new Map(rrule.split(';').map((part) => part.split('=', 2) as [string, string]))
  if ([...rule.keys()].some((key) => !SAID.includes(key))) return null
  const days = rule.get('BYDAY')?.split(',') ?? []
  const rhythm = `${rule.get('FREQ') ?? ''} ${rule.get('INTERVAL') ?? '1'}`
  const { t } = translator
  if (rhythm === 'DAILY 1' || (rhythm === 'WEEKLY 1' && days.length === DAYS.length))
    return days.length % DAYS.length === 0 ? t('ritme.elkeDag') : null
  if (rhythm === 'WEEKLY 1' && days.join() === WORKDAYS) return t('ritme.doordeweeks')
  const often = OFTEN[rhythm]
  const names = days.map((day) => dayText(day, translator))
  if (!often || names.length === 0 || names.includes(null)) return null
  const list = new Intl.ListFormat(translator.language).format(names as string[])
  return `${t(often)}: ${list}`
}

const OFTEN: Record<string, 'ritme.elkeWeek' | 'ritme.omDeWeek' | 'ritme.elkeMaand'> = {
  'WEEKLY 1': 'ritme.elkeWeek',
  'WEEKLY 2': 'ritme.omDeWeek',
  'MONTHLY 1': 'ritme.elkeMaand',
}

const A_MONDAY = '2026-11-23'

/** "Tuesday"; of `2SU` "Sunday (number 2 in the month)". */
function dayText(code: string, { t, language }: Translator): string | null {
  const [, rank = '', day = ''] = /^(-?\d?)([A-Z]{2})$/.exec(code) ?? []
  const at = DAYS.indexOf(day)
  if (at < 0) return null
  const dag = formatDay(addDays(A_MONDAY, at), language, { weekday: 'long' })
  if (rank === '') return dag
  if (rank === '-1') return t('ritme.laatste', { dag })
  return Number(rank) > 0 ? t('ritme.rang', { dag, rang: rank }) : null
}

function dateText({ begin, eind }: Spoken, translator: Translator): string | null {
  if (!begin) return null
  if (!eind || eind === begin) {
    return formatDay(begin, translator.language, { ...A_DATE, weekday: 'long' })
  }
  return `${translator.t('ritme.elkeDag')}: ${period(begin, eind, translator)}`
}

function seasonText({ begin, eind }: Spoken, translator: Translator): string {
  if (!eind) return ''
  if (begin) return period(begin, eind, translator)
  const tot = formatDay(eind, translator.language, A_DATE)
  return inSentence(translator.t('filters.totEnMet', { tot }))
}

const A_DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const

function period(begin: string, eind: string, { t, language }: Translator): string {
  const day = (date: string) => formatDay(date, language, A_DATE)
  return t('filters.vanTot', { van: day(begin), tot: day(eind) })
}

function hoursText({ van, tot }: Spoken, { t }: Translator): string {
  const clock = (time: string) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number)
    return digits({ hour, minute }, t)
  }
  if (!van) return ''
  return tot
    ? t('tijd.vanTot', { van: clock(van), tot: clock(tot) })
    : t('tijd.vanaf', { van: clock(van) })
}
