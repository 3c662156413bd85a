import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '@/lib/api/queryClient'
import type { MomentInvoer, MomentVooruitblik, SluitingInvoer } from '@/lib/api/types'
import { answerWith, type Answers } from '@/test/server'
import { MomentenField } from './MomentenField'

const BLIK: MomentVooruitblik = {
  tekst: 'elke dinsdag van 19.00 tot 21.00 uur',
  komende: [
    { dag: '2026-12-01', van: '2026-12-01T19:00:00+01:00', tot: '2026-12-02T00:00:00+01:00' },
  ],
  vervallen: [{ dag: '2026-12-08', van: '2026-12-08T19:00:00+01:00' }],
  opmerkingen: ['zonder-einde'],
}
const KERST = {
  naam: 'Kerstvakantie',
  schooljaar: '2026-2027',
  van: '2026-12-19',
  tot: '2027-01-03',
}
const KNOWN: Answers = {
  '/schoolvakanties': { regio: 'Noord', bekendTot: '2027-08-22', resultaten: [KERST] },
  '/vooruitblikken': { momenten: [BLIK] },
}

interface Given {
  momenten?: MomentInvoer[]
  sluitingen?: SluitingInvoer[]
  answers?: Answers
}

function show({ momenten = [], sluitingen = [], answers = {} }: Given = {}) {
  answerWith({ ...KNOWN, ...answers })
  const now = { momenten, sluitingen, opAfspraak: null as boolean | null }
  function Page() {
    const [value, setValue] = useState(momenten)
    const [closed, setClosed] = useState(sluitingen)
    const [opAfspraak, setOpAfspraak] = useState<boolean | null>(null)
    Object.assign(now, { momenten: value, sluitingen: closed, opAfspraak })
    return (
      <MomentenField
        value={value}
        onChange={setValue}
        sluitingen={closed}
        onSluitingen={setClosed}
        opAfspraak={opAfspraak}
        onOpAfspraak={setOpAfspraak}
      />
    )
  }
  const queryClient = createQueryClient()
  queryClient.setDefaultOptions({
    queries: { ...queryClient.getDefaultOptions().queries, retryDelay: 0 },
  })
  render(
    <QueryClientProvider client={queryClient}>
      <Page />
    </QueryClientProvider>,
  )
  return { now, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime.bind(vi) }) }
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2026-11-30T12:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const tuesdays: MomentInvoer = { rrule: 'FREQ=WEEKLY;BYDAY=TU', behalve: [] }

it('maakt een moment met klikken, en laat zien wanneer het dan is', async () => {
  const { user, now } = show()
  await user.click(screen.getByRole('button', { name: 'Voeg een moment toe' }))
  expect(screen.getByRole('radio', { name: 'Elke week' })).toHaveFocus()
  expect(screen.getByText('Kies een dag. Dan zie je hier wanneer het is.')).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: 'dinsdag' }))
  expect(now.momenten).toMatchObject([{ rrule: 'FREQ=WEEKLY;BYDAY=TU' }])
  const proof = screen.getByRole('group', { name: 'Zo staat het op de kaart' })
  expect(await within(proof).findByText(/^Elke dinsdag van 19/)).toBeVisible()
  expect(within(proof).getByText('dinsdag 1 december, 19.00 tot 24.00 uur')).toBeVisible()
  expect(within(proof).getByText('dinsdag 8 december, 19.00').tagName).toBe('DEL')
  expect(within(proof).getByText(/^Zonder einddatum/)).toBeVisible()
})

it('houdt de laatste dag vast tot er een andere gekozen is', async () => {
  const { user, now } = show({ momenten: [tuesdays] })
  await user.click(screen.getByRole('checkbox', { name: 'dinsdag' }))
  expect(screen.getByRole('checkbox', { name: 'dinsdag' })).not.toBeChecked()
  expect(screen.getByText(/^Kies er minstens één/)).toBeVisible()
  expect(now.momenten).toEqual([tuesdays])
  await user.click(screen.getByRole('checkbox', { name: 'woensdag' }))
  expect(now.momenten).toMatchObject([{ rrule: 'FREQ=WEEKLY;BYDAY=WE' }])
  expect(screen.queryByText(/^Kies er minstens één/)).toBeNull()
})

