import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { BeeldInvoer } from '@/lib/api/types'
import { BeeldField } from './BeeldField'

/** A server that waits until the test lets it answer. */
class Request {
  static latest: Request
  static sent: Blob[] = []
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  address = ''
  status = 0
  response: unknown = null
  responseType = ''
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  constructor() {
    Request.latest = this
  }
  open(_method: string, address: string) {
    this.address = address
  }
  setRequestHeader() {
    // Which kind it is, only the content says.
  }
  send(photo: Blob) {
    Request.sent.push(photo)
  }
  abort() {
    this.onabort?.()
  }
  answer(status: number, response: unknown) {
    Object.assign(this, { status, response })
    this.onload?.()
  }
}

beforeEach(() => {
  Request.sent = []
  vi.stubGlobal('XMLHttpRequest', Request)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const PHOTO = new File(['dit is een foto'], 'zaal.jpg', { type: 'image/jpeg' })
const SENT = { id: 'b-1', breedte: 1600, hoogte: 900, breedtes: [480, 960, 1600] }

function show(given: BeeldInvoer | null = null) {
  const now = { value: given }
  function Page() {
    const [value, setValue] = useState(given)
    now.value = value
    return <BeeldField value={value} onChange={setValue} organisatieId="o-1" />
  }
  render(<Page />)
  return { now, user: userEvent.setup({ applyAccept: false }) }
}

const choose = () => screen.getByLabelText(/^Kies een (andere )?foto$/)

it('stuurt een foto, zegt hoe ver hij is, en vraagt wat er te zien is', async () => {
  const { user, now } = show()
  expect(choose()).toHaveAccessibleDescription(/hoogstens 10 MB.*Vraag hun dan eerst/)
  await user.upload(choose(), PHOTO)
  expect(await screen.findByText('Bezig met sturen: 0 procent')).toBeVisible()
  expect(Request.latest.address).toBe('/api/v1/beelden?organisatie=o-1')
  Request.latest.upload.onprogress?.({ loaded: 40, total: 100 })
  expect(await screen.findByText('Bezig met sturen: 40 procent')).toBeVisible()
  expect(screen.getByRole('progressbar')).toHaveAttribute('value', '40')
  Request.latest.upload.onprogress?.({ loaded: 100, total: 100 })
  expect(await screen.findByText('We kijken de foto na…')).toBeVisible()
  Request.latest.answer(201, SENT)
  const words = await screen.findByLabelText('Wat is er op de foto te zien?')
  expect(words).toHaveFocus()
  expect(now.value).toEqual({ id: 'b-1', alt: '' })
  await user.tab()
  expect(screen.getByText(/^Schrijf in een korte zin/)).toBeVisible()
  await user.type(words, 'Vier mensen drinken koffie')
  expect(now.value).toEqual({ id: 'b-1', alt: 'Vier mensen drinken koffie' })
  expect(screen.queryByText(/^Schrijf in een korte zin/)).toBeNull()
  const image = screen.getByRole('img', { name: 'Vier mensen drinken koffie' })
  expect(image).toHaveAttribute('src', '/api/v1/beelden/b-1/480')
})

it('zegt in de woorden van de server waarom hij weigert', async () => {
  const { user, now } = show()
  await user.upload(choose(), PHOTO)
  await screen.findByText(/^Bezig met sturen/)
  Request.latest.answer(400, {
    title: 'De vraag klopt niet',
    status: 400,
    detail: 'Er klopt iets niet.',
    fouten: [{ veld: 'inhoud', melding: 'Deze foto is niet heel.' }],
  })
  expect(await screen.findByText('Deze foto is niet heel.')).toBeVisible()
  expect(choose()).toHaveFocus()
  expect(screen.queryByRole('button', { name: 'Probeer opnieuw' })).toBeNull()
  expect(now.value).toBeNull()
})

it('stuurt opnieuw als de verbinding weg was', async () => {
  const { user } = show()
  await user.upload(choose(), PHOTO)
  await screen.findByText(/^Bezig met sturen/)
  Request.latest.onerror?.()
  expect(await screen.findByText(/^We krijgen nu geen verbinding/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Probeer opnieuw' }))
  await screen.findByText(/^Bezig met sturen/)
  expect(Request.sent).toEqual([PHOTO, PHOTO])
})

it('stopt als iemand dat wil', async () => {
  const { user, now } = show()
  await user.upload(choose(), PHOTO)
  await user.click(await screen.findByRole('button', { name: 'Stop' }))
  expect(choose()).toBeVisible()
  expect(screen.queryByRole('alert')).toBeEmptyDOMElement()
  expect(now.value).toBeNull()
})

it.each([
  [new File([], 'leeg.jpg', { type: 'image/jpeg' }), /^Dit bestand is leeg/],
  [new File(['x'], 'brief.pdf', { type: 'application/pdf' }), /^Dit is geen foto/],
  [new File([new Uint8Array(10_000_001)], 'groot.jpg', { type: 'image/jpeg' }), /hoogstens 10 MB/],
])('stuurt niet wat toch geweigerd wordt', async (file, said) => {
  const { user } = show()
  await user.upload(choose(), file)
  expect(await screen.findByText(said, { selector: '[role=alert] p' })).toBeVisible()
  expect(Request.sent).toEqual([])
})

it('haalt de foto weg en zet hem terug', async () => {
  const beeld = { id: 'b-1', alt: 'Een volle zaal' }
  const { user, now } = show(beeld)
  await user.click(screen.getByRole('button', { name: 'Haal de foto weg' }))
  expect(now.value).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Zet terug' }))
  expect(now.value).toEqual(beeld)
})

it('vindt een bestandsnaam geen omschrijving', () => {
  show({ id: 'b-1', alt: 'IMG_2041.jpg' })
  expect(screen.getByText(/niet hoe het bestand heet/)).toBeVisible()
})

it('kan zonder woorden terugkomen, zoals de server het bewaart', () => {
  render(<BeeldField value={{ id: 'b-1' }} onChange={vi.fn()} organisatieId="o-1" />)
  expect(screen.getByLabelText('Wat is er op de foto te zien?')).toHaveValue('')
})
