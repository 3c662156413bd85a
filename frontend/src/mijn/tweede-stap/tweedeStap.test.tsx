import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith, type Answers } from '@/test/server'

const SESSIE = {
  accountId: 'a-1',
  naam: 'Vera Vrijwilliger',
  email: 'vera@example.org',
  rol: 'lid',
  verlooptOp: '2099-12-01T12:00:00Z',
}
const IN: Answers = { '/sessies/huidige': SESSIE, '/lidmaatschappen': { resultaten: [] } }
const OUT: Answers = { '/sessies/huidige': 401, '/lidmaatschappen': { resultaten: [] } }
const HALF = { verlooptOp: '2099-12-01T12:00:00Z' }
const OFF = { beschikbaar: true, herstelcodes: 0 }
const ON = { beschikbaar: true, herstelcodes: 10, aanSinds: '2026-11-30T12:00:00Z' }
const BEGUN = {
  geheim: 'JBSW Y3DP EHPK 3PXP',
  adres: 'otpauth://totp/Sociale%20kaart:vera@example.org?secret=JBSWY3DPEHPK3PXP',
}
const CODES = Array.from({ length: 10 }, (_, i) => `AAAA-BBBB-CCCC-000${i}`)

it('gaat aan met een code, en toont de herstelcodes één keer', async () => {
  let stap: typeof OFF = OFF
  const sent: Promise<string>[] = []
  answerWith({
    ...IN,
    '/tweedestappen/eigen': () => stap,
    '/tweedestappen': BEGUN,
    '/tweedestappen/eigen/bevestigingen': (_, request) => {
      sent.push(request.text())
      stap = ON
      return { herstelcodes: CODES }
    },
  })
  const { user } = renderMijnAt('/mijn/tweede-stap')
  await user.click(await screen.findByRole('button', { name: 'Zet de tweede stap aan' }))
  expect(await screen.findByRole('heading', { name: /^Pak een app/ })).toHaveFocus()
  expect(await screen.findByRole('img', { name: /^QR-code/ })).toBeVisible()
  expect(screen.getByText(BEGUN.geheim)).toBeVisible()
  expect(screen.getByRole('link', { name: /Open de app/ })).toHaveAttribute('href', BEGUN.adres)

  await user.type(screen.getByLabelText('Code uit de app'), '123 456{Enter}')
  expect(await screen.findByRole('heading', { name: 'Bewaar deze herstelcodes' })).toHaveFocus()
  expect(screen.getAllByText(/^AAAA-BBBB/)).toHaveLength(10)
  const file = screen.getByRole('link', { name: 'Bewaar als bestand' })
  expect(decodeURIComponent(file.getAttribute('href') ?? '')).toContain(CODES.join('\r\n'))
  expect(await Promise.all(sent)).toEqual(['{"code":"123 456"}'])

  await user.click(screen.getByRole('button', { name: 'Ik heb ze bewaard' }))
  expect(await screen.findByText(/^De tweede stap staat aan sinds 30 november/)).toBeVisible()
  expect(screen.queryByText(/^AAAA-BBBB/)).toBeNull()
})

it('zegt bij het veld wat er met een code is, en laat opnieuw typen', async () => {
  answerWith({
    ...IN,
    '/tweedestappen/eigen': ON,
    '/tweedestappen/eigen/herstelcodes': 400,
    '/tweedestappen/eigen/uitzettingen': 'away',
  })
  const { user } = renderMijnAt('/mijn/tweede-stap')
  const part = async (name: string) =>
    within((await screen.findByRole('heading', { name })).closest('section') ?? document.body)
  const renew = await part('Nieuwe herstelcodes')
  const field = renew.getByLabelText('Code uit de app')
  await user.type(field, '111111{Enter}')
  expect(await renew.findByText("'onzin' bestaat niet.")).toBeVisible()
  expect(field).toHaveFocus()
  expect(field).toHaveAccessibleDescription("'onzin' bestaat niet.")
  const off = await part('Uitzetten, of een andere telefoon')
  await user.type(off.getByLabelText('Code uit de app'), '222222{Enter}')
  expect(await off.findByText(/geen verbinding/)).toBeVisible()
  expect(off.getByLabelText('Code uit de app')).toHaveValue('222222')
})

