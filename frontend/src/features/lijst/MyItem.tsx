import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import type { Aanbod } from '@/lib/api/types'
import type { Bewaard } from '@/lib/bewaarlijst/bewaard'
import { accept, move } from '@/lib/bewaarlijst/order'
import { bewaardOf } from '@/lib/bewaarlijst/toggle'
import { announce } from '@/lib/navigation/announce'
import { whereOf } from '@/lib/wording/where'
import { Item } from './Item'
import { Note } from './Note'

interface Props {
  item: Bewaard
  aanbod: Aanbod | null | undefined
  /** From 1. */
  plek: number
  aantal: number
  onRemove: () => void
}

/** One thing on the visitor's own list, which they can move, write at, and take off. */
export function MyItem({ item, aanbod, plek, aantal, onRemove }: Props) {
  const { t, language } = useTranslation()
  const { id, notitie, waar, sinds, stand, slug } = item
  const titel = aanbod?.titel ?? item.titel
  const acceptNow = () => {
    if (!aanbod) return
    const now = bewaardOf(aanbod, whereOf(aanbod, t, language), new Date())
    accept(id, now.stand, now.waar, now.sinds)
  }
  return (
    <Item {...{ titel, slug, waar, stand, sinds, aanbod, notitie }} own onAccept={acceptNow}>
      <div className="sk-item__own sk-noprint">
        <Note id={id} titel={titel} notitie={notitie} />
        <div className="sk-item__actions">
          <Mover id={id} titel={titel} step={-1} plek={plek} aantal={aantal} />
          <Mover id={id} titel={titel} step={1} plek={plek} aantal={aantal} />
          <Button variant="tertiary" onClick={onRemove}>
            <Trash2 className="sk-icon" />
            {t('lijst.haalAf')}
            <span className="ams-visually-hidden">: {titel}</span>
          </Button>
        </div>
      </div>
    </Item>
  )
}

function Mover({
  id,
  titel,
  step,
  plek,
  aantal,
}: {
  id: string
  titel: string
  step: -1 | 1
  plek: number
  aantal: number
}) {
  const { t } = useTranslation()
  const button = useRef<HTMLButtonElement>(null)
  const target = plek + step
  const atEnd = target < 1 || target > aantal
  const Icon = step < 0 ? ArrowUp : ArrowDown
  return (
    <Button
      ref={button}
      variant="tertiary"
      aria-disabled={atEnd}
      onClick={() => {
        if (atEnd) return
        move(id, step)
        announce(t('lijst.verplaatst', { titel, plek: target, aantal }))
        // The browser may drop the focus of what is moved.
        requestAnimationFrame(() => button.current?.focus())
      }}
    >
      <Icon className="sk-icon" />
      {t(step < 0 ? 'lijst.omhoog' : 'lijst.omlaag')}
      <span className="ams-visually-hidden">: {titel}</span>
    </Button>
  )
}
