import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n'
import type { Versheidsrij } from '@/lib/api/types'
import { COLUMNS, partOf, sorted, type Column, type Per } from './versheid'

/** The groups, the least fresh first; a press on a head orders by it, a second one turns it round. */
export function Table({ rows, per }: { rows: Versheidsrij[]; per: Per }) {
  const { t, language } = useTranslation()
  const [order, setOrder] = useState<{ column: Column; isDown: boolean }>({
    column: 'deel',
    isDown: false,
  })
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  const Arrow = order.isDown ? ArrowDown : ArrowUp

  return (
    <div className="sk-versheid__scroll" role="region" aria-labelledby="versheid">
      <table className="sk-versheid">
        <caption id="versheid">
          {t('versheid.tabel', { per: t(`versheid.soort.${per}`) })}{' '}
          <span className="sk-small">{t('versheid.sorteer')}</span>
        </caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => {
              const isOrder = order.column === column
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={isOrder ? (order.isDown ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    onClick={() => {
                      setOrder({ column, isDown: isOrder && !order.isDown })
                    }}
                  >
                    {t(`versheid.kolom.${column}`)}
                    {isOrder && <Arrow className="sk-icon" />}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, order.column, order.isDown).map((row) => (
            <tr key={row.code}>
              <th scope="row">{row.naam}</th>
              <td>{row.totaal}</td>
              <td>{row.opTijd}</td>
              <td>{row.teLaat}</td>
              <td>{row.nooit}</td>
              <td>{percent.format(partOf(row))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
