// Makes the small patchwork of wijken that the pages draw (header, home, locators) from the same
// boundaries that the server uses, so that the first paint needs no request and another
// municipality gets its own by running this again.
//
//   npm run wijken:outlines [-- path/to/wijken.geojson]
//
// Neighbours must keep sharing their borders. So the rings are cut where three areas meet, and each
// shared piece is simplified once (Visvalingam: drop the point that spans the smallest triangle)
// and used by both sides.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const HEIGHT = 480
const MAX_BYTES = 6000
const local = (path) => fileURLToPath(new URL(path, import.meta.url))
const source = process.argv[2] ?? local('../../backend/sociale_kaart/data/wijken.geojson')
const target = local('../src/lib/wijken/outlines.gen.json')

const { features } = JSON.parse(readFileSync(source, 'utf8'))
const key = (point) => point.join(',')
const openRing = (ring) => ring.slice(0, -1)
const areas = features.map(({ properties, geometry }) => ({
  properties,
  rings: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flatMap(
    (polygon) => polygon.map(openRing),
  ),
}))

function projection() {
  const points = areas.flatMap(({ rings }) => rings.flat())
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const scale = HEIGHT / (north - south)
  // A degree of longitude is shorter than one of latitude, by the cosine of the latitude.
  const lonScale = scale * Math.cos((((south + north) / 2) * Math.PI) / 180)
  return { west, north, scale, lonScale, width: Math.ceil((east - west) * lonScale) }
}

const { west, north, scale, lonScale, width } = projection()
const project = ([lon, lat]) => [(lon - west) * lonScale, (north - lat) * scale]

function findJunctions() {
  const neighbours = new Map()
  for (const { rings } of areas)
    for (const ring of rings)
      ring.forEach((point, i) => {
        const set = neighbours.get(key(point)) ?? new Set()
        set.add(key(ring.at(i - 1))).add(key(ring[(i + 1) % ring.length]))
        neighbours.set(key(point), set)
      })
  return new Set([...neighbours].filter(([, set]) => set.size > 2).map(([point]) => point))
}

const junctions = findJunctions()

/** The pieces of a ring between junctions; a ring without any is cut in two so that it keeps area. */
function cut(ring) {
  let stops = ring.flatMap((point, i) => (junctions.has(key(point)) ? [i] : []))
  if (stops.length < 2) stops = [0, Math.floor(ring.length / 2)]
  return stops.map((from, i) => {
    const to = stops[(i + 1) % stops.length]
    return to > from ? ring.slice(from, to + 1) : [...ring.slice(from), ...ring.slice(0, to + 1)]
  })
}

function simplify(piece, tolerance) {
  const points = piece.map(project)
  const spans = (i) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [points[i - 1], points[i], points[i + 1]]
    return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2
  }
  while (points.length > 2) {
    let smallest = 1
    for (let i = 2; i < points.length - 1; i++) if (spans(i) < spans(smallest)) smallest = i
    if (spans(smallest) > tolerance) break
    points.splice(smallest, 1)
  }
  return points.map(([x, y]) => [Math.round(x), Math.round(y)])
}

/** The same piece comes by twice, in both directions; simplify it in one of them. */
function sharedPiece(piece, tolerance) {
  const forward = key(piece[0]) + key(piece[1]) <= key(piece.at(-1)) + key(piece.at(-2))
  return forward ? simplify(piece, tolerance) : simplify([...piece].reverse(), tolerance).reverse()
}

function path(rings, tolerance) {
  return rings
    .map((ring) => {
      const points = cut(ring).flatMap((piece) => sharedPiece(piece, tolerance).slice(0, -1))
      const steps = points.map(([x, y], i) =>
        i === 0 ? `M${x} ${y}l` : `${x - points[i - 1][0]} ${y - points[i - 1][1]}`,
      )
      return (steps[0] + steps.slice(1).join(' ')).replaceAll(' -', '-') + 'z'
    })
    .join('')
}

/** Where a name fits best: the middle of the widest line across the area, not near its ends. */
function namePlace(rings) {
  const points = rings.flat().map(project)
  const ys = points.map(([, y]) => y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  let best = { room: 0 }
  for (let share = 0.25; share <= 0.75; share += 0.05) {
    const y = top + share * (bottom - top)
    const crossings = rings
      .flatMap((ring) => ring.map((point, i) => [project(ring.at(i - 1)), project(point)]))
      .filter(([[, from], [, to]]) => from > y !== to > y)
      .map(([[ax, ay], [bx, by]]) => ax + ((y - ay) / (by - ay)) * (bx - ax))
      .sort((one, other) => one - other)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const room = crossings[i + 1] - crossings[i]
      if (room > best.room) best = { nx: (crossings[i] + crossings[i + 1]) / 2, ny: y, room }
    }
  }
  return Object.fromEntries(Object.entries(best).map(([name, value]) => [name, Math.round(value)]))
}

function outlines(tolerance) {
  return {
    viewBox: [0, 0, width, HEIGHT],
    projection: { west, north, scale: Math.round(scale), lonScale: Math.round(lonScale) },
    wijken: areas.map(({ properties: p, rings }) => {
      const [x, y] = project([p.label_lon, p.label_lat]).map(Math.round)
      const place = { x, y, ...namePlace(rings) }
      return { code: p.wijkcode, slug: p.slug, naam: p.naam, ...place, d: path(rings, tolerance) }
    }),
  }
}

let tolerance = 0.5
let text = ''
do {
  text = JSON.stringify(outlines(tolerance)) + '\n'
  tolerance *= 1.25
} while (Buffer.byteLength(text) > MAX_BYTES)

writeFileSync(target, text)
console.log(`${areas.length} wijken, ${Buffer.byteLength(text)} bytes`)
