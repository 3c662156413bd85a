import { useState, type KeyboardEvent } from 'react'

/**
 * The keys of an editable combobox with a list, as the ARIA pattern has them: up and down walk
 * through the choices and the text, left, right, Home and End go back to the text, Enter takes a
 * choice, Escape closes, Alt with up or down closes and opens. The focus stays in the input.
 *
 * @param choices the same array as long as the choices are the same.
 */
export function useCombobox<T>(choices: readonly T[], onChoose: (choice: T) => void) {
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState<{ at: number; of: readonly T[] } | null>(null)
  const expanded = open && choices.length > 0
  // Choices come in while somebody types; a place in the list before these means nothing now.
  const at = expanded && active?.of === choices ? active.at : -1

  const show = () => {
    setOpen(true)
    setActive(null)
  }
  const close = () => {
    setOpen(false)
    setActive(null)
  }
  const choose = (choice: T) => {
    close()
    onChoose(choice)
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter and the arrows belong to the keyboard's own list while it composes a character.
    if (event.nativeEvent.isComposing || choices.length === 0) return
    const last = choices.length - 1
    const walk = (to: number) => {
      setOpen(true)
      setActive({ at: to, of: choices })
    }
    const steps: Record<string, () => void> = {
      ArrowDown: () => {
        if (event.altKey) show()
        else walk(at >= last ? -1 : at + 1)
      },
      ArrowUp: () => {
        if (event.altKey) close()
        else walk(at < 0 ? last : at - 1)
      },
    }
    const chosen = choices[at]
    if (expanded) steps.Escape = close
    if (chosen !== undefined) {
      steps.Enter = () => {
        choose(chosen)
      }
    }
    const step = steps[event.key]
    if (step) {
      event.preventDefault()
      step()
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      setActive(null)
    }
  }

  return { expanded, open, at, show, close, choose, onKeyDown }
}
