import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Versheidsrij } from '@/lib/api/types'
import { renderMijnAt } from '@/test/renderMijnAt'
import { answerWith } from '@/test/server'
import { asCsv, sorted } from './versheid'

const rij = (naam: string, totaal: number, opTijd: number, nooit = 0): Versheidsrij => ({
  ...{ code: naam, naam, totaal, opTijd, nooit },
  teLaat: totaal - opTijd - nooit,
})
const ROWS = [rij('De Brug', 4, 3), rij('anders', 2, 2), rij('Zuid', 5, 0, 5)]

const names = (rows: Versheidsrij[]) => rows.map(({ naam }) => naam)

it('zet in de volgorde van een kolom, en anders op naam', () => {
  expect(names(sorted(ROWS, 'deel', false))).toEqual(['Zuid', 'De Brug', 'anders'])
  expect(names(sorted(ROWS, 'naam', false))).toEqual(['anders', 'De Brug', 'Zuid'])
  expect(names(sorted(ROWS, 'teLaat', true))).toEqual(['De Brug', 'anders', 'Zuid'])
})

it('schrijft een bestand waarin geen naam een formule is', () => {
  const csv = asCsv([rij('=1+1;"x"', 4, 1)], ['Naam', 'Op de kaart'])
  expect(csv).toBe('\uFEFF"Naam";"Op de kaart"\r\n"\'=1+1;""x""";4;1;3;0;"25%"\r\n')
})

it('zegt in een zin hoe vers de kaart is, met een tabel die je kunt sorteren', async () => {
  const asked: (string | null)[] = []
  answerWith({
    '/sessies/huidige': {
      ...{ accountId: 'a', naam: 'Joke', rol: 'beheer', verlooptOp: '2026-12-01T12:00:00Z' },
    },
    '/beoordelingen': { resultaten: [], totaal: 0 },
    '/versheid': (query) => {
      asked.push(query.get('per'))
      return { geheel: { totaal: 10, opTijd: 4, teLaat: 1, nooit: 5 }, rijen: ROWS }
    },
  })
  const { user } = renderMijnAt('/mijn/redactie/versheid')
  expect(
    await screen.findByText('Van alle 10 op de kaart is 40% op tijd gecontroleerd.'),
  ).toBeVisible()
  expect(screen.getByText(/Te lang geleden: 1\. Nog nooit: 5\./)).toBeVisible()
  const table = screen.getByRole('table')
  const order = () =>
    within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent)
  expect(order()).toEqual(['Zuid', 'De Brug', 'anders'])
  await user.click(screen.getByRole('button', { name: 'Naam' }))
  expect(order()).toEqual(['anders', 'De Brug', 'Zuid'])
  await user.click(screen.getByRole('button', { name: 'Naam' }))
  expect(order()).toEqual(['Zuid', 'De Brug', 'anders'])
  expect(screen.getByRole('columnheader', { name: 'Naam' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await user.selectOptions(screen.getByRole('combobox', { name: 'Per' }), 'wijk')
  await screen.findByText(/telt bij allebei mee/)
  expect(asked).toEqual(['organisatie', 'wijk'])
})
