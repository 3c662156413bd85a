import { act, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { eenAanbod } from '@/test/aanbod'
import { renderAt } from '@/test/renderAt'
import { answerWith } from '@/test/server'

/** What a browser has that can speak; jsdom has none. It notes what it is told to say. */
class Speech extends EventTarget {
  said: SpeechSynthesisUtterance[] = []
  canceled = 0
  constructor(private readonly voices: Partial<SpeechSynthesisVoice>[]) {
    super()
  }
  listens = false
  getVoices = () => [...this.voices]
  override addEventListener(...given: Parameters<EventTarget['addEventListener']>) {
    this.listens = true
    super.addEventListener(...given)
  }
  speak = (utterance: SpeechSynthesisUtterance) => this.said.push(utterance)
  cancel = () => {
    this.canceled += 1
  }
  gets(voice: Partial<SpeechSynthesisVoice>) {
    this.voices.push(voice)
    this.dispatchEvent(new Event('voiceschanged'))
  }
}

class Utterance extends EventTarget {
  voice: SpeechSynthesisVoice | null = null
  constructor(readonly text: string) {
    super()
  }
}

const NEDERLANDS = { lang: 'nl_NL', localService: true }

function speaking(...voices: Partial<SpeechSynthesisVoice>[]) {
  const speech = new Speech(voices)
  vi.stubGlobal('speechSynthesis', speech)
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance)
  return speech
}

afterEach(() => {
  // Only these: the window itself is stubbed for every test.
  Reflect.deleteProperty(globalThis, 'speechSynthesis')
})

const koffie = eenAanbod({ samenvatting: 'Schuif aan.', contact: { telefoon: '038 000 12 34' } })
const answers = {
  '/aanbod/koffie-in-de-brug': koffie,
  '/aanbod/01/vergelijkbaar': { resultaten: [] },
}
const button = (name: string) => screen.findByRole('button', { name })

describe('voorlezen', () => {
  it('leest met een Nederlandse stem, en zegt het als het klaar is', async () => {
    answerWith(answers)
    const speech = speaking({ lang: 'en-US', localService: true }, NEDERLANDS)
    const { user } = renderAt('/aanbod/koffie-in-de-brug')
    await user.click(await button('Lees voor'))
    expect(await button('Stop met voorlezen')).toHaveFocus()
    expect(speech.said.map(({ text }) => text).slice(0, 2)).toEqual([
      'Koffie in De Brug.',
      'Schuif aan.',
    ])
    expect(speech.said.at(-1)?.text).toContain('0 3 8, 0 0 0, 1 2, 3 4')
    expect(new Set(speech.said.map(({ voice }) => voice?.lang))).toEqual(new Set(['nl_NL']))
    act(() => {
      speech.said.at(-1)?.dispatchEvent(new Event('end'))
    })
    expect(await button('Lees voor')).toBeVisible()
    expect(screen.getByText('Het voorlezen is klaar.')).toBeInTheDocument()
  })

  it('stopt met dezelfde knop, en als je verder gaat', async () => {
    answerWith({ ...answers, '/zoeken': 404 })
    const speech = speaking(NEDERLANDS)
    const { user, router } = renderAt('/aanbod/koffie-in-de-brug')
    await user.click(await button('Lees voor'))
    await user.click(await button('Stop met voorlezen'))
    expect(screen.getByText('Het voorlezen is gestopt.')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    await button('Stop met voorlezen')
    const before = speech.canceled
    await act(() => router.navigate({ to: '/over' }))
    await waitFor(() => {
      expect(speech.canceled).toBeGreaterThan(before)
    })
  })

  it.each([
    ['geen stem', []],
    ['geen Nederlandse stem', [{ lang: 'de-DE', localService: true }]],
    ['alleen een stem die een ander meeleest', [{ lang: 'nl-NL', localService: false }]],
  ])('is er niet met %s', async (_, voices) => {
    answerWith(answers)
    const speech = speaking(...voices)
    renderAt('/aanbod/koffie-in-de-brug')
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Koffie in De Brug')
    await waitFor(() => {
      expect(speech.listens).toBe(true)
    })
    expect(screen.queryByRole('button', { name: 'Lees voor' })).toBeNull()
    // Browsers find their voices after the page is there.
    act(() => {
      speech.gets(NEDERLANDS)
    })
    expect(await button('Lees voor')).toBeVisible()
  })
})
