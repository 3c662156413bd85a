import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useRef, useState, type SubmitEvent } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnBewerken.json'
import { Button, Paragraph } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { PageHeading } from '@/components/PageHeading'
import type { components } from '@/lib/api/schema.gen'
import { api, dataOf } from '@/lib/api/client'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import type { OrganisatieBijLid } from '@/lib/api/types'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { eigenAanbodKey, lidmaatschappenQuery } from '../aanbod/eigenAanbod'
import { TextField } from '../form/TextField'
import { useGo } from '../useGo'
import { Bestaat } from './Bestaat'
import { Opties } from './velden/Opties'
import '../page.css'
import './bewerken.css'

alsoSay(texts)

const SHORTEST = 2
// The contract counts what has a default as always there, which holds for answers only.
type NieuwAanbod = components['schemas']['NieuwAanbod']

/** A new listing begins with its title; from then on it is a draft that cannot get lost. */
export function NieuwPage() {
  const { t } = useTranslation()
  // The router's own types know the addresses of residents.
  const search: object = useSearch({ strict: false })
  const organisatie = 'organisatie' in search ? String(search.organisatie) : undefined
  const { data, error, isFetching, refetch } = useQuery(lidmaatschappenQuery)
  const mine = data?.resultaten.map((each) => each.organisatie)
  return (
    <div className="sk-container sk-mijn">
      <PageHeading title={t('bewerk.nieuw.titel')}>{t('bewerk.nieuw.titel')}</PageHeading>
      {mine && mine.length > 0 && <Begin mine={mine} wanted={organisatie} />}
      {mine?.length === 0 && <Paragraph>{t('bewerk.nieuw.geen')}</Paragraph>}
      {!data && error && (
        <LoadError error={error} busy={isFetching} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

function Begin({ mine, wanted }: { mine: OrganisatieBijLid[]; wanted: string | undefined }) {
  const { t } = useTranslation()
  const go = useGo()
  const queryClient = useQueryClient()
  const field = useRef<HTMLInputElement>(null)
  const [titel, setTitel] = useState('')
  const [tooShort, setTooShort] = useState(false)
  const first = mine.find(({ id, slug }) => id === wanted || slug === wanted) ?? mine[0]
  const [owner, setOwner] = useState(first?.id ?? '')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/aanbod', { body: { titel: titel.trim(), organisatie: owner } as NieuwAanbod }),
      ),
    onSuccess: ({ id }) => {
      void queryClient.invalidateQueries({ queryKey: [eigenAanbodKey] })
      requestHeadingFocus()
      go({ to: '/mijn/aanbod/$id', params: { id }, replace: true })
    },
    onError: () => {
      field.current?.focus()
    },
    networkMode: 'always',
  })

  function submit(event: SubmitEvent) {
    event.preventDefault()
    const isTooShort = titel.trim().length < SHORTEST
    setTooShort(isTooShort)
    if (isTooShort) field.current?.focus()
    else if (!isPending) mutate()
  }

  return (
    <form className="sk-form" onSubmit={submit} noValidate>
      <Paragraph>{t('bewerk.nieuw.uitleg')}</Paragraph>
      {mine.length > 1 ? (
        <Opties
          id="voor-wie"
          label={t('bewerk.nieuw.kies')}
          options={mine.map(({ id, naam }) => ({ code: id, label: naam }))}
          chosen={[owner]}
          required
          onChoose={([id]) => {
            setOwner(id ?? first?.id ?? '')
          }}
        />
      ) : (
        <p className="sk-muted">{t('bewerk.nieuw.voor', { naam: first?.naam })}</p>
      )}
      <TextField
        ref={field}
        label={t('bewerk.veld.titel')}
        hint={`${t('bewerk.voorbeeldWoord')} ${t('bewerk.voorbeeld.titel')}`}
        value={titel}
        maxLength={200}
        onChange={setTitel}
        fault={tooShort ? t('bewerk.nieuw.tekort') : error && sentence(error)}
      />
      <Bestaat inhoud={{ titel }} organisatieId={owner} />
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? 'bewerk.nieuw.bezig' : 'bewerk.nieuw.knop')}
      </Button>
    </form>
  )

  function sentence(reason: Error): string {
    if (reason instanceof ServerUnreachable) return t('mijn.fout.geenVerbinding')
    return reason instanceof ApiProblem && reason.status < 500 ? reason.message : t('fout.mislukt')
  }
}
