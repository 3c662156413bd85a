import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem } from '@/lib/api/errors'
import type { Dubbel } from '@/lib/api/types'
import { pairKey, useTellApart, type Kant } from './dubbel'
import { Samenvoegen } from './Samenvoegen'

interface Props {
  dubbel: Dubbel
  onDone: (said: string) => void
}

/** Two listings beside each other, why they look the same, and what can be done about it. */
export function Paar({ dubbel, onDone }: Props) {
  const { t, language } = useTranslation()
  const [blijft, setBlijft] = useState<Kant | null>(null)
  const { mutate, isPending, error } = useTellApart()
  const { een, ander, zekerheid, redenen } = dubbel
  const reasons = new Intl.ListFormat(language).format(
    redenen.map((reden) => t(`dubbel.reden.${reden}`)),
  )
  const id = `paar-${pairKey(dubbel).replace(' ', '-')}`
  return (
    <article className="sk-paar" aria-labelledby={id}>
      <Heading level={2} size="level-4" id={id}>
        {t(`dubbel.${zekerheid}`)}
      </Heading>
      <p className="sk-small sk-muted">{t('dubbel.omdat', { redenen: reasons })}</p>
      <div className="sk-paar__two">
        {[een, ander].map((kant) => (
          <Side
            key={kant.id}
            kant={kant}
            chosen={blijft === kant}
            onChoose={() => {
              setBlijft(kant)
            }}
          />
        ))}
      </div>
      {blijft ? (
        <Samenvoegen
          key={blijft.id}
          blijft={blijft}
          weg={blijft === een ? ander : een}
          onDone={onDone}
          onCancel={() => {
            setBlijft(null)
          }}
        />
      ) : (
        <Button
          variant="secondary"
          aria-disabled={isPending}
          aria-describedby={id}
          onClick={() => {
            if (isPending) return
            mutate(dubbel, {
              onSuccess: () => {
                onDone(t('dubbel.apart'))
              },
            })
          }}
        >
          {t('dubbel.tweeAparte')}
        </Button>
      )}
      <Fault error={error} />
    </article>
  )
}

function Side({ kant, chosen, onChoose }: { kant: Kant; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation()
  const { slug, titel, organisatie, plek, samenvatting, bron } = kant
  return (
    <section className="sk-paar__side" data-chosen={chosen || undefined}>
      <Heading level={3} size="level-5">
        <a href={`/aanbod/${slug}`} target="_blank" rel="noreferrer" className="ams-link">
          {titel}
        </a>
      </Heading>
      <p>
        {t('dubbel.van', { organisatie })}
        {plek && ` · ${plek}`}
      </p>
      {samenvatting && <p>{samenvatting}</p>}
      {bron && <p className="sk-small sk-muted">{t('dubbel.bron', { bron })}</p>}
      <Button
        variant={chosen ? 'primary' : 'secondary'}
        aria-pressed={chosen}
        aria-label={t('dubbel.dezeBlijftLang', { titel, organisatie })}
        onClick={onChoose}
      >
        {t('dubbel.dezeBlijft')}
      </Button>
    </section>
  )
}

/** What went wrong, in the words of the server where those help. */
export function Fault({ error }: { error: Error | null }) {
  const { t } = useTranslation()
  const status = error instanceof ApiProblem ? error.status : undefined
  const said = status === 409 && error ? error.message : undefined
  return (
    <div role="alert">
      {error && (
        <Notice kind="wrong">
          <p>{said ?? t(status === 412 ? 'dubbel.veranderd' : 'dubbel.mislukt')}</p>
        </Notice>
      )}
    </div>
  )
}
