import type { Head, HeadPage } from '@/lib/head/head'
import { whereOf } from '@/lib/wording/where'
import { aanbodThings } from './aanbodThings'
import { aanbodQuery } from './aanbodQuery'

export function aanbodHead(page: HeadPage<{ slug: string }>): Head {
  const { params, queryClient, t, language } = page
  const aanbod = queryClient.getQueryData(aanbodQuery(params.slug).queryKey)
  if (!aanbod) {
    return {
      title: t('aanbod.nietGevonden'),
      description: t('aanbod.nietGevondenUitleg'),
      status: 404,
    }
  }
  const { slug, titel, samenvatting, status, organisatie } = aanbod
  const address = `/aanbod/${slug}`
  if (slug !== params.slug) return { title: titel, description: '', movedTo: address }
  const stopped = status === 'gestopt'
  const about = samenvatting ?? `${organisatie.naam}. ${whereOf(aanbod, t, language)}.`
  return {
    title: titel,
    description: stopped ? `${t('aanbod.gestopt')} ${t('aanbod.gestoptUitleg')}` : about,
    ...(stopped ? { status: 410 } : { address, things: aanbodThings(aanbod, page) }),
  }
}
