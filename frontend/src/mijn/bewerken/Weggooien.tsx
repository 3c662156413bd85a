import { useMutation } from '@tanstack/react-query'
import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { announce } from '@/lib/navigation/announce'
import { discardBewerking } from './bewerken'
import type { Inhoud } from './inhoud'
import type { Keeper, KeeperState } from './keeper'

/** Throws away what was written and not handed in; as long as the page is there, it can come back. */
export function Weggooien({ keeper, state }: { keeper: Keeper; state: KeeperState }) {
  const { t } = useTranslation()
  const [before, setBefore] = useState<Inhoud | null>(null)
  const { answer, keeping } = state
  const { mutate, isPending, isError } = useMutation({
    mutationFn: async () => {
      if (!(await keeper.flush())) throw new Error('niet bewaard')
      const { inhoud } = keeper.get()
      const { aanbodId, versie } = keeper.get().answer
      keeper.become(await discardBewerking(aanbodId, versie))
      return inhoud
    },
    onSuccess: (inhoud) => {
      setBefore(inhoud)
      announce(t('bewerk.weggegooid'))
    },
    networkMode: 'always',
  })
  if (before && !answer.gewijzigd && keeping === 'bewaard') {
    return (
      <p className="sk-bewerk__discard">
        {t('bewerk.weggegooid')}
        <Button
          variant="tertiary"
          onClick={() => {
            keeper.change(before)
            setBefore(null)
            announce(t('bewerk.teruggezet'))
          }}
        >
          <Undo2 className="sk-icon" />
          {t('bewerk.zetTerug')}
        </Button>
      </p>
    )
  }
  if (!answer.gewijzigd) return null
  return (
    <div className="sk-bewerk__discard">
      <Button
        variant="tertiary"
        aria-disabled={isPending}
        onClick={() => {
          if (!isPending) mutate()
        }}
      >
        <Trash2 className="sk-icon" />
        {t('bewerk.gooiWeg')}
      </Button>
      <p role="alert" className="sk-field__fault">
        {isError && t('bewerk.klaar.mislukt')}
      </p>
    </div>
  )
}
