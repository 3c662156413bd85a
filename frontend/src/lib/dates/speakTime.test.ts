import { dutch } from '@/i18n'
import { describe, expect, it } from 'vitest'
import { dagdeelOf, exactPeriod, shortStart, speakClock, speakDay, speakStart } from './speakTime'

const { t } = dutch
// A Sunday, ten o'clock in the morning in winter time.
const now = new Date('2026-11-22T10:00:00+01:00')
const keer = (dag: string, van?: string, tot?: string) => ({
  dag,
  van: van ? `${dag}T${van}:00+01:00` : null,
  tot: tot ? `${dag}T${tot}:00+01:00` : null,
})

describe('de klok', () => {
  it.each([
    [19, 0, 'zeven uur'],
    [19, 15, 'kwart over zeven'],
    [19, 30, 'half acht'],
    [19, 45, 'kwart voor acht'],
    [12, 30, 'half één'],
    [0, 0, 'twaalf uur'],
    [23, 45, 'kwart voor twaalf'],
    [9, 5, '9.05 uur'],
  ])('zegt %i:%i als %s', (hour, minute, words) => {
    expect(speakClock({ hour, minute }, t)).toBe(words)
  })

  it('kent de delen van de dag', () => {
    expect([5, 6, 12, 18, 23].map(dagdeelOf)).toEqual([
      'nacht',
      'ochtend',
      'middag',
      'avond',
      'nacht',
    ])
  })
})

describe('wanneer iets begint', () => {
  it.each([
    [keer('2026-11-22', '19:30'), 'vanavond om half acht'],
    [keer('2026-11-22', '14:00'), 'vanmiddag om twee uur'],
    [keer('2026-11-23', '09:15'), 'morgenochtend om kwart over negen'],
    [keer('2026-11-24', '19:30'), 'dinsdagavond om half acht'],
    [keer('2026-11-28', '13:40'), 'zaterdagmiddag om 13.40 uur'],
    [keer('2026-11-29', '13:00'), 'zondag 29 november'],
    [keer('2026-11-22'), 'vandaag'],
    [keer('2026-11-23'), 'morgen'],
    [keer('2026-11-25'), 'woensdag'],
  ])('zegt het zoals mensen het zeggen', (start, words) => {
    expect(speakStart(start, now, t, 'nl')).toBe(words)
  })

  it('rekent in de tijd van hier, ook als de server die in UTC geeft', () => {
    const start = { dag: '2026-11-22', van: '2026-11-22T18:30:00Z' }
    expect(speakStart(start, now, t, 'nl')).toBe('vanavond om half acht')
  })

  it('houdt de klok gelijk over het begin van de wintertijd', () => {
    const saturday = new Date('2026-10-24T12:00:00+02:00')
    const start = { dag: '2026-10-25', van: '2026-10-25T10:00:00+01:00' }
    expect(speakStart(start, saturday, t, 'nl')).toBe('morgenochtend om tien uur')
  })

  it('vindt vlak na middernacht dat het een nieuwe dag is', () => {
    const night = new Date('2026-11-22T23:30:00Z')
    expect(speakStart(keer('2026-11-23', '09:00'), night, t, 'nl')).toBe('vanochtend om negen uur')
  })

  it.each([
    [keer('2026-11-22', '19:30'), 'vanavond 19.30'],
    [keer('2026-11-23', '19:00'), 'morgen 19.00'],
    [keer('2026-11-24', '19:00'), 'dinsdag 19.00'],
    [keer('2026-12-08', '19:00'), 'di 8 december 19.00'],
    [keer('2026-12-08'), 'di 8 december'],
  ])('kan het ook kort', (start, words) => {
    expect(shortStart(start, now, t, 'nl')).toBe(words)
  })
})

describe('precies', () => {
  it('geeft dichtbij de dag en de uren, verder weg alleen de uren', () => {
    const near = keer('2026-11-24', '19:30', '21:00')
    const far = keer('2026-12-08', '19:30', '21:00')
    expect(exactPeriod(near, now, t, 'nl')).toBe('di 24 november, 19.30 tot 21.00 uur')
    expect(exactPeriod(far, now, t, 'nl')).toBe('19.30 tot 21.00 uur')
  })

  it('laat weg wat niemand weet', () => {
    expect(exactPeriod(keer('2026-11-24', '19:30'), now, t, 'nl')).toBe(
      'di 24 november, vanaf 19.30 uur',
    )
    expect(exactPeriod(keer('2026-11-24'), now, t, 'nl')).toBe('di 24 november')
    expect(exactPeriod(keer('2026-12-08'), now, t, 'nl')).toBe('')
  })

  it('noemt het jaar alleen als dat een ander is', () => {
    expect(speakDay('2026-10-11', now, 'nl')).toBe('11 oktober')
    expect(speakDay('2025-10-11', now, 'nl')).toBe('11 oktober 2025')
  })
})
