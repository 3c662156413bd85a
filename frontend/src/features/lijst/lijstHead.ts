import type { Head, HeadTools } from '@/lib/head/head'

// Both are another one in every browser, so they have no address that a search engine may know.

export function mijnLijstHead({ t }: HeadTools): Head {
  return { title: t('lijst.titel'), description: t('lijst.uitleg') }
}

export function lijstHead({ t }: HeadTools): Head {
  return { title: t('lijst.ontvangen.titel'), description: t('lijst.zonderScript') }
}
