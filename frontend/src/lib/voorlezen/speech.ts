import { useSyncExternalStore } from 'react'
import { sentencesOf } from './sayable'

/** A piece of text to be read, in one language. */
export interface Spoken {
  text: string
  /** As in `lang` of the page: nl, tr. */
  lang: string
}

// The browser makes a new list at each call, and says when it has one.
let voices: readonly SpeechSynthesisVoice[] = []
const NONE: typeof voices = []

function subscribe(listener: () => void) {
  const { speechSynthesis } = window
  const read = () => {
    voices = speechSynthesis.getVoices()
    listener()
  }
  speechSynthesis.addEventListener('voiceschanged', read)
  read()
  return () => {
    speechSynthesis.removeEventListener('voiceschanged', read)
  }
}

/** The voices of this browser; none where it has no speech. */
export const useVoices = () =>
  useSyncExternalStore(
    canSpeak() ? subscribe : () => () => undefined,
    () => voices,
    () => NONE,
  )

export function canSpeak(): boolean {
  return typeof window !== 'undefined' && 'speechSynthesis' in window
}

/**
 * The voice that reads a language, of those on the device itself: another one would have its maker's
 * server read along what somebody listens to.
 */
export function voiceFor(
  lang: string,
  from: readonly SpeechSynthesisVoice[],
): SpeechSynthesisVoice | undefined {
  const own = from.filter((voice) => voice.localService && languageOf(voice) === lang)
  const country = { nl: 'nl-nl', en: 'en-gb' }[lang]
  return own.find((voice) => tagOf(voice) === country) ?? own[0]
}

// Android writes nl_NL.
const tagOf = ({ lang }: SpeechSynthesisVoice) => lang.toLowerCase().replace('_', '-')
const languageOf = (voice: SpeechSynthesisVoice) => tagOf(voice).split('-', 1)[0]

/**
 * Reads the pieces one after another, each with the voice of its language; a piece without one is
 * left out. `onEnd` is called once: when all is read, or when it goes wrong.
 *
 * @returns what stops it; `onEnd` is then not called any more.
 */
export function speak(
  pieces: readonly Spoken[],
  from: readonly SpeechSynthesisVoice[],
  onEnd: () => void,
): () => void {
  const { speechSynthesis } = window
  let busy = true
  const end = () => {
    if (!busy) return
    busy = false
    speechSynthesis.cancel()
    onEnd()
  }
  const utterances = pieces.flatMap(({ text, lang }) => {
    const voice = voiceFor(lang, from)
    return voice ? sentencesOf(text).map((sentence) => utteranceOf(sentence, voice, end)) : []
  })
  speechSynthesis.cancel()
  utterances.at(-1)?.addEventListener('end', end)
  for (const utterance of utterances) speechSynthesis.speak(utterance)
  if (utterances.length === 0) end()
  return () => {
    busy = false
    speechSynthesis.cancel()
  }
}

function utteranceOf(text: string, voice: SpeechSynthesisVoice, onError: () => void) {
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  // A little slower than voices are by themselves.
  utterance.rate = 0.9
  utterance.addEventListener('error', onError)
  return utterance
}
