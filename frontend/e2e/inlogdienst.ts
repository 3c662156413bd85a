import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { freePort, startEigenKaart, type EigenKaart } from './eigenKaart'

const FOLDER = join(import.meta.dirname, '../../infra/inlogdienst')
const DIENST = {
  code: 'gemeente',
  naam: 'Gemeente Voorbeeldstad',
  clientId: 'kaart',
  clientSecret: 'alleen om te proeven',
  rollen: { 'kaart-redactie': 'redactie' },
}

/** Who can log in at the provider, by the name that they type there. */
export type Mensen = Record<string, { name: string; roles: string[] }>

/** A kaart of a test's own, whose staff log in at a real OpenID provider. */
export async function startKaartMetInlogdienst(
  people: Mensen,
  more: Record<string, string> = {},
): Promise<EigenKaart> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const kaart = await startEigenKaart({
    OIDC_ISSUERS: JSON.stringify([{ ...DIENST, issuer }]),
    ...more,
  })
  const client = {
    client_id: DIENST.clientId,
    client_secret: DIENST.clientSecret,
    redirect_uris: [`${kaart.url}/inloggen/gemeente/antwoord`],
    post_logout_redirect_uris: [`${kaart.url}/mijn`],
  }
  const settings = JSON.stringify({ port, clients: [client], people })
  const provider = spawn(process.execPath, [join(FOLDER, 'provider.js'), settings], {
    stdio: 'ignore',
  })
  // It makes its keys first, which takes a while on a machine that has more to do.
  await expect
    .poll(
      () =>
        fetch(`${issuer}/jwks`)
          .then(({ ok }) => ok)
          .catch(() => false),
      { timeout: 60_000 },
    )
    .toBe(true)
  const stop = async () => {
    provider.kill()
    await Promise.all([once(provider, 'exit'), kaart.stop()])
  }
  return { ...kaart, stop }
}

/** Where staff go to log in, on the page of who is not logged in. */
export const toInlogdienst = (page: Page) =>
  page.getByRole('link', { name: `Log in bij ${DIENST.naam}` })

/** The provider's own page has its letters from elsewhere. */
export const withoutLetters = (page: Page) =>
  page.route('https://fonts.googleapis.com/**', (route) => route.fulfill({ body: '' }))

/** On the provider's own page. */
export async function logInThere(page: Page, name: string) {
  await page.getByPlaceholder('Enter any login').fill(name)
  await page.getByPlaceholder('and password').fill('wat dan ook')
  await page.keyboard.press('Enter')
}
