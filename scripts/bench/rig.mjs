// The rig of the benchmark: servers to compare, a load, and the means to read memory.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import autocannon from 'autocannon'
import { node } from '../prepare.mjs'
import { serverFlags } from '../server-flags.mjs'

const CONNECTIONS = 64

/** A portal on a data folder, with the press or (`--without-press`) without. */
export async function startServer(dataDir, args = []) {
  const port = await freePort()
  const child = spawn(node(), [...serverFlags, 'dist/server.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATA_DIR: dataDir, TRUSTED_PROXIES: 'loopback' },
  })
  const exited = new Promise((settle) => child.once('exit', settle))
  await new Promise((ready, fail) => {
    child.once('message', ready)
    child.once('exit', () => fail(new Error('the server ended before it was ready')))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return { url: `http://127.0.0.1:${port}`, pid: child.pid, stop }
}

/** nginx with one file of these bytes, gzip off as for a file that is sent as it lies; undefined when nginx is not installed. */
export async function nginxServing(folder, body) {
  if (spawnSync('nginx', ['-v']).error) return undefined
  const root = resolve(folder)
  const port = await freePort()
  mkdirSync(root, { recursive: true })
  writeFileSync(resolve(root, 'page.html'), body)
  const config = `daemon off; worker_processes 1; pid ${root}/nginx.pid; error_log ${root}/error.log; events {}
    http { access_log off; sendfile on; keepalive_requests 1000000; client_body_temp_path ${root}/body; proxy_temp_path ${root}/proxy;
      fastcgi_temp_path ${root}/fastcgi; uwsgi_temp_path ${root}/uwsgi; scgi_temp_path ${root}/scgi; open_file_cache max=10;
      server { listen 127.0.0.1:${port}; root ${root}; } }`
  writeFileSync(resolve(root, 'nginx.conf'), process.getuid?.() === 0 ? `user root; ${config}` : config)
  const child = spawn('nginx', ['-c', resolve(root, 'nginx.conf')], { stdio: 'ignore' })
  await answers(`http://127.0.0.1:${port}/page.html`)
  const stop = () => child.kill('SIGTERM')
  return { url: `http://127.0.0.1:${port}`, stop }
}

/** Requests a second that a page stands, by wrk where it is installed (a load made in JavaScript slows what it measures). */
export async function loadWith(url, seconds) {
  const wrk = spawnSync('wrk', ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-H', 'Accept-Encoding: br', url], {
    encoding: 'utf8',
  })
  if (!wrk.error) return Number(/Requests\/sec:\s+([\d.]+)/.exec(wrk.stdout)?.[1] ?? 0)
  const { requests } = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'accept-encoding': 'br' },
  })
  return requests.average
}
loadWith.tool = spawnSync('wrk', ['-v']).error ? 'autocannon' : 'wrk'

export async function timed(work) {
  const start = performance.now()
  const result = await work()
  return { result, ms: performance.now() - start }
}

export function percentile(values, part) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** Megabytes in memory: of one process, or with its children, shared pages divided among them (PSS). Linux only. */
export function rssOf(pid, { withChildren = false } = {}) {
  const pids = withChildren ? [pid, ...childrenOf(pid)] : [pid]
  return Math.round(pids.reduce((sum, one) => sum + proportional(one), 0) / 1024)
}

function proportional(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

function childrenOf(pid) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid)
      } catch {
        return false
      }
    })
}

async function answers(url) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await new Promise((again) => setTimeout(again, 50))
  }
  throw new Error(`${url} does not answer`)
}

function freePort() {
  return new Promise((settle) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address()
      server.close(() => settle(port))
    })
  })
}
