import { config } from '@/lib/config'
import type { Head, HeadPage } from '@/lib/head/head'
import { findOutline } from '@/lib/wijken/outlines'

export function wijkHead({ params, t }: HeadPage<{ slug: string }>): Head {
  const wijk = findOutline(params.slug)
  if (!wijk) {
    return { title: t('wijk.nietGevonden'), description: t('wijk.nietGevondenUitleg'), status: 404 }
  }
  const address = `/wijken/${wijk.slug}`
  const description = t('wijk.inleiding', { wijk: wijk.naam, gemeente: config.gemeente })
  const moved = wijk.slug !== params.slug && { movedTo: address }
  return { title: wijk.naam, description, address, ...moved }
}
