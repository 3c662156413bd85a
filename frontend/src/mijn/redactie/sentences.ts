import type { TextKey } from '@/i18n'

/** What is often asked or answered; a beginning that can be changed before it is sent. */
export const SENTENCES = {
  teruggestuurd: [
    'redactie.zin.kosten',
    'redactie.zin.wanneer',
    'redactie.zin.gewoon',
    'redactie.zin.adres',
  ],
  afgewezen: ['redactie.zin.dubbel', 'redactie.zin.reclame', 'redactie.zin.hier'],
} as const satisfies Record<string, readonly TextKey[]>
