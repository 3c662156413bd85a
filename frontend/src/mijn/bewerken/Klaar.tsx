import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ApiProblem } from '@/lib/api/errors'
import { eigenAanbodKey } from '../aanbod/eigenAanbod'
import { beoordelingQuery, getBewerking, handIn } from './bewerken'
import type { Keeper, KeeperState } from './keeper'

export type Ingediend = Awaited<ReturnType<typeof handIn>>

interface Props {
  keeper: Keeper
  state: KeeperState
  /** There is something to do first; it says so itself. */
  onNotYet: () => void
  onDone: (ingediend: Ingediend) => void
}

/** Hands in what was written, with one sentence about what happens then. */
export function Klaar({ keeper, state, onNotYet, onDone }: Props) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { daarna, aanbodId: id, gewijzigd, status } = state.answer
  const isNew = status !== 'gepubliceerd'
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      if (!(await keeper.flush())) throw new NotKept()
      const { fouten, ontbreekt, verschillen, versie } = keeper.get().answer
      if (fouten.length + ontbreekt.length + verschillen.length > 0) return null
      return handIn(id, versie).catch(async (reason: unknown) => {
        // Somebody was first, or changed it meanwhile: the page shows what there is now.
        if (reason instanceof ApiProblem) keeper.become(await getBewerking(id))
        throw reason
      })
    },
    onSuccess: (ingediend) => {
      if (!ingediend) {
        onNotYet()
        return
      }
      void queryClient.invalidateQueries({ queryKey: [eigenAanbodKey] })
      void queryClient.invalidateQueries({ queryKey: beoordelingQuery(id).queryKey })
      onDone(ingediend)
    },
    networkMode: 'always',
  })
  return (
    <section className="sk-klaar" aria-labelledby="klaar">
      <Heading level={2} size="level-3" id="klaar">
        {t('bewerk.klaar.titel')}
      </Heading>
      <p>{t(`bewerk.klaar.${daarna}Uitleg`)}</p>
      {!isNew && !gewijzigd && state.keeping === 'bewaard' ? (
        <p className="sk-muted">{t('bewerk.klaar.niets')}</p>
      ) : (
        <Button
          aria-disabled={isPending}
          onClick={() => {
            if (!isPending) mutate()
          }}
        >
          <Send className="sk-icon" />
          {t(isPending ? 'bewerk.klaar.bezig' : `bewerk.klaar.${daarna}`)}
        </Button>
      )}
      <div role="alert">
        {error && (
          <Notice kind="wrong">
            <p>{sentence(error)}</p>
          </Notice>
        )}
      </div>
    </section>
  )

  function sentence(reason: Error): string {
    if (reason instanceof NotKept)
      return t(state.botsing ? 'bewerk.stand.botsing' : 'bewerk.klaar.wacht')
    return reason instanceof ApiProblem && reason.status < 500
      ? reason.message
      : t('bewerk.klaar.mislukt')
  }
}

class NotKept extends Error {}
