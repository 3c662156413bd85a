import { Bike, Coffee, DoorOpen, type LucideIcon } from 'lucide-react'
import './AmbitieMark.css'

const ICONS: Record<string, LucideIcon> = { '1': Coffee, '2': Bike, '3': DoorOpen }

interface Props {
  code: string
  label: string
  size?: 'small' | 'large'
}

/** An ambitie as colour, icon and word together. */
export function AmbitieMark({ code, label }: Props) {
  return (
    <span className={`sk-ambitie sk-ambitie--${code}`}>
      <AmbitieIcon code={code} />
      {label}
    </span>
  )
}

export function AmbitieIcon({ code }: { code: string }) {
  const Icon = ICONS[code]
  return Icon ? <Icon className="sk-icon" /> : null
}
