import { Download, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation, type Translate } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { Notice } from '@/components/Notice'
import { formatDay, localTime } from '@/lib/dates/localTime'
import { Link } from '../Link'
import { useStep, whyNot, type Invoer } from './invoer'

/** What will happen, in one sentence, and the button that does it. */
export function Seen({ invoer, onAgain }: { invoer: Invoer; onAgain: () => void }) {
  const { t } = useTranslation()
  const { mutate, isPending, error } = useStep(invoer.id)
  const { tellingen, rijen, wachtend, organisatie } = invoer
  const todo = tellingen.nieuw + tellingen.gewijzigd
  const parts = OUTCOMES.filter((each) => tellingen[each] > 0)
  return (
    <section className="sk-outcome" aria-labelledby="wat-gebeurt">
      <Heading level={2} size="level-3" id="wat-gebeurt" tabIndex={-1}>
        {t('mijn.invoer.nagekeken.titel')}
      </Heading>
      <p className="sk-outcome__sum">
        {t('mijn.invoer.som.rijen', { count: rijen })}{' '}
        {spell(parts.map((each) => t(`mijn.invoer.som.${each}`, { count: tellingen[each] })))}.
      </p>
      {wachtend > 0 && <p>{t('mijn.invoer.som.wacht', { count: wachtend })}</p>}
      {todo > 0 && wachtend === 0 && organisatie.vertrouwd && <p>{t('mijn.invoer.som.meteen')}</p>}
      <p>{t(todo > 0 ? 'mijn.invoer.nagekeken.nogNiets' : 'mijn.invoer.nagekeken.niets')}</p>
      <div className="sk-outcome__ways">
        {todo > 0 && (
          <Button
            aria-disabled={isPending}
            onClick={() => {
              if (!isPending) mutate('uitvoeren')
            }}
          >
            {t('mijn.invoer.nagekeken.voerUit', { count: todo })}
          </Button>
        )}
        <Button variant="secondary" onClick={onAgain}>
          {t('mijn.invoer.nagekeken.pasAan')}
        </Button>
      </div>
      <Refused error={error} />
      <Faults invoer={invoer} />
    </section>
  )
}

/** What came of it, and the way back as a whole. */
export function Done({ invoer }: { invoer: Invoer }) {
  const { t } = useTranslation()
  const { tellingen, gedaan, wachtend } = invoer
  const left = tellingen.nieuw + tellingen.gewijzigd - gedaan
  return (
    <section className="sk-outcome" aria-labelledby="klaar">
      <Heading level={2} size="level-3" id="klaar" tabIndex={-1}>
        {t('mijn.invoer.klaar.titel')}
      </Heading>
      <p className="sk-outcome__sum" role="status">
        {t('mijn.invoer.klaar.gedaan', { count: gedaan })}
      </p>
      {left > 0 && <p>{t('mijn.invoer.klaar.nietAf')}</p>}
      {wachtend > 0 && <p>{t('mijn.invoer.som.wacht', { count: wachtend })}</p>}
      <Faults invoer={invoer} />
      <Link to="/mijn" className="ams-link sk-outcome__link">
        {t('mijn.invoer.klaar.naarAanbod')}
      </Link>
      {gedaan > 0 && <TakeBack invoer={invoer} />}
    </section>
  )
}

/** Asked twice, as nothing undoes the undoing. */
function TakeBack({ invoer }: { invoer: Invoer }) {
  const { t, language } = useTranslation()
  const [asked, setAsked] = useState(false)
  const { mutate, isPending, error } = useStep(invoer.id)
  const day = localTime(new Date(invoer.verwijderdOp)).day
  const dag = formatDay(day, language, { day: 'numeric', month: 'long' })
  return (
    <div className="sk-outcome__back">
      <Button
        variant="secondary"
        aria-expanded={asked}
        onClick={() => {
          setAsked(!asked)
        }}
      >
        <Undo2 className="sk-icon" />
        {t('mijn.invoer.klaar.terug')}
      </Button>
      {!asked && <p className="sk-small sk-muted">{t('mijn.invoer.klaar.totDag', { dag })}</p>}
      {asked && (
        <Notice kind="attention">
          <p>{t('mijn.invoer.klaar.terugUitleg')}</p>
          <div className="sk-outcome__ways">
            <Button
              aria-disabled={isPending}
              onClick={() => {
                if (!isPending) mutate('terugdraaien')
              }}
            >
              {t('mijn.invoer.klaar.terugJa')}
            </Button>
            <Button
              variant="secondary"
              onClick={() => {
                setAsked(false)
              }}
            >
              {t('mijn.invoer.klaar.terugNee')}
            </Button>
          </div>
        </Notice>
      )}
      <Refused error={error} />
    </div>
  )
}

export function Undone({ invoer: { teruggedraaid } }: { invoer: Invoer }) {
  const { t } = useTranslation()
  const parts = WAYS_BACK.filter((each) => teruggedraaid[each] > 0)
  return (
    <section className="sk-outcome" aria-labelledby="teruggedraaid">
      <Heading level={2} size="level-3" id="teruggedraaid" tabIndex={-1}>
        {t('mijn.invoer.teruggedraaid.titel')}
      </Heading>
      <p className="sk-outcome__sum" role="status">
        {parts.length > 0
          ? `${spell(parts.map((each) => spokenBack(each, teruggedraaid[each], t)))}.`
          : t('mijn.invoer.teruggedraaid.niets')}
      </p>
    </section>
  )
}

/** The rows that do not go in, to mend and send again. */
function Faults({ invoer: { id, tellingen } }: { invoer: Invoer }) {
  const { t } = useTranslation()
  const count = tellingen.fout + tellingen.elders
  if (count === 0) return null
  return (
    <div>
      <a href={`/api/v1/invoeren/${id}/fouten.xlsx`} download className="ams-link sk-outcome__link">
        <Download className="sk-icon" />
        {t('mijn.invoer.nagekeken.fouten', { count })}
      </a>
      <Paragraph className="sk-small sk-muted">{t('mijn.invoer.nagekeken.foutenUitleg')}</Paragraph>
    </div>
  )
}

function Refused({ error }: { error: Error | null }) {
  const { t } = useTranslation()
  return (
    <div role="alert">
      {error && (
        <Notice kind="wrong">
          <p>{whyNot(error, t)}</p>
        </Notice>
      )}
    </div>
  )
}

const OUTCOMES = ['nieuw', 'gewijzigd', 'ongewijzigd', 'fout', 'elders'] as const
const WAYS_BACK = ['verwijderd', 'hersteld', 'gebleven'] as const

const spokenBack = (way: (typeof WAYS_BACK)[number], count: number, t: Translate) =>
  t(`mijn.invoer.teruggedraaid.${way}`, { count })

const list = new Intl.ListFormat('nl')
const spell = (parts: string[]) => list.format(parts)
