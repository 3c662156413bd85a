import type { Head, HeadPage } from '@/lib/head/head'
import { organizationOf } from '@/lib/head/things'
import { aanbodVanOrganisatieQuery } from './aanbodVanOrganisatie'
import { organisatieQuery } from './organisatieQuery'

export function organisatieHead(page: HeadPage<{ slug: string }>): Head {
  const { params, queryClient, t } = page
  const organisatie = queryClient.getQueryData(organisatieQuery(params.slug).queryKey)
  if (!organisatie) {
    return {
      title: t('organisatie.nietGevonden'),
      description: t('organisatie.nietGevondenUitleg'),
      status: 404,
    }
  }
  const { slug, naam, omschrijving } = organisatie
  const address = `/organisaties/${slug}`
  if (slug !== params.slug) return { title: naam, description: '', movedTo: address }
  const listings = queryClient.getQueryData(aanbodVanOrganisatieQuery(params.slug).queryKey)
  const titles = listings?.pages.flatMap(({ resultaten }) => resultaten.map(({ titel }) => titel))
  const offers = titles?.length ? titles.slice(0, 4).join(', ') : t('organisatie.nogNiets')
  const about = `${t('organisatie.ditDoenZe')}: ${offers}`
  return {
    title: naam,
    description: omschrijving ?? about,
    address,
    things: [organizationOf(organisatie, page)],
  }
}
