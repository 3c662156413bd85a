import type { Page } from '@playwright/test'
import { logInAs } from '../inloggen'
import { expect } from '../page'

const ID = '01900000-0000-7000-8000-00000000000a'
const INVOER = {
  id: ID,
  organisatie: { id: ID, slug: 'de-brug', naam: 'De Brug', vertrouwd: false },
  bestandsnaam: 'aanbod van dit najaar.xlsx',
  soort: 'xlsx',
  stand: 'nagekeken',
  versie: 1,
  aangemaaktOp: '2026-11-30T10:00:00Z',
  verwijderdOp: '2026-12-30T10:00:00Z',
  rijen: 300,
  nagekeken: 300,
  tellingen: { nieuw: 250, gewijzigd: 20, ongewijzigd: 10, fout: 19, elders: 1 },
  wachtend: 4,
  gedaan: 0,
  teruggedraaid: { verwijderd: 0, hersteld: 0, gebleven: 0 },
}
const RIJ = {
  status: 'gepubliceerd',
  wacht: false,
  wijzigingen: [],
  fouten: [],
  opmerkingen: [],
  gedaan: false,
}
const RIJEN = [
  { ...RIJ, nummer: 2, titel: 'Koffie op dinsdag', uitkomst: 'nieuw' },
  {
    ...RIJ,
    nummer: 3,
    titel: 'Samen wandelen op zondagmiddag',
    uitkomst: 'gewijzigd',
    wacht: true,
    wijzigingen: [{ veld: 'contact.telefoon', van: '038 000 11 11', naar: '038 000 22 22' }],
    opmerkingen: ['Blijft een concept. Vul nog in: ambities.'],
  },
  { ...RIJ, nummer: 4, titel: 'Soep', uitkomst: 'ongewijzigd' },
  {
    ...RIJ,
    nummer: 5,
    uitkomst: 'fout',
    fouten: [
      { veld: 'soort', kop: 'Type', melding: 'Dit kan niet.', toegestaan: ['activiteit'] },
      { veld: 'rij', melding: 'Deze rij heeft meer cellen dan er kolommen zijn.' },
    ],
  },
]
const KOPPELING = {
  kolommen: [
    { kop: 'Naam', voorbeelden: ['Soep', 'Thee'], gevuld: 4, veld: 'titel', zeker: true },
    { kop: 'Kleur', voorbeelden: ['rood', 'een heel mooie kleur groen'], gevuld: 4, zeker: false },
  ],
  waarden: [{ veld: 'doelgroepen', tekst: 'Bejaarden', aantal: 3, zeker: false }],
  velden: ['titel', 'momenten.rrule', 'doelgroepen', 'locatie.straat', 'status'],
  keuzes: { doelgroepen: [{ code: 'ouderen', label: 'Ouderen' }] },
  versie: 1,
  onthouden: true,
}

/** A file in a state that takes long, or leaves much behind, to come to. */
export async function openFile(page: Page, given: Partial<typeof INVOER>, heading: string) {
  const answers = { '': { ...INVOER, ...given }, '/koppeling': KOPPELING }
  for (const [path, json] of Object.entries(answers))
    await page.route(`**/api/v1/invoeren/${ID}${path}`, (route) => route.fulfill({ json }))
  await page.route(`**/api/v1/invoeren/${ID}/rijen*`, (route) =>
    route.fulfill({ json: { resultaten: RIJEN, volgende: 5 } }),
  )
  await logInAs(page, 'vrijwilliger@example.org')
  await page.goto(`/mijn/invoer/${ID}`)
  await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible()
}
