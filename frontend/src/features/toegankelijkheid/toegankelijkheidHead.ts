import type { Head, HeadTools } from '@/lib/head/head'

export function toegankelijkheidHead({ t }: HeadTools): Head {
  return {
    title: t('toegankelijk.titel'),
    description: t('toegankelijk.status.wet'),
    address: '/toegankelijkheid',
  }
}
