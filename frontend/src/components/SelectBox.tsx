import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Select } from './ams'
import './SelectBox.css'

/** A list to choose one from, with the arrow that says so. */
export function SelectBox(props: ComponentProps<typeof Select>) {
  return (
    <span className="sk-select">
      <Select {...props} />
      <ChevronDown className="sk-icon" />
    </span>
  )
}