it('vraagt bij elke twee weken welke week', async () => {
  const { user, now } = show({ momenten: [tuesdays] })
  await user.click(screen.getByRole('radio', { name: 'Elke twee weken' }))
  expect(now.momenten).toMatchObject([
    { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', begin: '2026-12-01' },
  ])
  await user.click(screen.getByRole('radio', { name: 'dinsdag 8 december' }))
  expect(now.momenten).toMatchObject([{ begin: '2026-12-08' }])
})

it('kiest de hoeveelste van de maand', async () => {
  const { user, now } = show({ momenten: [tuesdays] })
  await user.click(screen.getByRole('radio', { name: 'Elke maand' }))
  await user.click(screen.getByRole('checkbox', { name: 'laatste' }))
  expect(now.momenten).toMatchObject([{ rrule: 'FREQ=MONTHLY;BYDAY=1TU,-1TU' }])
})

it('laat de schoolvakanties weg, zegt tot wanneer die bekend zijn, en gaat mee', async () => {
  const { user, now } = show({ momenten: [tuesdays] })
  const box = await screen.findByRole('checkbox', { name: 'Niet in de schoolvakantie' })
  expect(box).toHaveAccessibleDescription(/regio Noord tot en met zondag 22 augustus 2027/)
  await user.click(box)
  expect(now.momenten[0]?.behalve).toEqual(['2026-12-22', '2026-12-29'])
  await user.click(screen.getByRole('checkbox', { name: 'donderdag' }))
  expect(now.momenten[0]?.behalve).toEqual(['2026-12-22', '2026-12-24', '2026-12-29', '2026-12-31'])
  await user.click(box)
  expect(now.momenten[0]?.behalve).toEqual([])
})

it('haalt een dag weg en zet hem terug', async () => {
  const { user, now } = show({ momenten: [{ ...tuesdays, behalve: ['2026-10-06'] }] })
  const day = screen.getByLabelText('Nog een dag dat het niet doorgaat')
  const add = screen.getByRole('button', { name: 'Voeg toe' })
  await user.type(day, '2026-12-15')
  await user.click(add)
  expect(now.momenten[0]?.behalve).toEqual(['2026-10-06', '2026-12-15'])
  await user.type(day, '2026-12-15')
  await user.click(add)
  expect(screen.getByText('Die dag staat er al.')).toBeVisible()
  await user.clear(day)
  await user.type(day, '2026-11-01')
  await user.click(add)
  expect(screen.getByText('Die dag is al voorbij.')).toBeVisible()
  await user.click(screen.getByRole('button', { name: /^Haal dinsdag 15 december 2026 weg/ }))
  expect(now.momenten[0]?.behalve).toEqual(['2026-10-06'])
})

it('zegt in woorden wat niet te klikken is, bewaart het, en laat het vervangen', async () => {
  const odd = { rrule: 'FREQ=MONTHLY;BYMONTHDAY=15', behalve: [], van: '10:00' }
  const blik = { ...BLIK, tekst: 'elke maand op de 15e' }
  const { user, now } = show({
    momenten: [odd],
    answers: { '/vooruitblikken': { momenten: [blik] } },
  })
  expect(await screen.findByText(/anders dan deze keuzes: elke maand op de 15e\./)).toBeVisible()
  expect(now.momenten).toEqual([odd])
  await user.click(screen.getByRole('radio', { name: 'Elke week' }))
  await user.click(screen.getByRole('checkbox', { name: 'vrijdag' }))
  expect(now.momenten).toMatchObject([{ rrule: 'FREQ=WEEKLY;BYDAY=FR', van: '10:00' }])
  await user.click(screen.getByRole('button', { name: 'Zet het terug zoals het was' }))
  expect(now.momenten).toMatchObject([odd])
})

it('vraagt niets zolang er iets mist, en zegt wat', async () => {
  const { user, now } = show({ momenten: [{ ...tuesdays, tot: '21:00' }] })
  expect(screen.getByText('Vul ook in hoe laat het begint.')).toBeVisible()
  await user.click(screen.getByRole('radio', { name: 'Eén keer' }))
  expect(screen.getByText(/^Kies een dag/)).toBeVisible()
  await user.type(screen.getByLabelText('Welke dag'), '2026-12-24')
  expect(now.momenten).toMatchObject([{ rrule: null, begin: '2026-12-24' }])
})

it('zegt wat de server weigert, en dat hij weg is', async () => {
  const { user } = show({ momenten: [tuesdays], answers: { '/vooruitblikken': 'away' } })
  expect(await screen.findByText(/^We kunnen nu niet laten zien/)).toBeVisible()
  answerWith({ ...KNOWN, '/vooruitblikken': 400 })
  await user.click(screen.getByRole('button', { name: 'Probeer opnieuw' }))
  expect(await screen.findByText("'onzin' bestaat niet.")).toBeVisible()
})

it('haalt een moment weg en zet het terug waar het stond', async () => {
  const friday = { rrule: 'FREQ=WEEKLY;BYDAY=FR', behalve: [] }
  const { user, now } = show({ momenten: [tuesdays, friday] })
  await user.click(screen.getByRole('button', { name: 'Haal moment 1 weg' }))
  expect(now.momenten).toEqual([friday])
  await user.click(screen.getByRole('button', { name: 'Zet terug' }))
  expect(now.momenten).toEqual([tuesdays, friday])
})

it('houdt bij wanneer het dicht is, en ziet dat periodes overlappen', async () => {
  const { user, now } = show({ sluitingen: [{ van: '2026-12-20', tot: '2027-01-03' }] })
  await user.click(screen.getByRole('button', { name: 'Voeg een periode toe' }))
  expect(now.sluitingen[1]).toEqual({ van: '2026-11-30' })
  expect(screen.getByText(/^Twee periodes overlappen/)).toBeVisible()
  const second = screen.getByRole('group', { name: 'Periode 2' })
  await user.type(within(second).getByLabelText('Tot en met'), '2026-12-01')
  expect(screen.queryByText(/^Twee periodes overlappen/)).toBeNull()
  await user.type(within(second).getByLabelText('Waarom'), 'Feest')
  expect(now.sluitingen[1]).toEqual({ van: '2026-11-30', tot: '2026-12-01', reden: 'Feest' })
})

it('zegt dat het op afspraak is', async () => {
  const { user, now } = show()
  expect(screen.getByText(/^Er staan nog geen momenten/)).toBeVisible()
  await user.click(screen.getByRole('checkbox', { name: 'Op afspraak' }))
  expect(now.opAfspraak).toBe(true)
  expect(screen.queryByText(/^Er staan nog geen momenten/)).toBeNull()
})
