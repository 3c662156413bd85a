import { useTranslation } from '@/i18n'
import { Button, Heading } from '@/components/ams'
import type { Gelijkend } from '@/lib/api/types'
import { useGelijkend } from './aansluiten'
import type { Values } from './form'

interface Props {
  values: Values
  onChoose: (gekozen: Gelijkend) => void
}

/** What is on the map already and looks like what somebody types, with why it does. */
export function Gelijkenissen({ values, onChoose }: Props) {
  const { t } = useTranslation()
  const { naam, website, telefoon, kvk, email } = values
  const { data } = useGelijkend({ naam: naam.trim(), website, telefoon, kvk, email })
  const found = data?.resultaten ?? []
  return (
    <section className="sk-alike" aria-labelledby="bestaat-al" hidden={found.length === 0}>
      <Heading level={2} size="level-4" id="bestaat-al">
        {t('aansluiten.bestaat')}
      </Heading>
      <p role="status" className="ams-visually-hidden">
        {found.length > 0 && t('aansluiten.gevonden', { count: found.length })}
      </p>
      <ul className="sk-alike__list">
        {found.map((gelijkend) => (
          <li key={gelijkend.id} className="sk-alike__one">
            <Kenmerken gelijkend={gelijkend} />
            <Button
              variant="secondary"
              onClick={() => {
                onChoose(gelijkend)
              }}
            >
              {t('aansluiten.hierBij', { naam: gelijkend.naam })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Who it is, where it is, and why it is here. */
export function Kenmerken({ gelijkend }: { gelijkend: Gelijkend }) {
  const { t, language } = useTranslation()
  const { naam, wijken, redenen } = gelijkend
  const both = new Intl.ListFormat(language)
  return (
    <p className="sk-alike__words">
      <strong>{naam}</strong>
      {wijken.length > 0 && <span>{both.format(wijken)}</span>}
      <span className="sk-small sk-muted">
        {both.format(redenen.map((reden) => t(`aansluiten.reden.${reden}`)))}
      </span>
    </p>
  )
}

/** What was chosen, in the place of the questions that it answers. */
export function Gekozen({ naam, onOther }: { naam: string; onOther: () => void }) {
  const { t } = useTranslation()
  return (
    <section className="sk-alike" role="status">
      <p>
        <strong>{t('aansluiten.gekozen', { naam })}</strong>
      </p>
      <p>{t('aansluiten.gekozenUitleg')}</p>
      <Button variant="secondary" onClick={onOther}>
        {t('aansluiten.andere')}
      </Button>
    </section>
  )
}
