import { createServer, type Server } from 'node:http'
import type { Page } from '@playwright/test'
import { freePort, startEigenKaart, type EigenKaart } from './eigenKaart'
import { logInAs } from './inloggen'
import { tabTo } from './keyboard'
import { expect, test } from './page'

test.describe.configure({ mode: 'serial', timeout: 90_000 })

let kaart: EigenKaart
let member: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  // The calendar is served by this test, in the network of the kaart itself.
  kaart = await startEigenKaart({ DEMO: '1', UITGAAND_INTERN: 'true' })
  member = await browser.newPage({ baseURL: kaart.url, viewport: { width: 360, height: 740 } })
  await logInAs(member, 'vrijwilliger@example.org')
})

test.afterAll(async () => {
  await member.close()
  await kaart.stop()
})

test('wat je één keer verandert, verandert op de andere plek mee', async ({ browser }) => {
  const redactie = await browser.newPage({ baseURL: kaart.url })
  // What does not wait yet is asked for again.
  redactie.setDefaultTimeout(5_000)
  await logInAs(redactie, 'redactie@example.org')
  await member.getByRole('link', { name: 'Op meer plekken' }).first().click()
  const heading = member.getByRole('heading', { level: 1, name: /: op meer plekken$/ })
  const titel = (await heading.innerText()).replace(/: op meer plekken$/, '')
  const original = member.url().split('/').at(-2) ?? ''
  await member.getByRole('checkbox', { name: 'Aa-landen' }).press('Space')
  await member.getByRole('checkbox', { name: 'Assendorp' }).press('Space')
  await tabTo(member, member.getByRole('button', { name: 'Maak 2 kopieën' }))
  await member.keyboard.press('Enter')
  await expect(member.getByText('2 kopieën zijn gemaakt.')).toBeFocused()

  // One of the two goes on the map, the other one stays a draft.
  const copies = member.getByRole('region', { name: 'Kopieën die meelopen' })
  await expect(copies.getByRole('listitem')).toHaveCount(2)
  await copies.getByRole('link').first().click()
  await handIn(member)
  const copy = member.url().split('/').at(-1) ?? ''
  await open(redactie, titel)
  await redactie.getByRole('button', { name: /^Zet op de kaart/ }).click()
  await expect(redactie.getByText(`${titel}: staat op de kaart.`).first()).toBeVisible()

  await member.goto(`/mijn/aanbod/${original}`)
  const words = 'Kom gezellig langs. De koffie is klaar.'
  await member.getByRole('textbox', { name: /^Het belangrijkste/ }).fill(words)
  await expect(member.getByText(/^Bewaard om/)).toBeVisible()
  await handIn(member)
  await open(redactie, titel)
  await redactie.getByRole('button', { name: 'Keur goed' }).click()
  await expect(redactie.getByText(`${titel}: goedgekeurd.`).first()).toBeVisible()

  // It comes to the copy by itself, and the redactie reads that it was agreed to before.
  await expect(async () => {
    await open(redactie, titel)
    await expect(redactie.getByText(/staat daar al zo op de kaart/)).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 30_000 })
  await redactie.getByRole('button', { name: 'Keur goed' }).click()
  await expect(redactie.getByText(`${titel}: goedgekeurd.`).first()).toBeVisible()
  const answer = await member.request.get(`/api/v1/aanbod/${copy}`)
  expect(((await answer.json()) as { samenvatting: string }).samenvatting).toBe(words)
  await redactie.close()
})

test('de tijden komen uit de eigen agenda, en blijven staan als die weg is', async () => {
  const port = await freePort()
  let agenda = await serve(port, event('20270302T100000', 'Koffie in de wijk'))
  const address = `http://127.0.0.1:${port}/agenda.ics`
  await member.goto('/mijn')
  await member.getByRole('link', { name: 'Tijden uit jullie agenda' }).first().click()
  await member.getByLabel(/^Adres van de agenda/).fill(address)
  const listings = member.getByLabel('Aanbod 1', { exact: true })
  await listings.selectOption('Koffie aan de lange tafel')
  const id = await listings.inputValue()
  await member.getByRole('button', { name: 'Bekijk de tijden' }).click()
  const seen = member.getByRole('region', { name: 'Zo komt het op de kaart' })
  await expect(seen.getByText('dinsdag 2 maart, 10.00 tot 11.30 uur')).toBeVisible()
  expect(await member.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await seen.getByRole('button', { name: 'Zet deze tijden op de kaart' }).click()
  await expect(member.getByText('De agenda is gekoppeld.', { exact: false })).toBeVisible()
  const begins = async () => {
    const answer = await member.request.get(`/api/v1/aanbod/${id}`)
    const { momenten } = (await answer.json()) as { momenten: { begin?: string }[] }
    return momenten.map(({ begin }) => begin)
  }
  expect(await begins()).toEqual(['2027-03-02'])

  await close(agenda)
  agenda = await serve(port, event('20270309T100000', 'Koffie in de wijk'))
  await member.getByRole('button', { name: 'Lees de agenda nu' }).click()
  await expect(member.getByText('De tijden op de kaart zijn aangepast.')).toBeVisible()
  expect(await begins()).toEqual(['2027-03-09'])

  await close(agenda)
  await member.getByRole('button', { name: 'Lees de agenda nu' }).click()
  await expect(member.getByText('Het adres geeft geen antwoord.', { exact: false })).toBeVisible()
  expect(await begins()).toEqual(['2027-03-09'])
})

async function handIn(page: Page) {
  await page.getByRole('button', { name: 'Stuur naar de redactie' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /is verstuurd$/ })).toBeFocused()
}

/** What of this name waits for the redactie. */
async function open(redactie: Page, titel: string) {
  await redactie.goto('/mijn/redactie')
  await redactie
    .getByRole('list', { name: 'Wat er wacht' })
    .getByRole('link', { name: new RegExp(`^${titel}`) })
    .click()
  await expect(redactie.getByRole('article', { name: titel })).toBeVisible()
}

const event = (start: string, name: string) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//proef//NL',
    'BEGIN:VEVENT',
    'UID:1@example.org',
    'DTSTAMP:20261101T000000Z',
    `DTSTART;TZID=Europe/Amsterdam:${start}`,
    'DURATION:PT1H30M',
    `SUMMARY:${name}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')

function serve(port: number, body: string): Promise<Server> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/calendar; charset=utf-8', Connection: 'close' })
    response.end(body)
  })
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => {
      resolve(server)
    }),
  )
}

const close = (server: Server) => new Promise((resolve) => server.close(resolve))
