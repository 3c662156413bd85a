import type { Head, HeadTools } from '@/lib/head/head'

export function homeHead({ t }: HeadTools): Head {
  return { title: '', description: t('home.inleiding'), address: '/' }
}
