import { expect, it } from 'vitest'
import { eenResultaat } from '@/test/aanbod'
import { gevonden } from '@/test/server'
import { situatieSpeech } from './situatieSpeech'

it('leest elk onderdeel voor met wat ervoor is', () => {
  const situatie = {
    titel: 'Iemand verloren',
    inleiding: 'Je mist iemand. Dat kost tijd.',
    onderdelen: [{ titel: 'Praten', tekst: 'Vertel je verhaal.' }, { titel: 'Geld' }],
  }
  const found = [gevonden([eenResultaat({ samenvatting: 'Om 10.30 uur koffie' })]), undefined]
  expect(situatieSpeech(situatie, found)).toEqual([
    {
      lang: 'nl',
      text:
        'Iemand verloren. Je mist iemand. Dat kost tijd. Praten. Vertel je verhaal. ' +
        'Koffie in De Brug. Om half elf koffie. Geld.',
    },
  ])
})