it('gaat uit met een herstelcode', async () => {
  let stap: typeof OFF = ON
  const sent: Promise<string>[] = []
  answerWith({
    ...IN,
    '/tweedestappen/eigen': () => stap,
    '/tweedestappen/eigen/uitzettingen': (_, request) => {
      sent.push(request.text())
      stap = OFF
      return {}
    },
  })
  const { user } = renderMijnAt('/mijn/tweede-stap')
  await user.click(await screen.findByRole('button', { name: /^Ik heb mijn telefoon niet/ }))
  await user.type(screen.getByLabelText('Herstelcode'), 'aaaa-bbbb{Enter}')
  expect(await screen.findByRole('button', { name: 'Zet de tweede stap aan' })).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('De tweede stap staat uit.')
  expect(await Promise.all(sent)).toEqual(['{"herstelcode":"aaaa-bbbb"}'])
})

it('waarschuwt als er weinig herstelcodes over zijn', async () => {
  answerWith({ ...IN, '/tweedestappen/eigen': { ...ON, herstelcodes: 1 } })
  renderMijnAt('/mijn/tweede-stap')
  expect(await screen.findByText('Je hebt nog 1 herstelcode. Maak liever nieuwe.')).toBeVisible()
})

it('is er niet voor wie bij een eigen organisatie inlogt', async () => {
  answerWith({
    ...IN,
    '/sessies/huidige': { ...SESSIE, rol: 'redactie' },
    '/tweedestappen/eigen': { beschikbaar: false, herstelcodes: 0 },
  })
  renderMijnAt('/mijn/tweede-stap')
  expect(await screen.findByText(/^Jij logt in bij je eigen organisatie/)).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Zet de tweede stap aan' })).toBeNull()
})

it('vraagt na de link om een code, en brengt je daarna bij je aanbod', async () => {
  answerWith({ ...OUT, '/sessies': HALF, '/sessies/halve/bevestigingen': SESSIE })
  const { user, address } = renderMijnAt('/mijn/inloggen#geheim')
  await user.click(await screen.findByRole('button', { name: 'Log in' }))
  expect(await screen.findByRole('heading', { name: 'Nog één stap' })).toHaveFocus()
  expect(address()).toBe('/mijn/inloggen/code')
  expect(screen.queryByRole('button', { name: 'Log uit' })).toBeNull()
  await user.type(screen.getByLabelText('Code uit de app'), '123456{Enter}')
  expect(await screen.findByRole('heading', { name: 'Dag Vera Vrijwilliger' })).toHaveFocus()
  expect(address()).toBe('/mijn')
})

it('brengt je na een herstelcode waar staat hoeveel je er nog hebt', async () => {
  answerWith({
    ...OUT,
    '/sessies/halve/bevestigingen': SESSIE,
    '/tweedestappen/eigen': { ...ON, herstelcodes: 9 },
  })
  const { user } = renderMijnAt('/mijn/inloggen/code')
  await user.click(await screen.findByRole('button', { name: /^Ik heb mijn telefoon niet/ }))
  await user.type(screen.getByLabelText('Herstelcode'), CODES[0] ?? '')
  await user.click(screen.getByRole('button', { name: 'Log in' }))
  expect(await screen.findByText('Je hebt nog 9 herstelcodes.')).toBeVisible()
})

it('biedt een nieuwe link aan als het te lang duurde', async () => {
  answerWith({ ...OUT, '/sessies/halve/bevestigingen': 401 })
  const { user } = renderMijnAt('/mijn/inloggen/code')
  await user.type(await screen.findByLabelText('Code uit de app'), '123456{Enter}')
  expect(await screen.findByRole('heading', { name: /duurde te lang/ })).toHaveFocus()
  expect(screen.getByRole('button', { name: 'Stuur een nieuwe link' })).toBeVisible()
})

it.each([
  [400, /onzin/],
  [429, /te vaak/],
  ['away', /geen verbinding/],
] as const)('laat staan wat je typte als de code niet telt: %s', async (answer, words) => {
  answerWith({ ...OUT, '/sessies/halve/bevestigingen': answer })
  const { user } = renderMijnAt('/mijn/inloggen/code')
  const field = await screen.findByLabelText('Code uit de app')
  await user.type(field, '123456{Enter}')
  expect(await screen.findByText(words)).toBeVisible()
  expect(field).toHaveFocus()
  expect(field).toHaveValue('123456')
})
