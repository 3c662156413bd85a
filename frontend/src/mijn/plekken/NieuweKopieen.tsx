import { Copy } from 'lucide-react'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import type { Plekkeuze } from '@/lib/api/types'
import { outlines } from '@/lib/wijken/outlines'
import { Opties } from '../bewerken/velden/Opties'
import { Fault } from './Fault'
import { MOST, useMakeCopies } from './plekken'

interface Props {
  id: string
  plekken: Plekkeuze[]
  onMade: (count: number) => void
}

const WIJKEN = [...outlines]
  .sort((one, other) => one.naam.localeCompare(other.naam, 'nl'))
  .map(({ code, naam }) => ({ code, label: naam }))

/** Several places and wijken at once; each gets a copy of its own. */
export function NieuweKopieen({ id, plekken, onMade }: Props) {
  const { t } = useTranslation()
  const [locaties, setLocaties] = useState<string[]>([])
  const [wijken, setWijken] = useState<string[]>([])
  const [fault, setFault] = useState<string>()
  const { mutate, isPending, error } = useMakeCopies(id)
  const count = locaties.length + wijken.length

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    const wrong =
      count === 0 ? t('plekken.kies') : count > MOST && t('plekken.teVeel', { aantal: MOST })
    setFault(wrong || undefined)
    if (wrong) document.getElementById(plekken.length > 0 ? 'plekken' : 'wijken')?.focus()
    else {
      mutate(
        { locaties, wijken },
        {
          onSuccess: ({ resultaten }) => {
            setLocaties([])
            setWijken([])
            onMade(resultaten.length)
          },
        },
      )
    }
  }

  return (
    <form className="sk-form sk-plekken__form" onSubmit={submit} noValidate>
      <Heading level={2} size="level-4">
        {t('plekken.waar')}
      </Heading>
      <p>{t('plekken.eigen')}</p>
      {plekken.length > 0 && (
        <Opties
          id="plekken"
          label={t('plekken.plekken')}
          options={plekken.map((each) => ({ code: each.id, label: each.plek }))}
          many
          chosen={locaties}
          fault={fault}
          onChoose={setLocaties}
        />
      )}
      <Opties
        id="wijken"
        label={t('plekken.wijken')}
        options={WIJKEN}
        many
        chosen={wijken}
        fault={plekken.length > 0 ? undefined : fault}
        onChoose={setWijken}
      />
      <Fault error={error} />
      <Button type="submit" aria-disabled={isPending}>
        <Copy className="sk-icon" />
        {isPending ? t('plekken.bezig') : t('plekken.maak', { count })}
      </Button>
    </form>
  )
}
