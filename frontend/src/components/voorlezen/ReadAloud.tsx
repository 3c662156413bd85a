import { useQueryClient } from '@tanstack/react-query'
import { CircleStop, Volume2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { alsoSay, dutch, useTranslation, type Translator } from '@/i18n'
import texts from '@/i18n/nl/voorlezen.json'
import { vocabulariaQuery } from '@/lib/api/vocabularia'
import { announce } from '@/lib/navigation/announce'
import { speak, useVoices, voiceFor, type Spoken } from '@/lib/voorlezen/speech'
import { labelIn, useLabels, type LabelOf } from '@/lib/wording/labels'
import './ReadAloud.css'

alsoSay(texts)

interface Props {
  /** What to read, made when somebody asks for it. */
  textIn: (translator: Translator, labelOf: LabelOf) => Spoken[]
}

/**
 * Reads a page aloud with a voice of the browser, and stops. It is not there without a Dutch voice:
 * what organisations write is Dutch in every language of the site. The words of the site itself are
 * read in the language of the page where that has a voice, and else in Dutch too.
 */
export function ReadAloud({ textIn }: Props) {
  const translator = useTranslation()
  const { t, code } = translator
  const labelOf = useLabels()
  const queryClient = useQueryClient()
  const voices = useVoices()
  const stopReading = useRef<(() => void) | null>(null)
  const [reading, setReading] = useState(false)

  useEffect(() => {
    const stop = () => stopReading.current?.()
    // Some browsers read on after the page is gone.
    window.addEventListener('pagehide', stop)
    return () => {
      window.removeEventListener('pagehide', stop)
      stop()
    }
  }, [])

  if (!voiceFor('nl', voices)) return null

  function toggle() {
    stopReading.current?.()
    stopReading.current = null
    setReading(!reading)
    if (reading) {
      announce(t('voorlezen.gestopt'))
      return
    }
    const inPageLanguage = code === 'nl' || voiceFor(code, voices)
    const spoken = inPageLanguage
      ? textIn(translator, labelOf)
      : textIn(dutch, labelIn(queryClient.getQueryData(vocabulariaQuery.queryKey)))
    stopReading.current = speak(spoken, voices, () => {
      setReading(false)
      announce(t('voorlezen.klaar'))
    })
  }

  const Icon = reading ? CircleStop : Volume2
  return (
    <button type="button" className="sk-readaloud sk-noprint" onClick={toggle}>
      <Icon className="sk-icon" />
      {t(reading ? 'voorlezen.stop' : 'voorlezen.begin')}
    </button>
  )
}
