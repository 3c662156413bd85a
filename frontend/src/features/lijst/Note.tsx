import { PencilLine } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from '@/i18n'
import { Button, Label } from '@/components/ams'
import { LONGEST_NOTE } from '@/lib/bewaarlijst/bewaard'
import { writeNote } from '@/lib/bewaarlijst/order'
import { personalIn } from '@/lib/bewaarlijst/personal'

interface Props {
  id: string
  titel: string
  notitie: string | undefined
}

/** A note for oneself. What may lead to a person is said at once, since it cannot be sent along. */
export function Note({ id, titel, notitie }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const key = useId()
  useEffect(() => {
    if (opened) field.current?.focus()
  }, [opened])
  if (!opened && !notitie) {
    return (
      <Button
        variant="tertiary"
        onClick={() => {
          setOpened(true)
        }}
      >
        <PencilLine className="sk-icon" />
        {t('lijst.schrijf')}
        <span className="ams-visually-hidden">: {titel}</span>
      </Button>
    )
  }
  const personal = notitie ? personalIn(notitie, new Date()) : null
  return (
    <div className="sk-note">
      <Label htmlFor={key}>
        {t('lijst.notitie')}
        <span className="ams-visually-hidden">: {titel}</span>
      </Label>
      <textarea
        ref={field}
        id={key}
        rows={2}
        maxLength={LONGEST_NOTE}
        aria-describedby={`${key}-uitleg`}
        value={notitie ?? ''}
        onChange={({ target }) => {
          setOpened(true)
          writeNote(id, target.value)
        }}
      />
      <p id={`${key}-uitleg`} className="sk-small sk-muted">
        {t('lijst.notitieUitleg')}
      </p>
      <p role="status" className="sk-note__personal">
        {personal && t('lijst.persoonlijk', { wat: t(`lijst.wat.${personal}`) })}
      </p>
    </div>
  )
}
