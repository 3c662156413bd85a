import { readFile } from 'node:fs/promises'
import { logInAs } from './inloggen'
import { expect, test } from './page'

const HEADS = [
  'Nr',
  'Naam',
  'Korte tekst',
  'Soort',
  'Ambitie',
  'Voor wie',
  'Open voor',
  'Aanmelden',
]
const WHEN = ['Dag', 'Begintijd', 'Eindtijd', 'Datum', 'Telefoon', 'Kleur']
const NR = 0
const SOORT = 3
const NO_AMBITIE: [number, string] = [4, '']
const WIE = 5
const TIME = 9
const DATE = 11
const PHONE = 12

const row = (nr: string, naam: string, ...changes: [number, string][]) => {
  const cells = [nr, naam, 'Kom langs. Iedereen is welkom.', 'Activiteit', 'Contact en meedoen']
  cells.push('Ouderen', 'Iedereen is welkom', 'Je kunt gewoon binnenlopen')
  cells.push('elke dinsdag', '10:00', '12:00', '', '038 000 12 34', 'rood')
  for (const [at, text] of changes) cells[at] = text
  return cells
}
const file = (name: string, rows: string[][]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from([[...HEADS, ...WHEN], ...rows].map((cells) => cells.join(';')).join('\r\n')),
})

test('een welzijnsorganisatie zet driehonderd rijen op de kaart, en draait ze terug', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const worked = { timeout: 100_000 }
  // A run of its own numbers, as an earlier one may have left its listings.
  const run = Date.now().toString(36)
  // Most are not complete and stay drafts: other tests look at what waits for the redactie meanwhile.
  const usual = Array.from({ length: 292 }, (_, i) =>
    row(`${run}-${i}`, `Welzijn ${run} nr. ${i}`, ...(i > 2 ? [NO_AMBITIE] : [])),
  )

  await logInAs(page, 'vrijwilliger@example.org')
  await page.getByRole('link', { name: 'Stuur een bestand met veel aanbod' }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const send = async (name: string, rows: string[][]) => {
    await page.locator('input[type=file]').setInputFiles(file(name, rows))
    await expect(page.getByRole('heading', { name: 'Welke kolom is wat?' })).toBeVisible()
  }
  const look = async () => {
    await page.getByRole('button', { name: 'Kijk wat er gebeurt' }).click()
    await expect(page.getByRole('heading', { name: 'Dit gaat er gebeuren' })).toBeVisible(worked)
  }
  const carryOut = async () => {
    await page.getByRole('button', { name: /^Voer \d+ rijen uit$/ }).click()
    await expect(page.getByRole('heading', { name: 'Klaar' })).toBeFocused(worked)
  }

  // Two that are there already, so that the large file has something to change.
  await send('eerst.csv', usual.slice(0, 2))
  await page.getByText(/^\d+ kolommen? die we herkennen$/).click()
  await expect(page.getByLabel(/^Naam/)).toHaveValue('titel')
  await look()
  await carryOut()

  await page.getByRole('link', { name: 'Stuur een ander bestand' }).click()
  const changed = row(`${run}-0`, `Welzijn ${run} anders`)
  await send('alles.csv', [
    changed,
    ...usual.slice(1),
    row(`${run}-300`, 'Een formule', [PHONE, '=SOM(A1:A2)']),
    row(`${run}-301`, 'Een rare tijd', [TIME, 'tien uur']),
    row(`${run}-302`, 'Lang geleden', [DATE, '12-03-2024'], [TIME - 1, '']),
    row(`${run}-303`, 'Onbekend soort', [SOORT, `Kaartmiddag ${run}`]),
    row(`${run}-1`, 'Twee keer hetzelfde nummer'),
    row('', 'Zonder nummer', [NR, '']),
    row(`${run}-304`, ''),
    row(`${run}-305`, 'Voor senioren', [WIE, `Senioren ${run}`]),
  ])
  // Only what nobody could know is asked: the colour was decided in the first file.
  await expect(page.getByLabel(/^Kleur/)).toBeHidden()
  await page.getByLabel(`Senioren ${run}`).selectOption({ label: 'Ouderen' })
  await look()
  await expect(page.getByText(/^In dit bestand staan 300 rijen: 291 nieuw/)).toHaveText(
    'In dit bestand staan 300 rijen: 291 nieuw, 1 verandert, 1 blijft gelijk en 7 kloppen niet.',
  )
  await expect(page.getByRole('row', { name: new RegExp(`Welzijn ${run} anders`) })).toContainText(
    `Titel: Welzijn ${run} nr. 0 wordt Welzijn ${run} anders`,
  )
  await expect(page.getByText(/^De redactie kijkt eerst naar 2 ervan/)).toBeVisible()
  await expect(page.getByText('Blijft een concept. Vul nog in: ambities.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Alleen fouten (7)' }).click()
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(8)
  await expect(table.getByRole('row', { name: /Een formule/ })).toContainText(
    'Telefoon: Hier staat een formule. Zet er de uitkomst neer.',
  )
  await expect(table.getByRole('row', { name: /Lang geleden/ })).toContainText(
    'Dit is voorbij sinds 12 maart 2024.',
  )
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download de 7 rijen die niet kloppen' }).click()
  const path = await (await download).path()
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')

  // It goes on when nobody looks.
  await page.getByRole('button', { name: 'Voer 292 rijen uit' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.goto('/mijn/invoer')
  await page.getByRole('link', { name: 'alles.csv' }).first().click()
  await expect(page.getByText('292 rijen zijn uitgevoerd.')).toBeVisible(worked)

  await page.getByRole('button', { name: 'Draai dit bestand terug' }).click()
  await page.getByRole('button', { name: 'Ja, draai alles terug' }).click()
  await expect(page.getByText('291 zijn weg en 1 is weer zoals het was.')).toBeVisible(worked)

  await page.goto('/mijn/invoer')
  await page.getByRole('link', { name: 'eerst.csv' }).first().click()
  await page.getByRole('button', { name: 'Draai dit bestand terug' }).click()
  await page.getByRole('button', { name: 'Ja, draai alles terug' }).click()
  await expect(page.getByRole('heading', { name: 'Teruggedraaid' })).toBeVisible(worked)
})
