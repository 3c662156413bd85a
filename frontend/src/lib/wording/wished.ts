import type { TextKey, Translate } from '@/i18n'
import type { AanbodKern, Resultaat } from '@/lib/api/types'
import { config } from '@/lib/config'
import { addDays, formatDay } from '@/lib/dates/localTime'
import { findOutline } from '@/lib/wijken/outlines'
import { either, kinOf } from './kin'
import { inSentence } from './inSentence'
import type { LabelOf, VocabularyList } from './labels'

type Wished = Resultaat['wensen'][number]
type Past = Wished['past']
export type Found = Pick<
  AanbodKern,
  'locatie' | 'werkgebied' | 'opAfspraak' | 'kosten' | 'niveau' | 'doelgroepen' | 'vormen'
>

/** What speaks for a result as somebody wished it, and what does not or is not known. */
export interface Fit {
  met: string[]
  but: string[]
}

/** One way in which a wish can come true, as the visitor said it. */
interface Way {
  soort: Wished['soort']
  past: Past
  /** What the result is, when it is as wished. */
  met: string
  /** What was wished, to follow "niet". */
  wish: string
}

interface Words {
  found: Found
  labelOf: LabelOf
  t: Translate
  language: string
}

const BEST: Record<Past, number> = { past: 2, onbekend: 1, 'past-niet': 0 }
const TIMES: readonly Wished['soort'][] = ['datum', 'dag', 'dagdeel']

/** Which wishes of the question a result meets, in the order in which they were asked. */
export function fitOf(
  wensen: readonly Wished[],
  found: Found,
  labelOf: LabelOf,
  t: Translate,
  language: string,
): Fit {
  const words = { found, labelOf, t, language }
  const fit: Fit = { met: [], but: [] }
  for (const ways of kinOf(wensen).flatMap((group) => waysOf(group, words))) {
    if (!ways[0]) continue
    const best = ways.reduce((a, b) => (BEST[b.past] > BEST[a.past] ? b : a), ways[0])
    if (best.past === 'past') fit.met.push(best.met)
    else fit.but.push(...missed(best, ways, words))
  }
  return { met: [...new Set(fit.met)], but: [...new Set(fit.but)] }
}

/** The same words are one way; of several it has to be one, but who needs a lift and a ramp needs both. */
function waysOf(group: readonly Wished[], words: Words): Way[][] {
  const said = [...new Set(group.map(({ tekst }) => tekst))]
  const ways = said.flatMap((tekst) => {
    const way = wayOf(
      group.filter((wish) => wish.tekst === tekst),
      words,
    )
    return way ? [way] : []
  })
  return ways[0]?.soort === 'toegankelijkheid' ? ways.map((way) => [way]) : [ways]
}

function wayOf(wishes: readonly Wished[], words: Words): Way | null {
  const times = wishes.filter(({ soort }) => TIMES.includes(soort))
  if (times[0]) {
    const worst = times.reduce((a, b) => (BEST[b.past] < BEST[a.past] ? b : a))
    const when = spokenTime(times, words)
    return { soort: worst.soort, past: worst.past, met: when, wish: when }
  }
  const wish = whoOf(wishes) ?? wishes[0]
  return wish ? { soort: wish.soort, past: wish.past, ...spoken(wish, words) } : null
}

/** "Mijn dochter van 9" is an age and a group; one of them says it best. */
function whoOf(wishes: readonly Wished[]): Wished | undefined {
  const age = wishes.find(({ soort }) => soort === 'leeftijd')
  const group = wishes.find(({ soort }) => soort === 'doelgroep')
  if (!age || age.past === 'onbekend') return group
  return age.past === 'past' && group?.past === 'past' ? group : age
}

function missed({ soort, past }: Way, ways: readonly Way[], { found, t }: Words): string[] {
  const wishes = ways.map(({ wish }) => wish)
  if (past === 'past-niet') {
    // Whoever walks in is not alone either.
    if (wishes.includes(t('redenen.inGroep')) && found.vormen.includes('inloop')) return []
    const wat = either(wishes, t)
    return [soort === 'niveau' ? wat : t(NOT[soort] ?? 'redenen.niet', { wat })]
  }
  if (TIMES.includes(soort) && found.opAfspraak) return [inSentence(t('wanneer.opAfspraak'))]
  if (soort === 'toegankelijkheid') return wishes.map((wat) => t('redenen.nietBekend', { wat }))
  return UNKNOWN[soort] ? [t(UNKNOWN[soort])] : []
}

/** How it is said that something is otherwise, where "niet" before the wish will not do. */
const NOT: Partial<Record<Wished['soort'], TextKey>> = {
  doelgroep: 'redenen.nietSpeciaal',
  leeftijd: 'redenen.pastNietBij',
  taal: 'redenen.geen',
}

