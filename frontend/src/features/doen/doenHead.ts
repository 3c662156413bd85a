import type { Head, HeadTools } from '@/lib/head/head'

export function doenHead({ t }: HeadTools): Head {
  return {
    title: t('doen.titel'),
    description: t('doen.inleiding'),
    address: '/ik-wil-iets-doen',
  }
}
