import type { RouteById, RouteIds } from '@tanstack/react-router'
import { aanbodHead } from '@/features/aanbod/aanbodHead'
import { agendaHead } from '@/features/agenda/agendaHead'
import { doenHead } from '@/features/doen/doenHead'
import { homeHead } from '@/features/home/homeHead'
import { lijstHead, mijnLijstHead } from '@/features/lijst/lijstHead'
import { organisatieHead } from '@/features/organisaties/organisatieHead'
import { overHead } from '@/features/over/overHead'
import { situatieHead, situatiesHead } from '@/features/situaties/situatieHead'
import { toegankelijkheidHead } from '@/features/toegankelijkheid/toegankelijkheidHead'
import { wijkHead } from '@/features/wijken/wijkHead'
import { searchHead } from '@/features/zoeken/searchHead'
import type { Head, HeadPage } from '@/lib/head/head'
import type { AppRouter } from './router'

type RouteTree = AppRouter['routeTree']
type PageId = Exclude<RouteIds<RouteTree>, '__root__'>
type TypesOf<Id> = RouteById<RouteTree, Id>['types']
type Heads = {
  [Id in PageId]: (
    page: HeadPage<TypesOf<Id>['allParams'], TypesOf<Id>['fullSearchSchema']>,
  ) => Head
}

/** How each page describes itself; the compiler asks for one with every route. */
export const heads: Heads = {
  '/': homeHead,
  '/zoeken': searchHead,
  '/agenda': agendaHead,
  '/aanbod/$slug': aanbodHead,
  '/organisaties/$slug': organisatieHead,
  '/situaties': situatiesHead,
  '/situaties/$slug': situatieHead,
  '/wijken/$slug': wijkHead,
  '/mijn-lijst': mijnLijstHead,
  '/lijst': lijstHead,
  '/over': overHead,
  '/ik-wil-iets-doen': doenHead,
  '/toegankelijkheid': toegankelijkheidHead,
}
