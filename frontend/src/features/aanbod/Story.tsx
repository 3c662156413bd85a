import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import { Dutch } from '@/components/Dutch'
import { Heading, UnorderedList } from '@/components/ams'
import type { Aanbod } from '@/lib/api/types'
import type { LabelOf } from '@/lib/wording/labels'
import { accessOf } from './access'
import { Helping } from './Helping'
import { Welcome } from './Welcome'

/** The longer answers: what it is, for whom, what happens the first time. */
export function Story({ aanbod, labelOf }: { aanbod: Aanbod; labelOf: LabelOf }) {
  const { t } = useTranslation()
  const { beschrijving, watLevertHetOp, eersteKeer, meebrengen } = aanbod
  return (
    <>
      {(beschrijving ?? watLevertHetOp) && (
        <Part title={t('aanbod.watIsHet')}>
          {beschrijving && <Prose text={beschrijving} />}
          {watLevertHetOp && (
            <p>
              <strong>{t('aanbod.watHebJeEraan')}</strong> <Dutch>{watLevertHetOp}</Dutch>
            </p>
          )}
        </Part>
      )}
      <Welcome aanbod={aanbod} labelOf={labelOf} />
      {(eersteKeer ?? meebrengen) && (
        <Part title={t('aanbod.eersteKeer')} warm>
          {eersteKeer && <Prose text={eersteKeer} />}
          {meebrengen && (
            <p>
              <strong>{t('aanbod.meebrengen')}</strong> <Dutch>{meebrengen}</Dutch>
            </p>
          )}
        </Part>
      )}
      <GoodToKnow aanbod={aanbod} labelOf={labelOf} />
      <Helping aanbod={aanbod} />
    </>
  )
}

function GoodToKnow({ aanbod, labelOf }: { aanbod: Aanbod; labelOf: LabelOf }) {
  const { t } = useTranslation()
  const talen = aanbod.talen.map((code) => labelOf('talen', code))
  const things = accessOf(aanbod).other.map((code) => labelOf('toegankelijkheid', code))
  if (things.length === 0 && talen.length === 0) return null
  return (
    <Part title={t('aanbod.goedOmTeWeten')}>
      <UnorderedList>
        {things.map((thing) => (
          <UnorderedList.Item key={thing}>{thing}</UnorderedList.Item>
        ))}
        {talen.length > 0 && (
          <UnorderedList.Item>{t('aanbod.talen', { talen: talen.join(', ') })}</UnorderedList.Item>
        )}
      </UnorderedList>
    </Part>
  )
}

interface PartProps {
  title: string
  warm?: boolean
  children: ReactNode
}

export function Part({ title, warm = false, children }: PartProps) {
  return (
    <section className={warm ? 'sk-part sk-part--warm' : 'sk-part'}>
      <Heading level={2} size="level-3">
        {title}
      </Heading>
      {children}
    </section>
  )
}

function Prose({ text }: { text: string }) {
  return text.split(/\n\s*\n/).map((paragraph) => (
    <p key={paragraph}>
      <Dutch>{paragraph}</Dutch>
    </p>
  ))
}