/** What is worth saying when nobody told; anybody may come where no age or group is stated. */
const UNKNOWN: Partial<Record<Wished['soort'], TextKey>> = {
  wijk: 'redenen.onbekend.wijk',
  datum: 'redenen.onbekend.tijd',
  dag: 'redenen.onbekend.tijd',
  dagdeel: 'redenen.onbekend.tijd',
  kosten: 'redenen.onbekend.kosten',
  aanmelden: 'redenen.onbekend.aanmelden',
  taal: 'redenen.onbekend.taal',
}

function spoken(wish: Wished, { found, labelOf, t }: Words): Pick<Way, 'met' | 'wish'> {
  const { soort, codes } = wish
  const typed = inSentence(wish.tekst)
  // While the vocabularies are not there a label is empty.
  const named = (list: VocabularyList, code: string | number | null | undefined) =>
    inSentence(code == null ? '' : labelOf(list, code)) || typed
  const only = codes.length === 1 ? codes[0] : undefined
  switch (soort) {
    case 'wijk':
      return spokenPlace(codes, found, t)
    case 'kosten':
      return { met: named('kosten', found.kosten), wish: named('kosten', only) }
    case 'doelgroep': {
      const groups = (some: readonly string[]) =>
        t('redenen.voor', {
          // "Kinderen (0 tot 12 jaar)" says more than fits in here.
          wie: either(
            some.map((code) => named('doelgroepen', code).replace(/ \(.*\)$/, '')),
            t,
          ),
        })
      return {
        met: groups(codes.filter((code) => found.doelgroepen.includes(code))),
        wish: groups(codes),
      }
    }
    case 'leeftijd': {
      const [van = '', tot] = codes
      const jaar = tot ? t('filters.vanTot', { van, tot }) : van
      const leeftijd = t('filters.leeftijd', { jaar })
      return { met: t('redenen.pastBij', { wat: leeftijd }), wish: leeftijd }
    }
    case 'vorm':
      return {
        met: named('vormen', only),
        wish: only === 'groep' ? t('redenen.inGroep') : named('vormen', only),
      }
    case 'openVoor':
      return { met: t('redenen.iedereen'), wish: t('redenen.voorIedereen') }
    case 'taal': {
      const taal = labelOf('talen', only ?? '') || wish.tekst
      return { met: t('redenen.ookTaal', { taal }), wish: taal }
    }
    case 'niveau':
      return { met: named('niveaus', found.niveau), wish: named('niveaus', found.niveau) }
    case 'toegankelijkheid':
      return { met: named('toegankelijkheid', only), wish: named('toegankelijkheid', only) }
    default:
      return { met: typed, wish: typed }
  }
}

/** What is for a wijk need not be in it: help at home, a telephone line. */
function spokenPlace(codes: readonly string[], { locatie, werkgebied }: Found, t: Translate) {
  const nameOf = (code: string) => findOutline(code)?.naam ?? code
  const wish = t('waar.in', { namen: either(codes.map(nameOf), t) })
  const own = locatie?.wijk
  if (own && codes.includes(own)) return { met: t('waar.in', { namen: nameOf(own) }), wish }
  if (werkgebied?.stadsbreed)
    return { met: t('waar.stadsbreed', { gemeente: config.gemeente }), wish }
  const served = codes.filter((code) => werkgebied?.wijken.includes(code))
  return {
    met: t('redenen.ookVoor', { wie: either((served.length > 0 ? served : codes).map(nameOf), t) }),
    wish,
  }
}

/** "op dinsdagavond", "'s avonds"; what is no single day or part keeps the words that were typed. */
function spokenTime(times: readonly Wished[], { t, language }: Words): string {
  const one = (soort: Wished['soort']) => {
    const codes = times.find((wish) => wish.soort === soort)?.codes
    return codes?.length === 1 ? codes[0] : undefined
  }
  const typed = inSentence(times[0]?.tekst ?? '')
  const day = DAYS.indexOf(one('dag') ?? '')
  const dag = day < 0 ? '' : formatDay(addDays(A_MONDAY, day), language, { weekday: 'long' })
  const deel = PARTS.find((part) => part === one('dagdeel'))
  const kinds = new Set(times.map(({ soort }) => soort))
  if (kinds.has('datum') || (kinds.has('dag') && !dag) || (kinds.has('dagdeel') && !deel))
    return typed
  if (!dag) return deel ? t(`redenen.deel.${deel}`) : typed
  return t('redenen.op', { dag: deel ? t(`tijd.weekdag.${deel}`, { dag }) : dag })
}

const A_MONDAY = '2026-11-23'
const DAYS = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
const PARTS = ['ochtend', 'middag', 'avond', 'nacht'] as const
