import { expect, it } from 'vitest'
import { dutch, loadLanguage } from '@/i18n'
import type { Resultaat } from '@/lib/api/types'
import { eenAanbod } from '@/test/aanbod'
import { fitOf } from './wished'

const LABELS: Record<string, string> = {
  ar: 'Arabisch',
  gratis: 'Gratis',
  groep: 'Groep',
  kinderen: 'Kinderen (0 tot 12 jaar)',
  jongeren: 'Jongeren (12 tot 27 jaar)',
  rolstoel: 'Goed te doen met een rolstoel',
  lift: 'Lift',
  'tot-5': 'Tot 5 euro',
  '3': 'Het sociaal wijkteam denkt mee',
}
const labelOf = (_: unknown, code: string | number) => LABELS[code] ?? ''
type Wished = Resultaat['wensen'][number]
const wens = (soort: Wished['soort'], codes: string[], tekst: string, past: Wished['past']) => ({
  soort,
  codes,
  tekst,
  past,
})
const ZUID = ['WK019350', 'WK019351']

it.each<[string, Wished[], Partial<Resultaat>, string]>([
  [
    'een ander dagdeel',
    [
      wens('dag', ['di'], 'dinsdagavond', 'past'),
      wens('dagdeel', ['avond'], 'dinsdagavond', 'past-niet'),
    ],
    {},
    'niet op dinsdagavond',
  ],
  [
    'een dag en los een dagdeel',
    [
      wens('dag', ['di'], 'dinsdag', 'past'),
      wens('dagdeel', ['avond'], 'in de avond', 'past-niet'),
    ],
    {},
    'op dinsdag, niet ’s avonds',
  ],
  [
    'een van twee dagen',
    [wens('dag', ['di'], 'di', 'past-niet'), wens('dag', ['za', 'zo'], 'in het weekend', 'past')],
    {},
    'in het weekend',
  ],
  [
    'geen van twee dagen',
    [
      wens('dag', ['di'], 'di', 'past-niet'),
      wens('dag', ['za', 'zo'], 'in het weekend', 'past-niet'),
    ],
    {},
    'niet op dinsdag of in het weekend',
  ],
  [
    'op afspraak',
    [wens('dag', ['di'], 'dinsdag', 'onbekend')],
    { opAfspraak: true },
    'op afspraak',
  ],
  [
    'een van de wijken',
    [wens('wijk', ZUID, 'in zuid', 'past')],
    { locatie: { wijk: 'WK019351' } },
    'in Ittersum',
  ],
  [
    'voor een wijk',
    [wens('wijk', ['WK019330'], 'holtenbroek', 'past')],
    { werkgebied: { stadsbreed: false, wijken: ['WK019330'] } },
    'ook voor Holtenbroek',
  ],
  [
    'voor de stad',
    [wens('wijk', ['WK019330'], 'holtenbroek', 'past')],
    { werkgebied: { stadsbreed: true, wijken: [] } },
    'in heel Zwolle',
  ],
  ['zonder wijk', [wens('wijk', ['WK019330'], 'holtenbroek', 'onbekend')], {}, 'wijk onbekend'],
  [
    'goedkoop genoeg',
    [wens('kosten', ['gratis', 'tot-5'], 'max 5 euro', 'past')],
    { kosten: 'tot-5' },
    'tot 5 euro',
  ],
  [
    'te duur',
    [wens('kosten', ['gratis', 'tot-5'], 'Max 5 euro', 'past-niet')],
    {},
    'niet max 5 euro',
  ],
  [
    'voor een kind',
    [
      wens('leeftijd', ['9'], 'dochter van 9', 'past'),
      wens('doelgroep', ['kinderen', 'jongeren'], 'dochter van 9', 'past'),
    ],
    { doelgroepen: ['kinderen'] },
    'voor kinderen',
  ],
  [
    'voor een ander kind',
    [
      wens('leeftijd', ['9'], 'dochter van 9', 'past-niet'),
      wens('doelgroep', ['kinderen'], 'dochter van 9', 'past'),
    ],
    {},
    'past niet bij 9 jaar',
  ],
  [
    'voor een leeftijd',
    [
      wens('leeftijd', ['12', '16'], '12 tot 16', 'past'),
      wens('doelgroep', ['jongeren'], '12 tot 16', 'onbekend'),
    ],
    {},
    'past bij 12 tot en met 16 jaar',
  ],
  [
    'voor anderen',
    [wens('doelgroep', ['kinderen'], 'kinderen', 'past-niet')],
    {},
    'niet speciaal voor kinderen',
  ],
  ['voor wie dan ook', [wens('doelgroep', ['kinderen'], 'kinderen', 'onbekend')], {}, ''],
  [
    'alleen',
    [wens('vorm', ['groep'], 'groepje', 'past-niet')],
    { vormen: ['individueel'] },
    'niet in een groep',
  ],
  ['bij de inloop', [wens('vorm', ['groep'], 'groepje', 'past-niet')], { vormen: ['inloop'] }, ''],
  ['in een taal', [wens('taal', ['ar'], 'in het arabisch', 'past')], {}, 'ook Arabisch'],
  [
    'in een andere taal',
    [wens('taal', ['ar'], 'in het arabisch', 'past-niet')],
    {},
    'geen Arabisch',
  ],
  [
    'zonder gedoe',
    [wens('aanmelden', ['binnenlopen'], 'zonder afspraak', 'past')],
    { redenen: ['zonder-verwijzing'] },
    'zonder afspraak',
  ],
  [
    'voor iedereen',
    [wens('openVoor', ['iedereen'], 'voor iedereen', 'past')],
    { redenen: ['iedereen'] },
    'iedereen welkom',
  ],
  [
    'voor leden',
    [wens('openVoor', ['iedereen'], 'voor iedereen', 'past-niet')],
    {},
    'niet voor iedereen',
  ],
  [
    'zwaarder',
    [wens('niveau', ['0', '1'], 'lichte hulp', 'past-niet')],
    { niveau: 3 },
    'het sociaal wijkteam denkt mee',
  ],
  [
    'rolstoel én lift',
    [
      wens('toegankelijkheid', ['rolstoel'], 'rolstoel', 'past'),
      wens('toegankelijkheid', ['lift'], 'met lift', 'onbekend'),
    ],
    {},
    'goed te doen met een rolstoel, niet bekend: lift',
  ],
])('%s', (_, wensen, found, expected) => {
  const { met, but } = fitOf(wensen, { ...eenAanbod(), ...found }, labelOf, dutch.t, 'nl')
  expect([...met, ...but].join(', ')).toBe(expected)
})

it('gebruikt je eigen woorden zolang de lijsten er niet zijn', () => {
  const wensen = [
    wens('dag', ['di'], 'Op dinsdag', 'past'),
    wens('kosten', ['gratis'], 'gratis', 'past-niet'),
  ]
  expect(fitOf(wensen, eenAanbod(), () => '', dutch.t, 'nl')).toEqual({
    met: ['op dinsdag'],
    but: ['niet gratis'],
  })
})

it('spreekt ook een andere taal', async () => {
  const { t } = await loadLanguage('en')
  const wensen = [
    wens('dag', ['di'], 'tuesday evening', 'past'),
    wens('dagdeel', ['avond'], 'tuesday evening', 'past'),
  ]
  expect(fitOf(wensen, eenAanbod(), labelOf, t, 'en-GB').met).toEqual(['on Tuesday evening'])
})
