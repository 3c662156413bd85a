import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Checkbox } from '@/components/ams'
import { OVER_TE_NEMEN, useMerge, type Kant } from './dubbel'
import { Fault } from './Paar'

interface Props {
  blijft: Kant
  weg: Kant
  onDone: (said: string) => void
  onCancel: () => void
}

/** What is kept of the one that goes, and making one of the two. */
export function Samenvoegen({ blijft, weg, onDone, onCancel }: Props) {
  const { t } = useTranslation()
  const [overnemen, setOvernemen] = useState<ReadonlySet<string>>(new Set())
  const { mutate, isPending, error } = useMerge()
  return (
    <div className="sk-paar__merge">
      <p role="status">{t('dubbel.blijft', { titel: blijft.titel })}</p>
      <fieldset>
        <legend>{t('dubbel.neemOver', { titel: weg.titel })}</legend>
        <p className="sk-small sk-muted">{t('dubbel.neemOverHulp')}</p>
        <div className="sk-paar__fields">
          {OVER_TE_NEMEN.map((veld) => (
            <Checkbox
              key={veld}
              checked={overnemen.has(veld)}
              onChange={({ target }) => {
                const next = new Set(overnemen)
                if (target.checked) next.add(veld)
                else next.delete(veld)
                setOvernemen(next)
              }}
            >
              {t(`dubbel.veld.${veld}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="sk-paar__buttons">
        <Button
          aria-disabled={isPending}
          onClick={() => {
            if (isPending) return
            mutate(
              { blijft, weg, overnemen: [...overnemen] },
              {
                onSuccess: () => {
                  onDone(t('dubbel.samengevoegd', { titel: blijft.titel }))
                },
              },
            )
          }}
        >
          {t(isPending ? 'dubbel.bezig' : 'dubbel.voegSamen')}
        </Button>
        <Button variant="secondary" onClick={onCancel}>
          {t('dubbel.tochNiet')}
        </Button>
      </div>
      <Fault error={error} />
    </div>
  )
}
