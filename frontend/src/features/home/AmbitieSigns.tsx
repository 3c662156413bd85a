import { Link } from '@tanstack/react-router'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { AmbitieIcon } from '@/components/AmbitieMark'
import { Heading } from '@/components/ams'
import { useVocabularia } from '@/lib/api/vocabularia'
import type { SpokenTerm } from '@/lib/api/types'

const SENTENCES: Record<string, 'ambitie.1' | 'ambitie.2' | 'ambitie.3'> = {
  '1': 'ambitie.1',
  '2': 'ambitie.2',
  '3': 'ambitie.3',
}

interface Props {
  /** How many listings each theme has; while unknown, every theme is shown. */
  counts: Record<string, number> | undefined
}

/** The three ambities as signs on a wall, each with its themes in plain words. */
export function AmbitieSigns({ counts }: Props) {
  const { t } = useTranslation()
  const vocabularia = useVocabularia().data
  return (
    <section aria-labelledby="onderwerpen" className="sk-home__section">
      <Heading level={2} id="onderwerpen">
        {t('home.onderwerpen')}
      </Heading>
      <div className="sk-signs">
        {vocabularia?.ambities.map((ambitie) => (
          <Sign
            key={ambitie.code}
            ambitie={ambitie}
            themas={vocabularia.themas.filter(({ ouder }) => ouder === ambitie.code)}
            counts={counts}
          />
        ))}
      </div>
    </section>
  )
}

function Sign({ ambitie, themas, counts }: Props & { ambitie: SpokenTerm; themas: SpokenTerm[] }) {
  const { t } = useTranslation()
  const sentence = SENTENCES[ambitie.code]
  const filled = themas.filter(({ code }) => counts === undefined || (counts[code] ?? 0) > 0)
  return (
    <section
      className={`sk-sign sk-ambitie--${ambitie.code}`}
      aria-labelledby={`ambitie-${ambitie.code}`}
    >
      <div className="sk-sign__head">
        <span className="sk-sign__icon">
          <AmbitieIcon code={ambitie.code} />
        </span>
        <Heading level={3} id={`ambitie-${ambitie.code}`} className="sk-sign__title">
          <Link
            to="/zoeken"
            search={{ ambitie: [ambitie.code] }}
            {...(ambitie.officieel && { title: ambitie.officieel })}
          >
            {ambitie.label}
          </Link>
        </Heading>
        {sentence && <p className="sk-sign__sentence">{t(sentence)}</p>}
      </div>
      <ul className="sk-sign__themas">
        {filled.map(({ code, label, lang }) => (
          <li key={code}>
            <Link to="/zoeken" search={{ thema: [code] }} className="ams-link">
              <Dutch when={lang === 'nl'}>{label}</Dutch>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
