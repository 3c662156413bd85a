import { Link2, Unlink } from 'lucide-react'
import { useState } from 'react'
import { useTranslation, type TextKey } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { Meeloopdeel, Plekkopieen, Verwant as Kin } from '@/lib/api/types'
import { Verschillen } from '../redactie/Verschillen'
import { Fault } from './Fault'
import { useRunAlong, useSetFree } from './plekken'
import { Verwant } from './Verwant'

interface Props {
  id: string
  versie: number
  data: Plekkopieen
  origineel: Kin
  onSaid: (words: string) => void
}

/** Of a copy: what runs along with its original, what differs, and the ways to change that. */
export function Kopie({ id, versie, data, origineel, onSaid }: Props) {
  const { t } = useTranslation()
  const along = data.delen.filter(({ stand }) => stand === 'loopt-mee')
  const apart = data.delen.filter(({ stand }) => stand === 'wijkt-af')
  return (
    <section className="sk-plekken" aria-labelledby="meelopen">
      <p>
        {t('plekken.kopie.van')} <Verwant verwant={origineel} />
      </p>
      <p>{t(origineel.status === 'gestopt' ? 'plekken.kopie.gestopt' : 'plekken.kopie.uitleg')}</p>
      {data.wacht && (
        <Notice kind="attention">
          <p>{t('plekken.kopie.wacht')}</p>
        </Notice>
      )}
      <Heading level={2} size="level-4" id="meelopen">
        {t('plekken.kopie.delen')}
      </Heading>
      {apart.length === 0 && <p>{t('plekken.kopie.alles')}</p>}
      {along.length > 0 && (
        <details>
          <summary className="sk-plekken__along">
            {t('plekken.kopie.looptMee', { count: along.length })}
          </summary>
          <ul className="sk-plekken__parts">
            {along.map(({ veld }) => (
              <li key={veld}>{t(nameOf(veld))}</li>
            ))}
          </ul>
        </details>
      )}
      {apart.map((deel) => (
        <Apart key={deel.veld} deel={deel} id={id} versie={versie} onSaid={onSaid} />
      ))}
      <SetFree id={id} onSaid={onSaid} />
    </section>
  )
}

function Apart({
  deel: { veld, verschillen },
  id,
  versie,
  onSaid,
}: { deel: Meeloopdeel } & Pick<Props, 'id' | 'versie' | 'onSaid'>) {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useRunAlong(id, versie)
  return (
    <div className="sk-plekken__apart" role="group" aria-labelledby={`deel-${veld}`}>
      <Heading level={3} size="level-5" id={`deel-${veld}`}>
        {t(nameOf(veld))}
      </Heading>
      <p className="sk-small">{t('plekken.kopie.wijktAf')}</p>
      {verschillen.length > 0 && <Verschillen verschillen={verschillen} />}
      <Button
        variant="secondary"
        aria-disabled={isPending}
        aria-describedby={`deel-${veld}`}
        onClick={() => {
          if (isPending) return
          mutate(veld, {
            onSuccess: ({ waits }) => {
              onSaid(t(waits ? 'plekken.kopie.weerWacht' : 'plekken.kopie.weerMee'))
            },
          })
        }}
      >
        <Link2 className="sk-icon" />
        {t('plekken.kopie.weer')}
      </Button>
      <Fault error={error} />
    </div>
  )
}

function SetFree({ id, onSaid }: Pick<Props, 'id' | 'onSaid'>) {
  const { t } = useTranslation()
  const [sure, setSure] = useState(false)
  const { mutate, isPending, error } = useSetFree(id)
  return (
    <div className="sk-plekken__free">
      <p className="sk-small sk-muted">
        {t(sure ? 'plekken.kopie.zeker' : 'plekken.kopie.losUitleg')}
      </p>
      <div className="sk-plekken__ways">
        <Button
          variant={sure ? 'primary' : 'tertiary'}
          aria-disabled={isPending}
          onClick={() => {
            if (!sure) setSure(true)
            else if (!isPending) {
              mutate(undefined, {
                onSuccess: () => {
                  onSaid(t('plekken.kopie.isLos'))
                },
              })
            }
          }}
        >
          <Unlink className="sk-icon" />
          {t(sure ? 'plekken.kopie.jaLos' : 'plekken.kopie.los')}
        </Button>
        {sure && (
          <Button
            variant="tertiary"
            onClick={() => {
              setSure(false)
            }}
          >
            {t('plekken.kopie.tochNiet')}
          </Button>
        )}
      </div>
      <Fault error={error} />
    </div>
  )
}

/** As the page for writing calls it; both ages are one part. */
const nameOf = (veld: string) =>
  `bewerk.veld.${veld === 'leeftijdVan' ? 'leeftijd' : veld}` as TextKey
