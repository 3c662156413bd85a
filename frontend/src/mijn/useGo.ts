import { useNavigate, type NavigateOptions } from '@tanstack/react-router'
import type { MijnRouter } from './router'

/** Goes to another of these pages; as with Link, the router's own knows those of residents. */
export function useGo() {
  const navigate = useNavigate() as (options: object) => Promise<void>
  return <const To extends string | undefined>(
    options: NavigateOptions<MijnRouter, string, To>,
  ) => {
    void navigate(options)
  }
}
