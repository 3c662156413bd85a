import { expect, it } from 'vitest'
import { alsoSay, dutch, loadLanguage } from '@/i18n'
import aanbodTexts from '@/i18n/nl/aanbod.json'
import { labelIn } from '@/lib/wording/labels'
import { eenAanbod } from '@/test/aanbod'
import { aanbodSpeech } from './aanbodSpeech'

alsoSay(aanbodTexts)

const now = new Date('2026-11-30T09:00:00+01:00')
const label = (list: string, code: string | number) => `${list} ${code}`

const koffie = eenAanbod({
  samenvatting: 'Schuif aan. Het kost € 1,50',
  komende: [{ dag: '2026-12-01', van: '2026-12-01T14:30:00+01:00', tot: null }],
  momenten: [
    {
      id: '03',
      behalve: [],
      tekst: 'Elke dinsdag 14.30 tot 16.00 uur',
      rrule: 'FREQ=WEEKLY;BYDAY=TU',
      van: '14:30',
      tot: '16:00',
    },
  ],
  locatie: { naam: 'De Brug', straat: 'Brugstraat 3', wijk: 'WK019330' },
  kosten: 'tot-5',
  aanmelden: 'binnenlopen',
  eersteKeer: 'Loop binnen om 14.15 uur',
  contact: { naam: 'Anna', telefoon: '038 000 12 34', email: 'anna@example.org' },
})

it('leest een bladzijde voor in één taal, met cijfers zoals mensen ze zeggen', () => {
  expect(aanbodSpeech(koffie, now, dutch, label)).toEqual([
    {
      lang: 'nl',
      text:
        'Koffie in De Brug. Schuif aan. Het kost 1 euro 50. Van De Brug. ' +
        'Wanneer: morgenmiddag om half drie. Elke dinsdag half drie tot vier uur. ' +
        'Waar: De Brug, Holtenbroek. Brugstraat 3. ' +
        'Wat kost het: kosten tot-5. Hoe doe je mee: aanmelden binnenlopen. ' +
        'De eerste keer: Loop binnen om kwart over twee. ' +
        'Vraag naar Anna. Bel De Brug: 0 3 8, 0 0 0, 1 2, 3 4.',
    },
  ])
})

it('wisselt in een andere taal van stem tussen de site en de organisatie', async () => {
  const turkish = await loadLanguage('tr')
  const pieces = aanbodSpeech(koffie, now, turkish, labelIn(undefined))
  expect(pieces.map(({ lang }) => lang).slice(0, 4)).toEqual(['nl', 'tr', 'nl', 'tr'])
  expect(pieces[0]?.text).toBe('Koffie in De Brug. Schuif aan. Het kost 1 euro 50.')
  expect(pieces.at(-1)?.lang).toBe('tr')
})

it('vertelt van wat gestopt is niet meer hoe je er komt', () => {
  const [piece] = aanbodSpeech({ ...koffie, status: 'gestopt' }, now, dutch, label)
  expect(piece?.text).toContain('Dit is gestopt.')
  expect(piece?.text).not.toContain('0 3 8')
  const { id, slug, organisatie } = koffie
  const verwijstNaar = { id, slug, titel: 'Soep', organisatie }
  const [heen] = aanbodSpeech({ ...koffie, status: 'gestopt', verwijstNaar }, now, dutch, label)
  expect(heen?.text).toMatch(/Je kunt nu hierheen: Soep\.$/)
})

it('zegt wat niemand weet, en laat weg wat er niet is', () => {
  const [piece] = aanbodSpeech(eenAanbod(), now, dutch, label)
  expect(piece?.text).toBe(
    'Koffie in De Brug. Van De Brug. Wanneer: Tijd onbekend, vraag dit even na. ' +
      'Waar: Plek onbekend, vraag dit even na. Wat kost het: Vraag dit even na. ' +
      'Hoe doe je mee: Vraag dit even na.',
  )
})
