import { act, renderHook } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { eraseRecent, forget, remember, setRemembering, useRecent } from './recent'

const KEY = 'recent-gezocht'
const recent = () => renderHook(() => useRecent()).result.current
const rememberAll = (...questions: string[]) => {
  act(() => {
    questions.forEach(remember)
  })
}

beforeEach(() => {
  setRemembering(false)
})

describe('recent gezocht', () => {
  it('bewaart niets zolang niemand daarom vraagt', () => {
    rememberAll('koffie')
    expect(recent()).toEqual({ on: false, questions: [] })
    expect(localStorage).toHaveLength(0)
  })

  it('heeft het nieuwste bovenaan, elk één keer, en niet eindeloos', () => {
    setRemembering(true)
    rememberAll('koffie', 'yoga', 'Koffie', 'rouw', 'taal', 'fiets', 'muziek', 'tuin')
    expect(recent().questions).toEqual(['tuin', 'muziek', 'fiets', 'taal', 'rouw', 'Koffie'])
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toHaveLength(6)
  })

  it('houdt van een vraag die groeit alleen het laatste', () => {
    setRemembering(true)
    rememberAll('yoga', 'kof', 'koffie', 'koffie in berkum', '  ')
    expect(recent().questions).toEqual(['koffie in berkum', 'yoga'])
  })

  it('wist op verzoek, en wist alles als het uit gaat', () => {
    setRemembering(true)
    rememberAll('koffie')
    act(eraseRecent)
    expect(recent()).toEqual({ on: true, questions: [] })
    rememberAll('yoga')
    act(() => {
      setRemembering(false)
    })
    expect(recent()).toEqual({ on: false, questions: [] })
    expect(localStorage).toHaveLength(0)
  })

  it('vergeet een vraag met wat er onder het typen van bleef staan', () => {
    setRemembering(true)
    rememberAll('yoga', 'ik wil niet meer')
    act(() => {
      forget('Ik wil niet meer leven')
    })
    expect(recent().questions).toEqual(['yoga'])
  })

  it('volgt wat een ander tabblad doet, en schrikt niet van rommel', () => {
    setRemembering(true)
    const { result } = renderHook(() => useRecent())
    const elsewhere = (value: string) => {
      localStorage.setItem(KEY, value)
      act(() => {
        window.dispatchEvent(new StorageEvent('storage', { key: KEY }))
      })
    }
    elsewhere('["rouw", 3]')
    expect(result.current).toEqual({ on: true, questions: ['rouw'] })
    elsewhere('{kapot')
    expect(result.current.on).toBe(false)
  })
})
