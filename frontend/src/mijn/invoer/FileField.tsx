import { Download, FileSpreadsheet } from 'lucide-react'
import { useId, useRef, useState, type DragEvent } from 'react'
import { useTranslation, type TextKey } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { useGo } from '../useGo'
import { MOST_BYTES, useSend, whyNot } from './invoer'

/** Choosing a file by a button or by dropping it; what is wrong with it is said before and after. */
export function FileField({ organisatieId }: { organisatieId: string | undefined }) {
  const { t } = useTranslation()
  const id = useId()
  const go = useGo()
  const input = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<TextKey | null>(null)
  const [over, setOver] = useState(false)
  const { mutate, isPending, error } = useSend(organisatieId ?? '')

  const send = (files: FileList | null) => {
    const file = files?.[0]
    if (!file || isPending) return
    const wrong = organisatieId ? faultOf(files) : 'mijn.invoer.fout.organisatie'
    setFault(wrong)
    if (wrong) return
    mutate(file, {
      onSuccess: (invoer) => {
        go({ to: '/mijn/invoer/$id', params: { id: invoer.id } })
      },
    })
  }
  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    },
    onDragLeave: () => {
      setOver(false)
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      send(event.dataTransfer.files)
    },
  }
  return (
    <section className="sk-file" data-over={over || undefined} {...drag}>
      <FileSpreadsheet className="sk-icon sk-file__sign" />
      <p id={`${id}-hulp`} className="sk-small">
        {t('mijn.invoer.bestandHulp')}
      </p>
      <div className="sk-file__choose">
        <Button
          aria-disabled={isPending}
          aria-describedby={`${id}-hulp`}
          onClick={() => {
            if (!isPending) input.current?.click()
          }}
        >
          {t(isPending ? 'mijn.invoer.bezig' : 'mijn.invoer.kies')}
        </Button>
        <span className="sk-small sk-muted sk-file__drop">
          {t(over ? 'mijn.invoer.laatLos' : 'mijn.invoer.sleep')}
        </span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t('mijn.invoer.bestand')}
        accept=".xlsx,.csv,.txt"
        onChange={({ target }) => {
          send(target.files)
          // The same file, mended, is chosen again.
          target.value = ''
        }}
      />
      <div role="alert">
        {(fault ?? error) && !isPending && (
          <Notice kind="wrong">
            <p>{fault ? t(fault) : whyNot(error, t)}</p>
          </Notice>
        )}
      </div>
      <a href="/api/v1/invoersjablonen/aanbod.xlsx" download className="ams-link sk-file__template">
        <Download className="sk-icon" />
        {t('mijn.invoer.sjabloon')}
      </a>
    </section>
  )
}

function faultOf(files: FileList | null): TextKey | null {
  if (files && files.length > 1) return 'mijn.invoer.fout.een'
  const size = files?.[0]?.size ?? 0
  if (size > MOST_BYTES) return 'mijn.invoer.fout.groot'
  return size === 0 ? 'mijn.invoer.fout.leeg' : null
}
