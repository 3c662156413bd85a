import { useState, type Ref } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import type { TeBeoordelen } from '@/lib/api/types'
import { Meegelopen } from './Meegelopen'
import { useApproveTogether } from './redactie'
import { Refused, type NotDone } from './Refused'
import { useTicks } from './useTicks'
import { Verschillen } from './Verschillen'

interface Props {
  items: TeBeoordelen[]
  heading: Ref<HTMLHeadingElement>
  onApproved: (items: TeBeoordelen[]) => void
  onRefresh: () => void
}

/** Small changes below each other, to agree to with one press. What each says can be read first. */
export function Together({ items, heading, onApproved, onRefresh }: Props) {
  const { t } = useTranslation()
  const { isTicked, setTicked } = useTicks()
  const [refused, setRefused] = useState<NotDone[]>([])
  const { mutate, isPending, error } = useApproveTogether((outcomes, asked) => {
    const done = new Set(outcomes.filter((one) => one.goedgekeurd).map((one) => one.aanbodId))
    setRefused(
      outcomes.flatMap(({ aanbodId, melding }) => {
        const item = asked.find(({ aanbod }) => aanbod.id === aanbodId)
        return item && melding ? [{ titel: item.aanbod.titel, melding }] : []
      }),
    )
    onApproved(asked.filter(({ aanbod }) => done.has(aanbod.id)))
  })
  const chosen = items.filter(({ aanbod }) => isTicked(aanbod.id))

  function approve() {
    if (!isPending && chosen.length > 0) mutate(chosen)
  }

  return (
    <section className="sk-beoordeling" aria-labelledby="samen-titel">
      <Heading level={2} size="level-3" id="samen-titel" ref={heading} tabIndex={-1}>
        {t('redactie.samen.titel')}
      </Heading>
      {items.length > 0 && <Paragraph>{t('redactie.samen.uitleg')}</Paragraph>}
      <Refused
        heading={t('redactie.samen.nietGelukt')}
        refused={refused}
        error={error}
        onRefresh={onRefresh}
      />
      <ul className="sk-samen">
        {items.map((item) => (
          <li key={item.aanbod.id}>
            <label className="sk-samen__choice">
              <input
                type="checkbox"
                checked={isTicked(item.aanbod.id)}
                aria-label={t('redactie.samen.kies', { titel: item.aanbod.titel })}
                onChange={({ target: { checked } }) => {
                  setTicked(item.aanbod.id, checked)
                }}
              />
              <span>
                <strong>{item.aanbod.titel}</strong> · {item.organisatie.naam}
              </span>
            </label>
            <Meegelopen item={item} />
            <Verschillen verschillen={item.verschillen} />
          </li>
        ))}
      </ul>
      {items.length > 0 && (
        <Button aria-disabled={isPending || chosen.length === 0} onClick={approve}>
          {isPending
            ? t('redactie.besluit.bezig')
            : chosen.length === 0
              ? t('redactie.samen.geen')
              : t('redactie.samen.keurGoed', { count: chosen.length })}
        </Button>
      )}
    </section>
  )
}
