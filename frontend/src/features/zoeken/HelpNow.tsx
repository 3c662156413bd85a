import { Phone } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from '@/i18n'
import { Dutch, LeftToRight } from '@/components/Dutch'
import { Heading } from '@/components/ams'
import type { Noodhulp } from '@/lib/api/types'
import { phoneHref } from '@/lib/wording/contact'
import './HelpNow.css'

/**
 * Whom to call, for somebody whose words say that they may be in danger. It stands above all
 * else, cannot be folded away, and says nothing about what was typed.
 */
export function HelpNow({ noodhulp }: { noodhulp: readonly Noodhulp[] }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      {/* Always there: a live region that comes with its text is often not read out. */}
      <p role="status" className="ams-visually-hidden">
        {noodhulp.length > 0 && t('nood.gemeld')}
      </p>
      {noodhulp.length > 0 && (
        <section className="sk-container sk-nood" aria-labelledby={id}>
          <div className="sk-nood__card">
            <Heading level={2} size="level-3" id={id}>
              {t('nood.titel')}
            </Heading>
            <p>{t('nood.uitleg')}</p>
            <ul className="sk-nood__list">
              {noodhulp.map((hulp) => (
                <Line key={hulp.naam} {...hulp} />
              ))}
            </ul>
          </div>
        </section>
      )}
    </>
  )
}

function Line({ naam, nummer, wanneer: when }: Noodhulp) {
  const { t, label } = useTranslation()
  // Who does not read Dutch has never heard of these names.
  const wanneer = label('noodhulp', nummer) ?? when
  // Where the name is the number, it is the occasion that tells one from another.
  const who = naam === nummer ? (wanneer ?? naam) : naam
  const numbers = nummer.split(/\s+of\s+/)
  return (
    <li className="sk-nood__line">
      <span className="sk-nood__who">
        <Dutch when={who === naam}>{who}</Dutch>
        {wanneer && who !== wanneer && <span className="sk-nood__when">{wanneer}</span>}
      </span>
      <span className="sk-nood__numbers">
        {numbers.map((number, i) => (
          <span key={number}>
            {i > 0 && t('wensen.of')}
            <a href={phoneHref(number)} className="sk-nood__number">
              <Phone className="sk-icon" />
              <span className="ams-visually-hidden">{t('contact.bel', { wie: who })} </span>
              <LeftToRight>{number}</LeftToRight>
            </a>
          </span>
        ))}
      </span>
    </li>
  )
}
