import type { Translate, Translator } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'
import { ended, sayable, sayPhone } from '@/lib/voorlezen/sayable'
import type { Spoken } from '@/lib/voorlezen/speech'
import { inSentence } from '@/lib/wording/inSentence'
import type { LabelOf } from '@/lib/wording/labels'
import { momentText } from '@/lib/wording/momentText'
import { closedNow, closedText, comingTimes, whenOf } from '@/lib/wording/when'
import { whereOf } from '@/lib/wording/where'
import { surenessOf, type Groep } from '../zekerheid'

const TIMES = 2

/** Adds a text; in the language of the page, or with `lang` in that of an organisation: Dutch. */
type Say = (text: string | null | undefined | false, lang?: string) => void

/** The page of a listing as somebody would read it to you: what it is, when, where, how to join. */
export function aanbodSpeech(
  aanbod: Aanbod,
  now: Date,
  translator: Translator,
  labelOf: LabelOf,
): Spoken[] {
  const { t, code } = translator
  const said: Spoken[] = []
  const say: Say = (text, lang = code) => {
    if (text && text.trim() !== '')
      said.push({ text: ended(lang === 'nl' ? sayable(text) : text), lang })
  }
  say(aanbod.titel, 'nl')
  say(aanbod.samenvatting, 'nl')
  say(`${t('aanbod.door')} ${aanbod.organisatie.naam}`)
  if (aanbod.status === 'gestopt') {
    say(t('aanbod.gestopt'))
    if (aanbod.verwijstNaar) {
      say(t('aanbod.gestoptHeen'))
      say(aanbod.verwijstNaar.titel, 'nl')
    }
  } else {
    sayFacts(say, aanbod, now, translator, labelOf)
    sayStory(say, aanbod, t)
    sayContact(say, aanbod, t)
  }
  return joined(said)
}

function sayFacts(say: Say, aanbod: Aanbod, now: Date, translator: Translator, labelOf: LabelOf) {
  const { t, code, language } = translator
  const { locatie, kosten, kostenToelichting, aanmelden, wieVerwijst, capaciteit } = aanbod
  say(`${t('aanbod.wanneer')}:`)
  const sure = (groep: Groep) => surenessOf(aanbod, groep, translator)?.text
  for (const { text, lang } of timesOf(aanbod, now, translator)) say(text, lang)
  say(sure('tijden'))
  say(`${t('aanbod.waar')}:`)
  say(whereOf(aanbod, t, language), locatie ? 'nl' : code)
  say(locatie?.straat, 'nl')
  say(`${t('aanbod.kosten')}:`)
  say(kosten ? labelOf('kosten', kosten) : !kostenToelichting && t('aanbod.vraagNa'))
  say(kostenToelichting, 'nl')
  say(sure('kosten'))
  say(`${t('aanbod.meedoen')}:`)
  say(aanmelden ? labelOf('aanmelden', aanmelden) : t('aanbod.vraagNa'))
  say(wieVerwijst && t('aanbod.verwijzer', { wie: inSentence(wieVerwijst) }))
  say(capaciteit && labelOf('capaciteiten', capaciteit))
  say(sure('capaciteit'))
}

function sayStory(say: Say, aanbod: Aanbod, t: Translate) {
  const { nietVoor, eersteKeer, meebrengen } = aanbod
  say(aanbod.beschrijving, 'nl')
  say(aanbod.watLevertHetOp, 'nl')
  say(aanbod.doelgroepToelichting, 'nl')
  say(nietVoor && t('aanbod.nietVoor'))
  say(nietVoor, 'nl')
  say(eersteKeer && `${t('aanbod.eersteKeer')}:`)
  say(eersteKeer, 'nl')
  say(meebrengen && t('aanbod.meebrengen'))
  say(meebrengen, 'nl')
}

function sayContact(say: Say, { organisatie, contact: { naam, telefoon } }: Aanbod, t: Translate) {
  say(naam && t('contact.vraagNaar', { naam }))
  say(telefoon && t('contact.bel', { wie: organisatie.naam }))
  say(telefoon && sayPhone(telefoon))
}

function timesOf(
  aanbod: Aanbod,
  now: Date,
  translator: Translator,
): { text: string; lang?: string }[] {
  const { t, language } = translator
  const closed = closedNow(aanbod, now)
  if (closed) return [{ text: closedText(closed, now, t, language) }]
  const coming = comingTimes(aanbod, now, TIMES, t, language).map(({ spoken }) => ({
    text: spoken,
  }))
  const rules = aanbod.momenten.map((moment) => momentText(moment, translator))
  const known = [...coming, ...rules]
  return known.length > 0 ? known : [whenOf(aanbod, now, translator)]
}

/** Pieces in one language become one text, so that the voice goes on as in a story. */
function joined(said: Spoken[]): Spoken[] {
  return said.reduce<Spoken[]>((texts, { text, lang }) => {
    const last = texts.at(-1)
    if (last?.lang !== lang) return [...texts, { text, lang }]
    return [...texts.slice(0, -1), { text: `${last.text} ${text}`, lang }]
  }, [])
}
