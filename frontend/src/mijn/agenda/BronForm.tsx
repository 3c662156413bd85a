import { useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from '@/i18n'
import { Button } from '@/components/ams'
import { Notice } from '@/components/Notice'
import type { EigenAanbod } from '@/lib/api/types'
import { announce } from '@/lib/navigation/announce'
import { TextField } from '../form/TextField'
import { addressFault, useConnect, usePreview, whyNot, type Bron } from './agenda'
import { invoerOf, regelsOf } from './regels'
import { Regels } from './Regels'
import { Voorbeeld } from './Voorbeeld'

interface Props {
  organisatieId: string
  /** null: a new one. */
  bron: Bron | null
  kiesbaar: EigenAanbod[]
  onDone: (saved: boolean) => void
}

/** Where a calendar is and what it is for. It is looked at first, and what was seen is what comes. */
export function BronForm({ organisatieId, bron, kiesbaar, onDone }: Props) {
  const { t } = useTranslation()
  const [adres, setAdres] = useState(bron?.adres ?? '')
  const [regels, setRegels] = useState(() => regelsOf(bron))
  const [isEmpty, setIsEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const preview = usePreview(organisatieId)
  const connect = useConnect(organisatieId, bron)
  const isBusy = preview.isPending || connect.isPending
  const error = connect.error ?? preview.error
  const fault = isEmpty ? t('mijnAgenda.adresLeeg') : addressFault(error)
  const invoer = invoerOf(adres, regels)

  /** What was seen is of before. */
  function forget() {
    preview.reset()
    connect.reset()
    setIsEmpty(false)
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isBusy) return
    connect.reset()
    setIsEmpty(!invoer.adres)
    if (!invoer.adres) {
      field.current?.focus()
      return
    }
    preview.mutate(invoer, {
      onSuccess: () => {
        announce(t('mijnAgenda.gezien'))
      },
      onError: (problem) => {
        if (addressFault(problem)) field.current?.focus()
      },
    })
  }

  return (
    <>
      <form className="sk-form sk-bron__form" onSubmit={submit} noValidate>
        <TextField
          ref={field}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          label={t('mijnAgenda.adres')}
          hint={t('mijnAgenda.adresHulp')}
          fault={fault}
          value={adres}
          onChange={(value) => {
            setAdres(value)
            forget()
          }}
        />
        <Regels
          regels={regels}
          kiesbaar={kiesbaar}
          onChange={(changed) => {
            setRegels(changed)
            forget()
          }}
        />
        <p className="sk-bron__ways">
          <Button
            type="submit"
            variant={preview.data ? 'secondary' : 'primary'}
            aria-disabled={isBusy}
          >
            {t(preview.isPending ? 'mijnAgenda.bezig' : 'mijnAgenda.bekijk')}
          </Button>
          {bron && (
            <Button
              variant="tertiary"
              onClick={() => {
                onDone(false)
              }}
            >
              {t('mijnAgenda.annuleer')}
            </Button>
          )}
        </p>
      </form>
      <div role="alert">
        {error && !addressFault(error) && (
          <Notice kind="wrong">
            <p>{whyNot(error, t)}</p>
          </Notice>
        )}
      </div>
      {preview.data && (
        <Voorbeeld
          voorbeeld={preview.data}
          busy={connect.isPending}
          onConnect={() => {
            if (isBusy) return
            connect.mutate(invoer, {
              onSuccess: () => {
                onDone(true)
              },
            })
          }}
        />
      )}
    </>
  )
}
