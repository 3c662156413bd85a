/**
 * An OpenID provider on this machine, for tests and for trying out; never for production.
 *
 *   node provider.js '{"port": 4000, "clients": [...], "people": {"anna": {"name": "Anna"}}}'
 *
 * Anybody logs in with their name and any password. `PUT /proef` has it do what a real one should
 * not: other people, new keys, being slow, or an ID token that is not right.
 */
import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  randomUUID,
  sign,
} from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { Provider } from 'oidc-provider'

const { port, clients, people } = JSON.parse(process.argv[2])
const issuer = `http://127.0.0.1:${port}`
const cookieKeys = [randomBytes(32).toString('hex')]

let known = people
// What the next answers with an ID token are to be like.
let wishes = {}
let key = newKey()
let answer = provider().callback()

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { privateKey, kid: randomUUID() }
}

function provider() {
  const jwk = key.privateKey.export({ format: 'jwk' })
  const made = new Provider(issuer, {
    clients,
    jwks: { keys: [{ ...jwk, kid: key.kid, alg: 'RS256', use: 'sig' }] },
    cookies: { keys: cookieKeys },
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['name', 'roles', 'wijken'] },
    // Roles have to be in the ID token, as they are with the providers of municipalities.
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) =>
      known[sub] && { accountId: sub, claims: () => ({ sub, ...known[sub] }) },
    // Nobody is asked whether their own municipality may know who they are.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const grant = new made.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  made.use(async (ctx, next) => {
    await next()
    if (ctx.oidc?.route !== 'token' || !ctx.body?.id_token) return
    if (wishes.delayMs) await setTimeout(wishes.delayMs)
    if (wishes.idToken) ctx.body = { ...ctx.body, id_token: forged(ctx.body.id_token) }
  })
  return made
}

/** The token with other claims or another header, signed in the way that is asked for. */
function forged(token) {
  const [header, payload] = token.split('.').slice(0, 2).map(decoded)
  const { signWith = 'key', claims = {} } = wishes.idToken
  const head = { ...header, ...wishes.idToken.header }
  const signed = `${encoded(head)}.${encoded({ ...payload, ...claims })}`
  return `${signed}.${SIGNATURES[signWith](signed)}`
}

const SIGNATURES = {
  key: (text) => sign('sha256', Buffer.from(text), key.privateKey).toString('base64url'),
  'another key': (text) =>
    sign('sha256', Buffer.from(text), newKey().privateKey).toString('base64url'),
  nothing: () => '',
  'the public key': (text) => {
    const pem = createPublicKey(key.privateKey).export({ format: 'pem', type: 'spki' })
    return createHmac('sha256', pem).update(text).digest('base64url')
  },
  'the client secret': (text) =>
    createHmac('sha256', clients[0].client_secret).update(text).digest('base64url'),
}

const decoded = (part) => JSON.parse(Buffer.from(part, 'base64url').toString())
const encoded = (part) => Buffer.from(JSON.stringify(part)).toString('base64url')

async function change(request) {
  let text = ''
  for await (const piece of request) text += piece
  const asked = JSON.parse(text)
  wishes = asked
  known = asked.people ?? people
  if (asked.newKeys) {
    key = newKey()
    answer = provider().callback()
  }
}

createServer(async (request, response) => {
  if (request.method === 'PUT' && request.url === '/proef') {
    await change(request)
    response.writeHead(204).end()
  } else {
    answer(request, response)
  }
}).listen(port, '127.0.0.1')
