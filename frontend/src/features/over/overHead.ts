import { config } from '@/lib/config'
import type { Head, HeadTools } from '@/lib/head/head'

export function overHead({ t }: HeadTools): Head {
  return {
    title: t('over.titel'),
    description: t('over.wat.tekst', { gemeente: config.gemeente }),
    address: '/over',
  }
}
