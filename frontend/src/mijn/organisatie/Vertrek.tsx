import { useTranslation } from '@/i18n'
import { Button, Heading, Paragraph } from '@/components/ams'
import { announce } from '@/lib/navigation/announce'
import { requestHeadingFocus } from '@/lib/navigation/headingFocus'
import { useGo } from '../useGo'
import { Fout } from './Fout'
import { useAct } from './leden'
import type { PartProps } from './OrganisatiePage'

/** Going oneself. The last owner hands over first, or has the redactie take care of it. */
export function Vertrek({ id, naam, leden, ik }: PartProps) {
  const { t } = useTranslation()
  const go = useGo()
  const { mutate, isPending, error } = useAct(id)
  const owners = leden.leden.filter(({ rol }) => rol === 'eigenaar')
  const isLast = owners.length === 1 && owners[0]?.accountId === ik
  return (
    <section className="sk-part" aria-labelledby="weggaan">
      <Heading level={2} id="weggaan">
        {t('leden.weggaan')}
      </Heading>
      <Paragraph>{t(isLast ? 'leden.enige' : 'leden.weggaanUitleg')}</Paragraph>
      {isLast && <Paragraph>{t('leden.geenOpvolger')}</Paragraph>}
      <Button
        variant="secondary"
        aria-disabled={isPending}
        onClick={() => {
          if (isPending) return
          mutate(
            { wat: 'vertrek', naarRedactie: isLast },
            {
              onSuccess: () => {
                announce(t('leden.weg', { naam }))
                requestHeadingFocus()
                go({ to: '/mijn', replace: true })
              },
            },
          )
        }}
      >
        {t(isLast ? 'leden.naarRedactie' : 'leden.gaWeg')}
      </Button>
      <Fout error={error} />
    </section>
  )
}
