import { describe, expect, it } from 'vitest'
import { alsoSay, dutch } from '@/i18n'
import aanbodTexts from '@/i18n/nl/aanbod.json'
import type { Aanbod } from '@/lib/api/types'
import { eenAanbod } from '@/test/aanbod'
import { brokenWays, surenessOf, type Groep } from './zekerheid'

alsoSay(aanbodTexts)

const MOMENT = { id: '1', behalve: [], tekst: 'Elke dinsdag', rrule: 'FREQ=WEEKLY;BYDAY=TU' }
type Stand = NonNullable<NonNullable<Aanbod['zekerheid']>['tijden']>['stand']

const told = (groep: Groep, stand: Stand, given: Partial<Aanbod> = {}, bevestigdOp?: string) =>
  eenAanbod({
    momenten: [MOMENT],
    contact: { telefoon: '038 000 12 34' },
    zekerheid: {
      geheel: 0.5,
      [groep]: { stand, waarde: 0.3, werktNiet: [], ...(bevestigdOp && { bevestigdOp }) },
    },
    ...given,
  })
const say = (aanbod: Aanbod, groep: Groep) => surenessOf(aanbod, groep, dutch)?.text ?? null

describe('wat een bewoner leest', () => {
  it('is niets bij wat zeker is, en bij wat nog niemand uitrekende', () => {
    expect(say(told('tijden', 'gecontroleerd'), 'tijden')).toBe(null)
    expect(say(eenAanbod({ momenten: [MOMENT] }), 'tijden')).toBe(null)
    expect(say(told('tijden', 'twijfel'), 'kosten')).toBe(null)
  })

  it.each(['lang-geleden', 'twijfel', 'nooit'] as const)('is een raad bij %s', (stand) => {
    expect(say(told('tijden', stand), 'tijden')).toBe(
      'Of deze tijden nog kloppen, weten we niet zeker: bel even.',
    )
    expect(say(told('capaciteit', stand), 'capaciteit')).toBe(
      'Of er plek is, weten we niet zeker: bel even.',
    )
  })

  it('is niet bellen waar geen nummer is', () => {
    const silent = told('kosten', 'lang-geleden', { contact: {} })
    expect(say(silent, 'kosten')).toBe(
      'Of dit nog de prijs is, weten we niet zeker: vraag het even na.',
    )
  })

  it('is niets over tijden die je moet afspreken, en niets over wat gestopt is', () => {
    expect(say(told('tijden', 'nooit', { momenten: [] }), 'tijden')).toBe(null)
    expect(say(told('tijden', 'nooit', { status: 'gestopt' }), 'tijden')).toBe(null)
  })

  it('zegt van contact alleen dat er twijfel is, en niet nog eens als iets niet werkt', () => {
    expect(say(told('contact', 'lang-geleden'), 'contact')).toBe(null)
    expect(say(told('contact', 'twijfel'), 'contact')).toContain('weten we niet zeker')
    const dead = told('contact', 'twijfel')
    dead.zekerheid?.contact?.werktNiet.push('website')
    expect(say(dead, 'contact')).toBe(null)
    expect(brokenWays(dead)).toEqual(['website'])
    expect(brokenWays({ ...dead, status: 'gestopt' })).toEqual([])
  })

  it('noemt de maand als alleen dit is gecontroleerd', () => {
    const old = { bevestigdOp: '2025-09-01T10:00:00+02:00', gecontroleerd: 'niet-recent' } as const
    const later = '2026-10-11T10:00:00+02:00'
    expect(say(told('tijden', 'gecontroleerd', old, later), 'tijden')).toBe(
      'Dit is gecontroleerd in oktober 2026.',
    )
    expect(say(told('tijden', 'gecontroleerd', old, old.bevestigdOp), 'tijden')).toBe(null)
    const fresh = { ...old, gecontroleerd: 'recent' } as const
    expect(say(told('tijden', 'gecontroleerd', fresh, later), 'tijden')).toBe(null)
  })
})
