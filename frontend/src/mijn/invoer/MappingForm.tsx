import { useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { ColumnField } from './ColumnField'
import {
  useMap,
  useStep,
  whyNot,
  type Invoer,
  type Kolom,
  type Koppeling,
  type Waarde,
} from './invoer'
import { codeOf, keyOf, NOT_TAKEN, ValueFields, ValueList } from './ValueFields'

interface Props {
  invoer: Invoer
  koppeling: Koppeling
  onAsked: () => void
}

/** Only what nobody is sure of asks for attention; the rest can be opened and changed. */
export function MappingForm({ invoer, koppeling, onAsked }: Props) {
  const { t } = useTranslation()
  const { kolommen, waarden } = koppeling
  const map = useMap(invoer.id)
  const step = useStep(invoer.id)
  // What asked for attention stays where it is when somebody has answered it.
  const [unsure] = useState(() => new Set(kolommen.flatMap(({ zeker }, at) => (zeker ? [] : at))))
  const [codes, setCodes] = useState<Record<string, string>>({})
  const [tried, setTried] = useState(false)
  const [taken, setTaken] = useState<string>()
  const velden = kolommen.map(({ veld }) => veld ?? null)
  const hasTitle = velden.includes('titel')
  // What is answered here stays among the questions, and what was known before does not become one.
  const isKnown = (waarde: Waarde) => waarde.zeker && !(keyOf(waarde) in codes)
  const chosen = waarden.flatMap((waarde) => {
    const code = codeOf(waarde, codes)
    const { veld, tekst } = waarde
    // What nobody chose for is said to be wrong in its rows, and not left out in silence.
    return code === '' ? [] : [{ veld, tekst, code: code === NOT_TAKEN ? null : code }]
  })

  const setColumn = (at: number, veld: string) => {
    // A field is one column: who chooses it here takes it from there.
    const from = kolommen.find((kolom, i) => i !== at && kolom.veld === veld)
    setTaken(from?.kop)
    const wanted = velden.map((each, i) => {
      if (i === at) return veld === '' ? null : veld
      return each === veld ? null : each
    })
    // Only what somebody chose; a guess stays one until they have seen all.
    map.mutate({ kolommen: wanted, waarden: chosen.filter((each) => keyOf(each) in codes) })
  }
  const look = () => {
    setTried(true)
    if (map.isPending || step.isPending || !hasTitle) return
    map.mutate(
      { kolommen: velden, waarden: chosen },
      {
        onSuccess: () => {
          step.mutate('nakijken', { onSuccess: onAsked })
        },
      },
    )
  }
  const field = ([at, kolom]: [number, Kolom]) => (
    <ColumnField
      key={at}
      nummer={at + 1}
      kolom={kolom}
      velden={koppeling.velden}
      onChange={(veld) => {
        setColumn(at, veld)
      }}
    />
  )
  const all = kolommen.map((kolom, at): [number, Kolom] => [at, kolom])
  const sure = all.filter(([at]) => !unsure.has(at))
  const questions = unsure.size + waarden.filter((each) => !isKnown(each)).length
  const values = {
    keuzes: koppeling.keuzes,
    codes,
    onChange: (waarde: Waarde, code: string) => {
      setCodes({ ...codes, [keyOf(waarde)]: code })
    },
  }
  const error = map.error ?? step.error
  return (
    <section className="sk-mapping" aria-labelledby="kolommen">
      <Heading level={2} size="level-3" id="kolommen" tabIndex={-1}>
        {t('mijn.invoer.kolommen.titel')}
      </Heading>
      <Paragraph>
        {questions === 0 && hasTitle
          ? t('mijn.invoer.kolommen.allesKlaar')
          : t('mijn.invoer.kolommen.letOp', { count: Math.max(questions, 1) })}
        {koppeling.onthouden && ` ${t('mijn.invoer.kolommen.onthouden')}`}
      </Paragraph>
      <div role="status">
        {taken !== undefined && (
          <Notice>
            <p>{t('mijn.invoer.kolommen.overgenomen', { kop: taken })}</p>
          </Notice>
        )}
      </div>
      {unsure.size > 0 && (
        <ul className="sk-mapping__list">{all.filter(([at]) => unsure.has(at)).map(field)}</ul>
      )}
      <ValueFields waarden={waarden.filter((each) => !isKnown(each))} {...values} />
      {sure.length > 0 && (
        <details className="sk-mapping__known" open={!hasTitle}>
          <summary>{t('mijn.invoer.kolommen.herkend', { count: sure.length })}</summary>
          <ul className="sk-mapping__list">{sure.map(field)}</ul>
          <ValueList waarden={waarden.filter(isKnown)} {...values} />
        </details>
      )}
      <div role="alert">
        {((tried && !hasTitle) || error) && (
          <Notice kind="wrong">
            <p>{hasTitle || !tried ? whyNot(error, t) : t('mijn.invoer.kolommen.titelMist')}</p>
          </Notice>
        )}
      </div>
      <Button aria-disabled={map.isPending || step.isPending} onClick={look}>
        {t(map.isPending ? 'mijn.invoer.kolommen.bewaren' : 'mijn.invoer.kolommen.kijk')}
      </Button>
    </section>
  )
}
