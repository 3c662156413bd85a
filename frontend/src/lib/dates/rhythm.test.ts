import { expect, it } from 'vitest'
import { rhythmOf } from './rhythm'

const rules = (...all: (string | null)[]) => all.map((rrule) => ({ rrule }))

it.each([
  [rules('FREQ=WEEKLY;BYDAY=TU'), { kind: 'elkeWeek', times: 1 }],
  [rules('FREQ=WEEKLY;BYDAY=TU,TH'), { kind: 'perWeek', times: 2 }],
  [rules('FREQ=WEEKLY;BYDAY=TU', 'FREQ=WEEKLY;BYDAY=TH,FR'), { kind: 'perWeek', times: 3 }],
  [rules('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'), { kind: 'doordeweeks', times: 5 }],
  [rules('FREQ=DAILY'), { kind: 'elkeDag', times: 7 }],
  [rules('FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'), { kind: 'omDeWeek', times: 1 }],
  [rules('FREQ=MONTHLY;BYDAY=1SU'), { kind: 'elkeMaand', times: 1 }],
  [rules(null), { kind: 'eenmalig', times: 1 }],
  [rules('FREQ=WEEKLY;BYDAY=TU;COUNT=1'), { kind: 'eenmalig', times: 1 }],
])('kent het ritme van %j', (momenten, rhythm) => {
  expect(rhythmOf(momenten)).toEqual(rhythm)
})

it.each([
  [rules()],
  [rules('FREQ=YEARLY')],
  [rules('FREQ=WEEKLY;INTERVAL=3;BYDAY=TU')],
  [rules('FREQ=MONTHLY;BYDAY=1SU,3SU')],
  [rules('FREQ=WEEKLY;BYDAY=TU', 'FREQ=MONTHLY;BYDAY=1SU')],
])('zegt niets als het niet kort te zeggen is: %j', (momenten) => {
  expect(rhythmOf(momenten)).toBeNull()
})
