import { useId, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { LoadError } from '@/components/LoadError'
import { Notice } from '@/components/Notice'
import { SelectBox } from '@/components/SelectBox'
import { ApiProblem, ServerUnreachable } from '@/lib/api/errors'
import { useMeldGat } from '@/lib/api/gaten'
import { useVocabularia } from '@/lib/api/vocabularia'
import type { SpokenVocabularia } from '@/lib/api/types'
import { reportOf, type Gat } from './gat'
import { useGatFields } from './useGatFields'

interface Props {
  /** What was understood of the question; only where somebody begins. */
  start: Gat
  /** Gets what was reported, in words. */
  onReported: (words: string) => void
}

export function GatForm(props: Props) {
  const { data, error, isFetching, refetch } = useVocabularia()
  if (data) return <Form {...props} vocabularia={data} />
  return error && <LoadError error={error} onRetry={() => void refetch()} busy={isFetching} />
}

function Form({ start, onReported, vocabularia }: Props & { vocabularia: SpokenVocabularia }) {
  const { t } = useTranslation()
  const id = useId()
  const fields = useGatFields(vocabularia)
  const first = useRef<HTMLSelectElement>(null)
  const [gat, setGat] = useState(start)
  const [isEmpty, setEmpty] = useState(false)
  const { mutate, isPending, error } = useMeldGat()

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isPending) return
    const report = reportOf(gat)
    setEmpty(report === null)
    if (!report) {
      first.current?.focus()
      return
    }
    const words = fields.flatMap(({ field, options }) =>
      options.filter(({ code }) => code === gat[field]).map(({ label }) => label),
    )
    mutate(report, {
      onSuccess: () => {
        onReported(words.join(' · '))
      },
    })
  }

  return (
    <form className="sk-gat__form" onSubmit={submit} noValidate>
      <p>{t(introOf(start))}</p>
      <div className="sk-gat__fields">
        {fields.map(({ field, label, none, options }, i) => (
          <div key={field} className="sk-gat__field">
            <label htmlFor={`${id}-${field}`}>{label}</label>
            <SelectBox
              id={`${id}-${field}`}
              ref={i === 0 ? first : undefined}
              value={gat[field]}
              invalid={isEmpty && i === 0}
              aria-describedby={isEmpty && i === 0 ? `${id}-leeg` : undefined}
              onChange={({ target: { value } }) => {
                setGat({ ...gat, [field]: value })
                setEmpty(false)
              }}
            >
              <option value="">{none}</option>
              {options.map(({ code, label: name, lang }) => (
                <option key={code} value={code} lang={lang}>
                  {name}
                </option>
              ))}
            </SelectBox>
            {isEmpty && i === 0 && (
              <p id={`${id}-leeg`} className="sk-gat__fault">
                {t('gat.leeg')}
              </p>
            )}
          </div>
        ))}
      </div>
      <p className="sk-small sk-muted">{t('gat.anoniem')}</p>
      {error && (
        <div role="alert">
          <Notice kind="wrong">
            <p>{t(faultOf(error))}</p>
          </Notice>
        </div>
      )}
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? 'gat.bezig' : 'gat.meld')}
      </Button>
    </form>
  )
}

function introOf(start: Gat) {
  if (start.thema !== '') return 'gat.begrepen'
  return reportOf(start) ? 'gat.begrepenKies' : 'gat.kies'
}

function faultOf(error: Error) {
  if (error instanceof ServerUnreachable) return 'gat.geenVerbinding'
  return error instanceof ApiProblem && error.status === 429 ? 'gat.teVaak' : 'gat.mislukt'
}
