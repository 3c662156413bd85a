import { useEffect, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { put, type Inhoud, type Vraag } from './inhoud'
import { useSay } from './useSay'

interface Props {
  vragen: Vraag[]
  /** Who wrote the other text: a colleague who has not handed it in, or whoever changed the map. */
  wie: 'collega' | 'kaart'
  /** What holds apart from the fields in question. */
  samen: Inhoud
  onChosen: (inhoud: Inhoud) => void
}

type Kant = 'hier' | 'daar'

/** Two texts side by side, field by field; nothing is chosen for somebody. */
export function Kiezen({ vragen, wie, samen, onChosen }: Props) {
  const { t } = useTranslation()
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const [chosen, setChosen] = useState<Partial<Record<string, Kant>>>({})
  useEffect(() => {
    // Whoever types is told at once: until they choose, nothing more is kept.
    if (wie === 'collega') heading.current?.focus()
  }, [wie])
  const theirs = t(wie === 'collega' ? 'bewerk.kies.vanCollega' : 'bewerk.kies.vanKaart')
  const isDone = vragen.every(({ veld }) => chosen[veld])

  function finish() {
    if (!isDone) return
    const inhoud = { ...samen }
    for (const { veld, hier, daar } of vragen)
      put(inhoud, veld, chosen[veld] === 'daar' ? daar : hier)
    onChosen(inhoud)
  }

  return (
    <section className="sk-kiezen" aria-labelledby={`kiezen-${wie}`}>
      <Heading level={2} size="level-3" id={`kiezen-${wie}`} ref={heading} tabIndex={-1}>
        {t(`bewerk.kies.${wie}`)}
      </Heading>
      <p>{t(wie === 'collega' ? 'bewerk.kies.collegaUitleg' : 'bewerk.kies.kaartUitleg')}</p>
      {vragen.map(({ veld, hier, daar }) => (
        <fieldset key={veld} className="sk-kiezen__field">
          <legend>{t(`bewerk.veld.${veld}`)}</legend>
          {(
            [
              ['hier', t('bewerk.kies.vanJou'), hier],
              ['daar', theirs, daar],
            ] as const
          ).map(([kant, from, value]) => (
            <label
              key={kant}
              htmlFor={`kies-${wie}-${veld}-${kant}`}
              className="sk-radio sk-kiezen__side"
            >
              <input
                id={`kies-${wie}-${veld}-${kant}`}
                type="radio"
                name={`kies-${wie}-${veld}`}
                checked={chosen[veld] === kant}
                onChange={() => {
                  setChosen({ ...chosen, [veld]: kant })
                }}
              />
              <span className="sk-small sk-muted">{from}</span>
              <span className="sk-kiezen__text">{say(veld, value)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button aria-disabled={!isDone} onClick={finish}>
        {t('bewerk.kies.knop')}
      </Button>
    </section>
  )
}
