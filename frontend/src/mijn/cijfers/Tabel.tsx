import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n'
import type { Getal } from '@/lib/api/types'
import { SOORTEN, useWording } from './cijfers'

interface Props {
  /** Of its caption, which names it. */
  id: string
  titel: string
  kolom: string
  rijen: { key: string; kop: ReactNode; getallen: Record<(typeof SOORTEN)[number], Getal> }[]
}

/** A row of counts for each thing, which a narrow screen moves over. */
export function Tabel({ id, titel, kolom, rijen }: Props) {
  const { t } = useTranslation()
  const { getal } = useWording()
  return (
    // It can be wider than the screen, and then arrow keys have to move it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="sk-cijfers__scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className="sk-cijfers__tabel">
        <caption id={id}>{titel}</caption>
        <thead>
          <tr>
            <th scope="col">{kolom}</th>
            {SOORTEN.map((soort) => (
              <th key={soort} scope="col">
                {t(`cijfers.soort.${soort}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rijen.map(({ key, kop, getallen }) => (
            <tr key={key}>
              <th scope="row">{kop}</th>
              {SOORTEN.map((soort) => (
                <td key={soort}>{getal(getallen[soort])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
