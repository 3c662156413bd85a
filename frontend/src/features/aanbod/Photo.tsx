import { useTranslation } from '@/i18n'
import type { Aanbod } from '@/lib/api/types'

/** As wide as the column of the story, at most. */
const SIZES = '(min-width: 60rem) 45rem, 100vw'

/** The photo of a listing. Its place is kept before it is there, so that nothing moves. */
export function Photo({ beeld }: { beeld: NonNullable<Aanbod['beeld']> }) {
  const { code } = useTranslation()
  const { id, alt, breedte, hoogte, breedtes } = beeld
  const address = (width: number) => `/api/v1/beelden/${id}/${width}`
  return (
    <img
      className="sk-photo"
      data-upright={hoogte > breedte || undefined}
      src={address(breedtes[0] ?? breedte)}
      srcSet={breedtes.map((width) => `${address(width)} ${width}w`).join(', ')}
      sizes={SIZES}
      width={breedte}
      height={hoogte}
      alt={alt}
      lang={code === 'nl' ? undefined : 'nl'}
      loading="lazy"
      decoding="async"
    />
  )
}
