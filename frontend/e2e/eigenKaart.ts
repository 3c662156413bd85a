import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const BIN = join(import.meta.dirname, '../../.venv/bin')
const LONGEST_START_MS = 150_000

/** A kaart of a test's own, without demo, whose mail goes to a real mail server. */
export interface EigenKaart {
  url: string
  run: (...words: string[]) => void
  importRows: (rows: unknown[]) => Promise<void>
  /** Each mail as it came over the line. */
  mails: () => Promise<string[]>
  stop: () => Promise<void>
}

/** @param more settings beside the usual ones. */
export async function startEigenKaart(more: Record<string, string> = {}): Promise<EigenKaart> {
  const folder = await mkdtemp(join(tmpdir(), 'sk-'))
  const mailbox = join(folder, 'mail')
  const [port, smtp] = await Promise.all([freePort(), freePort()])
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATA_DIR: join(folder, 'data'),
    DEMO: '0',
    EMBEDDING: 'geen',
    PUBLIC_URL: url,
    SMTP_URL: `smtp://127.0.0.1:${smtp}`,
    MAIL_FROM: 'Sociale kaart <kaart@example.org>',
    STOP_WITH_PARENT: String(process.pid),
    ...more,
  }
  const listen = ['-m', 'aiosmtpd', '-n', '-l', `127.0.0.1:${smtp}`]
  const sink = spawn(join(BIN, 'python'), [...listen, '-c', 'aiosmtpd.handlers.Mailbox', mailbox])
  const kaart = spawn(join(BIN, 'sociale-kaart'), ['start', '--port', String(port)], { env })
  const said: string[] = []
  for (const stream of [kaart.stdout, kaart.stderr]) {
    stream.on('data', (part: Buffer) => said.push(part.toString()))
  }
  const run = (...words: string[]) => {
    const { status, stderr } = spawnSync(join(BIN, 'sociale-kaart'), words, { env })
    if (status !== 0) throw new Error(stderr.toString())
  }
  const stop = async () => {
    await Promise.all([end(kaart), end(sink)])
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await until(
      LONGEST_START_MS,
      () => said.join(''),
      async () => {
        if (kaart.exitCode !== null) throw new Error(said.join(''))
        return (await answers(`${url}/gereed`)) && (await isListening(smtp))
      },
    )
  } catch (fault) {
    await stop()
    throw fault
  }
  return {
    url,
    run,
    stop,
    importRows: async (rows) => {
      const file = join(folder, 'rijen.jsonl')
      await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'))
      run('import', '--bron', 'proef', file)
    },
    mails: async () => {
      const names = await readdir(join(mailbox, 'new')).catch(() => [])
      return Promise.all(names.map((name) => readFile(join(mailbox, 'new', name), 'utf8')))
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('Geen poort vrij.')
  return address.port
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
  })
}

async function until(longest: number, why: () => string, holds: () => Promise<boolean>) {
  const last = Date.now() + longest
  while (!(await holds())) {
    if (Date.now() > last) throw new Error(why())
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

async function end(process: ChildProcess) {
  if (process.exitCode !== null || process.signalCode !== null) return
  const ended = once(process, 'exit')
  process.kill('SIGTERM')
  await ended
}
