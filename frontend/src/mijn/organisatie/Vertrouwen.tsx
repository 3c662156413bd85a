import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { api, dataOf } from '@/lib/api/client'
import { announce } from '@/lib/navigation/announce'
import { Fout } from './Fout'

const queryKey = (id: string) => ['vertrouwen', id]

/** For the redactie: whether what this organisation changes is on the map at once. */
export function Vertrouwen({ id }: { id: string }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data } = useQuery({
    queryKey: queryKey(id),
    queryFn: ({ signal }) =>
      dataOf(api.GET('/organisaties/{id}/vertrouwen', { params: { path: { id } }, signal })),
    staleTime: 0,
  })
  const { mutate, isPending, error } = useMutation({
    mutationFn: (vertrouwd: boolean) =>
      dataOf(
        api.POST('/organisaties/{id}/vertrouwen', {
          params: { path: { id } },
          body: { vertrouwd },
        }),
      ),
    onSuccess: ({ vertrouwd }) => {
      announce(t(vertrouwd ? 'leden.vertrouwen.wel' : 'leden.vertrouwen.niet'))
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKey(id) }),
    networkMode: 'always',
  })
  if (!data) return null
  return (
    <section className="sk-part" aria-labelledby="vertrouwen">
      <Heading level={2} id="vertrouwen">
        {t('leden.vertrouwen.titel')}
      </Heading>
      {data.gecontroleerd ? (
        <>
          <Paragraph>
            {t(data.vertrouwd ? 'leden.vertrouwen.wel' : 'leden.vertrouwen.niet')}
          </Paragraph>
          <Button
            variant="secondary"
            aria-disabled={isPending}
            onClick={() => {
              if (!isPending) mutate(!data.vertrouwd)
            }}
          >
            {t(wordsFor(isPending, data.vertrouwd))}
          </Button>
        </>
      ) : (
        <Paragraph>{t('leden.vertrouwen.eerstKijken')}</Paragraph>
      )}
      <Fout error={error} />
    </section>
  )
}

function wordsFor(isPending: boolean, vertrouwd: boolean) {
  if (isPending) return 'leden.bezig'
  return vertrouwd ? 'leden.vertrouwen.zetUit' : 'leden.vertrouwen.zetAan'
}
