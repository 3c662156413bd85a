import { CircleCheck, CircleMinus, CircleX, Undo2 } from 'lucide-react'
import type { RefObject } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { Controlevraag } from '@/lib/api/types'
import type { Answer } from './kloptNog'

interface Props {
  vraag: Controlevraag
  titleId: string
  busy: boolean
  words: RefObject<HTMLParagraphElement | null>
  onGive: (answer: Answer) => void
}

const ICONS = {
  klopt: CircleCheck,
  gestopt: CircleX,
  'niet-op-de-kaart': CircleMinus,
  open: CircleMinus,
}

/** How it stands now; one's own answer can be taken back, that of somebody else cannot. */
export function Outcome({ vraag, titleId, busy, words, onGive }: Props) {
  const { t } = useTranslation()
  const { stand, eigenAntwoord } = vraag
  const Icon = ICONS[stand]
  return (
    <>
      <p className="sk-vraag__outcome" data-stand={stand} ref={words} tabIndex={-1}>
        <Icon className="sk-icon" />
        <span>{t(outcomeOf(vraag))}</span>
      </p>
      {eigenAntwoord && (
        <Button
          variant="secondary"
          aria-disabled={busy}
          aria-describedby={titleId}
          onClick={() => {
            onGive('ongedaan')
          }}
        >
          <Undo2 className="sk-icon" />
          {t(busy ? 'kloptNog.bezig' : 'kloptNog.ongedaan')}
        </Button>
      )}
    </>
  )
}

function outcomeOf({ stand, eigenAntwoord }: Controlevraag) {
  if (stand === 'klopt') return eigenAntwoord ? 'kloptNog.stand.klopt' : 'kloptNog.stand.kloptAnder'
  if (stand === 'gestopt') {
    return eigenAntwoord ? 'kloptNog.stand.gestopt' : 'kloptNog.stand.gestoptAnder'
  }
  return 'kloptNog.stand.niet-op-de-kaart'
}
