import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import report from '@/features/toegankelijkheid/rapport.json'
import { config } from '@/lib/config'
import { renderAt } from '@/test/renderAt'
import { answerWith } from '@/test/server'

it('zegt hoe toegankelijk de site is, wat de laatste controle vond en wie je dat vertelt', async () => {
  answerWith({})
  const { user } = renderAt('/over')
  await user.click(await screen.findByRole('link', { name: 'Toegankelijkheid' }))
  const title = { level: 1, name: 'Iedereen kan deze site gebruiken' }
  expect(await screen.findByRole('heading', title)).toBeVisible()
  const { status, email } = config.toegankelijkheid
  expect(screen.getByText(status)).toBeVisible()
  const found = within(screen.getByRole('region', { name: 'De laatste controle' }))
  const value = (name: string) => found.getByText(name).nextElementSibling
  expect(value('Fouten gevonden')).toHaveTextContent(String(report.fouten))
  expect(value('Zo vaak is er gekeken')).toHaveTextContent(String(report.controles))
  expect(screen.getByRole('link', { name: email })).toHaveAttribute('href', `mailto:${email}`)
})

it('heeft een controle die echt over de hele site ging', () => {
  expect(report.schermen).toBeGreaterThan(40)
  expect(report.breedtes).toEqual([320, 360, 1280])
  expect(report.controles).toBe(report.schermen * report.breedtes.length)
})
