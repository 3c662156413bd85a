import type { Head, HeadPage, HeadTools } from '@/lib/head/head'
import { situatieQuery } from '@/lib/api/situaties'

export function situatiesHead({ t }: HeadTools): Head {
  return {
    title: t('situaties.titel'),
    description: t('situaties.inleiding'),
    address: '/situaties',
  }
}

export function situatieHead({ params, queryClient, t }: HeadPage<{ slug: string }>): Head {
  const situatie = queryClient.getQueryData(situatieQuery(params.slug).queryKey)
  if (!situatie) {
    return {
      title: t('situaties.nietGevonden'),
      description: t('situaties.nietGevondenUitleg'),
      status: 404,
    }
  }
  const { slug, titel, samenvatting } = situatie
  return { title: titel, description: samenvatting, address: `/situaties/${slug}` }
}
