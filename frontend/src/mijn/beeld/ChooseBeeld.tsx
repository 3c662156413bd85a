import { ImagePlus, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation, type Translate } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { Beeld } from '@/lib/api/types'
import { MOST_MB } from './send'
import { useSendBeeld, type Fault, type Sending } from './useSendBeeld'

interface Props {
  organisatieId: string
  /** There is one already; this one comes in its place. */
  another: boolean
  onSent: (beeld: Beeld) => void
}

/** Named one by one: an iPhone then sends a JPEG, and not its own HEIC. */
const KINDS = 'image/jpeg,image/png,image/webp'

/** Where a photo is chosen, or dropped, and how far it is on its way. */
export function ChooseBeeld({ organisatieId, another, onSent }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [over, setOver] = useState(false)
  const { sending, send, stop } = useSendBeeld(organisatieId, onSent)
  const fault = sending.step === 'rust' ? sending.fault : undefined
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (fault) field.current?.focus()
  }, [fault])
  const again = sending.step === 'rust' ? sending.again : undefined
  return (
    <>
      <div role="alert">
        {fault && (
          <Notice kind="wrong">
            <p>{faultText(fault, t)}</p>
            {again && (
              <Button
                variant="secondary"
                onClick={() => {
                  void send(again)
                }}
              >
                {t('beeld.opnieuw')}
              </Button>
            )}
          </Notice>
        )}
      </div>
      <div className="sk-beeld__choose" data-over={over || undefined}>
        {sending.step === 'rust' ? (
          <>
            <p className="sk-beeld__ways">
              <label htmlFor={id} className="sk-beeld__button">
                <ImagePlus className="sk-icon" />
                {t(another ? 'beeld.anders' : 'beeld.kies')}
              </label>
              <span className="sk-beeld__drag sk-small sk-muted">{t('beeld.sleep')}</span>
            </p>
            <p id={`${id}-hulp`} className="sk-small sk-muted">
              {t('beeld.hulp', { mb: MOST_MB })} {t('beeld.toestemming')}
            </p>
            <input
              id={id}
              ref={field}
              type="file"
              accept={KINDS}
              aria-describedby={`${id}-hulp`}
              onDragEnter={() => {
                setOver(true)
              }}
              onDragLeave={() => {
                setOver(false)
              }}
              onDrop={() => {
                setOver(false)
              }}
              onChange={({ target }) => {
                const file = target.files?.[0]
                if (file) void send(file)
                // So that the same file can be chosen once more.
                target.value = ''
              }}
            />
          </>
        ) : (
          <Progress sending={sending} onStop={stop} />
        )}
      </div>
    </>
  )
}

function faultText(fault: Fault, t: Translate): string {
  return typeof fault === 'object' ? fault.melding : t(`beeld.fout.${fault}`, { mb: MOST_MB })
}

interface ProgressProps {
  sending: Exclude<Sending, { step: 'rust' }>
  onStop: () => void
}

function Progress({ sending, onStop }: ProgressProps) {
  const { t } = useTranslation()
  const part = sending.step === 'sturen' ? sending.part : null
  const percent = Math.round((part ?? 0) * 100)
  const says =
    part === null
      ? t('beeld.kleiner')
      : part < 1
        ? t('beeld.bezig', { procent: percent })
        : t('beeld.bekijken')
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    line.current?.focus()
  }, [])
  return (
    <>
      <p ref={line} tabIndex={-1} className="sk-beeld__says">
        {says}
      </p>
      <progress
        aria-label={says}
        // Without a value it says only that something is going on.
        {...(part !== null && part < 1 && { value: percent, max: 100 })}
      />
      <Button variant="tertiary" onClick={onStop}>
        <X className="sk-icon" />
        {t('beeld.stop')}
      </Button>
    </>
  )
}
