import { Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { alsoSay, useTranslation } from '@/i18n'
import texts from '@/i18n/nl/mijnBeeld.json'
import { Button } from '@/components/ams'
import type { BeeldInvoer } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { PutBack } from '../form/PutBack'
import { TextField } from '../form/TextField'
import { ChooseBeeld } from './ChooseBeeld'
import './beeld.css'

alsoSay(texts)

/** A photo whose words may still have to come; without them it cannot be handed in. */
type Half = Pick<BeeldInvoer, 'id'> & Partial<BeeldInvoer>

interface Props {
  value: Half | null
  onChange: (beeld: BeeldInvoer | null) => void
  organisatieId: string
}

/** The one width that every photo has. */
const PREVIEW_WIDTH = 480
const FILE_NAME = /\.(jpe?g|png|webp|heic|gif)$|^(img|dsc|pxl)[_-]?\d+/i

/** The photo of a listing: chosen, sent, seen, put into words, and taken away again. */
export function BeeldField({ value, onChange, organisatieId }: Props) {
  const { t } = useTranslation()
  const [removed, setRemoved] = useState<BeeldInvoer | null>(null)
  const [sentNow, setSentNow] = useState<string | null>(null)
  return (
    <div className="sk-beeld">
      {value && (
        <Chosen
          key={value.id}
          beeld={whole(value)}
          toDescribe={value.id === sentNow}
          onChange={onChange}
          onRemove={() => {
            setRemoved(whole(value))
            onChange(null)
            announce(t('beeld.isWeg'))
          }}
        />
      )}
      {!value && removed && (
        <PutBack
          said={t('beeld.isWeg')}
          button={t('beeld.terug')}
          onPutBack={() => {
            onChange(removed)
            setRemoved(null)
            announce(t('beeld.isTerug'))
          }}
        />
      )}
      <ChooseBeeld
        organisatieId={organisatieId}
        another={value !== null}
        onSent={({ id }) => {
          setRemoved(null)
          setSentNow(id)
          // The words were about the other photo.
          onChange({ id, alt: '' })
          announce(t('beeld.klaar'))
        }}
      />
    </div>
  )
}

const whole = ({ id, alt = '' }: Half): BeeldInvoer => ({ id, alt })

interface ChosenProps {
  beeld: BeeldInvoer
  /** It came in just now: somebody goes on with its words. */
  toDescribe: boolean
  onChange: (beeld: BeeldInvoer) => void
  onRemove: () => void
}

function Chosen({ beeld: { id, alt }, toDescribe, onChange, onRemove }: ChosenProps) {
  const { t } = useTranslation()
  const words = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (toDescribe) words.current?.focus()
  }, [toDescribe])
  const [visible, setVisible] = useState(true)
  const [left, setLeft] = useState(false)
  const fault = FILE_NAME.test(alt.trim())
    ? t('beeld.altBestand')
    : left && alt.trim().split(/\s+/).length < 2
      ? t('beeld.altLeeg')
      : undefined
  return (
    <>
      {visible ? (
        <img
          className="sk-beeld__preview"
          src={`/api/v1/beelden/${id}/${PREVIEW_WIDTH}`}
          alt={alt}
          onError={() => {
            setVisible(false)
          }}
        />
      ) : (
        <p className="sk-small sk-muted">{t('beeld.nietTeZien')}</p>
      )}
      <TextField
        ref={words}
        label={t('beeld.alt')}
        hint={t('beeld.altHulp')}
        fault={fault}
        maxLength={250}
        value={alt}
        onBlur={() => {
          setLeft(true)
        }}
        onChange={(written) => {
          onChange({ id, alt: written })
        }}
      />
      <Button variant="tertiary" onClick={onRemove}>
        <Trash2 className="sk-icon" />
        {t('beeld.weg')}
      </Button>
    </>
  )
}
